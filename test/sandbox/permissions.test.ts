import assert from 'node:assert/strict'
import { CredentialStore } from '../../src/sandbox/credentials/credentialStore'
import { permissionsOf } from '../../src/sandbox/credentials/grants'
import type { Program, PublicApp } from '../../src/sandbox/credentials/oauthClient'
import { notifierRole, readerRole } from '../../src/sandbox/credentials/roles'
import { scopeNeedOf } from '../../src/sandbox/credentials/scopes'
import type { User } from '../../src/sandbox/organisation/organisation'
import { idOf } from './support/legs'
import { assertRefused, bodyOf, refusalOf, sdkAsClient, sdkWithToken, type Sdk } from './support/sdk'
import { eachTestWithSandbox } from './support/session'
import { userToken } from './support/signIn'

const app: PublicApp = { kind: 'publicApp', id: 'an app', name: 'App', tokenLifeSeconds: 300, scopes: [], redirectUris: [] }

describe('Scopes', () => {
  const session = eachTestWithSandbox()

  const viewer = async (): Promise<Sdk> => {
    const { sandbox } = session()
    return sdkWithToken(sandbox.address.url, await userToken(sandbox, 'Nora Lind', sandbox.viewerId))
  }

  it('let an app do what they say and no more', async () => {
    const { conversationId } = session()
    const { conversations, users } = await viewer()
    const id = conversationId('connected-web')
    assert.equal((await bodyOf(users.getUsersMe())).name, 'Nora Lind')
    assert.equal((await bodyOf(conversations.getConversationsMessage(id))).id, id)
    await assertRefused(
      conversations.patchConversationsMessage(id, { state: 'disconnected' } as never),
      403,
      'app.not.authorized.for.scope',
      'scope.enforced'
    )
  })

  it('cover what only reads, although it is a POST', async () => {
    const { conversationId } = session()
    const { conversations } = await viewer()
    await conversations.postConversationsMessageMessagesBulk(conversationId('connected-web'), {
      body: ['00000000-0000-4000-8000-000000000000']
    })
  })

  it('are told apart where nothing is published', async () => {
    const { routing, analytics } = await viewer()
    await assertRefused(routing.getRoutingQueues(), 403, 'app.not.authorized.for.scope', 'scope.enforced, scope.unpublished')
    await assertRefused(
      analytics.postAnalyticsConversationsDetailsQuery({ interval: '' }),
      403,
      'app.not.authorized.for.scope',
      'scope.enforced'
    )
  })

  it('follow the path where nothing is published, and know a POST that only reads', () => {
    const ofQuery = scopeNeedOf('POST', '/api/v2/responsemanagement/responses/query')
    assert.deepEqual(ofQuery, { oneOf: ['response-management', 'response-management:readonly'], published: false })
    const ofCreation = scopeNeedOf('POST', '/api/v2/responsemanagement/responses')
    assert.deepEqual(ofCreation, { oneOf: ['response-management'], published: false })
  })

  it('do not apply to a client: its role decides', async () => {
    const { client } = session()
    assert.deepEqual((await bodyOf(client.tokens.getTokensMe())).authorizedScope, [])
    await client.routing.getRoutingQueues()
  })
})

describe('Roles', () => {
  it('can be taken away, which counts for tokens that are there already', () => {
    const credentials = new CredentialStore()
    const user: User = { id: 'a user', name: 'Nora Lind', email: 'nora.lind@sandbox.example' }
    const program: Program = {
      kind: 'program',
      id: 'a program',
      name: 'Notifier',
      tokenLifeSeconds: 300,
      grants: [{ role: notifierRole, where: 'everywhere' }]
    }
    const tokens = [credentials.grantUser(user, app, 0), credentials.grant(program, 0)]
    const mayCreate = () =>
      tokens.map(({ token }) => {
        const found = credentials.find(token, 1)
        return found.kind === 'valid' && permissionsOf(found.credential.grants).includes('conversation:message:create')
      })
    assert.deepEqual(mayCreate(), [true, true])
    for (const { id } of [user, program]) credentials.giveRoles(id, [{ role: readerRole, where: 'everywhere' }])
    assert.deepEqual(mayCreate(), [false, false])
  })
})

describe('Divisions', () => {
  const session = eachTestWithSandbox()

  const homeNotifier = (): Promise<Sdk> => {
    const { sandbox } = session()
    return sdkAsClient(sandbox.address.url, sandbox.homeNotifier.clientId, sandbox.homeNotifier.clientSecret)
  }

  it('keep a role that is given in one from the conversations of another', async () => {
    const { client, conversationId } = session()
    const home = await homeNotifier()
    const [here, north] = [conversationId('ended-web'), conversationId('wrapup-web')]
    await home.conversations.getConversation(here)
    await client.conversations.getConversation(north)
    const expected = [403, 'missing.any.division.permissions', 'division.object'] as const
    await assertRefused(home.conversations.getConversation(north), ...expected)
    await assertRefused(home.conversations.patchConversationsMessage(north, { state: 'disconnected' } as never), ...expected)
  })

  it('say which division it is', async () => {
    const { body } = await refusalOf((await homeNotifier()).conversations.getConversation(session().conversationId('wrapup-web')))
    assert.match(body.message, /North/)
  })

  it('do not matter to an operation that needs no permission', async () => {
    await (await homeNotifier()).conversations.getConversationsMessage(session().conversationId('wrapup-web'))
  })

  it('keep a queue from those who have no permission there, and leave it out of the list', async () => {
    const { client } = session()
    const home = await homeNotifier()
    const mobile = (await bodyOf(client.routing.getRoutingQueues())).entities?.find(({ name }) => name === 'Mobile support') ?? {}
    assert.equal(mobile.division?.name, 'North')
    assert.deepEqual(
      (await bodyOf(home.routing.getRoutingQueues())).entities?.map(({ name }) => name),
      ['Web support']
    )
    await assertRefused(home.routing.getRoutingQueue(idOf(mobile)), 403, 'missing.division.permission', 'division.object')
  })

  it('leave conversations out of an analytics query', async () => {
    const { client, clock } = session()
    const interval = `${new Date(clock.now() - 30 * 86_400_000).toISOString()}/${new Date(clock.now()).toISOString()}`
    const ids = async (sdk: Sdk) => {
      const { conversations } = await bodyOf(
        sdk.analytics.postAnalyticsConversationsDetailsQuery({ interval, paging: { pageSize: 100, pageNumber: 1 } })
      )
      return new Set((conversations ?? []).map(({ conversationId }) => conversationId))
    }
    const [all, home] = [await ids(client), await ids(await homeNotifier())]
    assert.ok(home.size > 0 && home.size < all.size)
    assert.ok(!home.has(session().conversationId('wrapup-web')))
    assert.ok(home.has(session().conversationId('ended-web')))
  })

  it('are told with the conversation', async () => {
    const { user, conversation, conversationId } = session()
    const names = (divisions: { division?: { name?: string } }[] = []) => divisions.map(({ division }) => division?.name)
    assert.deepEqual(names((await conversation('ended-web')).divisions), ['Home'])
    assert.deepEqual(names((await bodyOf(user.conversations.getConversationsMessage(conversationId('wrapup-web')))).divisions), ['North'])
  })
})
