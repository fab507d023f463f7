import assert from 'node:assert/strict'
import { idOf } from './support/legs'
import { assertRefused, bodyOf, sdkAsClient } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

describe('Who is who', () => {
  const session = eachTestWithSandbox()

  it('expands what a user asks about themselves', async () => {
    const { user, clock } = session()
    const me = await bodyOf(user.users.getUsersMe({ expand: ['authorization', 'organization', 'token', 'date', 'geolocation'] }))
    assert.equal(me.organization?.name, 'Sandbox')
    assert.equal(me.token?.OAuthClient?.name, 'Messaging Inspector')
    assert.equal(me.date?.currentDate, new Date(clock.now()).toISOString())
    assert.deepEqual(
      me.authorization?.roles?.map(({ name }) => name),
      ['Messaging Agent']
    )
    const plain = await bodyOf(user.users.getUsersMe())
    assert.deepEqual([plain.organization, plain.token, plain.authorization], [undefined, undefined, undefined])
  })

  it('takes expand as one list and as several parameters, and refuses a value that is not published', async () => {
    const { user } = session()
    await user.call('GET', '/api/v2/users/me?expand=authorization,date&expand=token', undefined)
    await assertRefused(
      user.call('GET', '/api/v2/users/me?expand=everything', undefined),
      400,
      'invalid.query.param.value',
      'query.unknown-value'
    )
  })

  it('lists the users, and shows one', async () => {
    const { client } = session()
    const { entities = [], total } = await bodyOf(client.users.getUsers())
    assert.deepEqual([total, entities.map(({ name }) => name)], [2, ['Nora Lind', 'Tomás Weber']])
    const tomas = entities[1] ?? {}
    const one = await bodyOf(client.users.getUser(idOf(tomas), { expand: ['authorization'] }))
    assert.equal(one.name, 'Tomás Weber')
    assert.ok(one.authorization?.permissions?.includes('conversation:message:create'))
    await assertRefused(client.users.getUser('00000000-0000-4000-8000-000000000000'), 404, 'not.found')
  })

  it('tells a client its roles by division, and the roles their permissions', async () => {
    const { client } = session()
    const { OAuthClient } = await bodyOf(client.tokens.getTokensMe())
    const [first] = OAuthClient?.roleDivisions ?? []
    assert.equal(OAuthClient?.roleDivisions?.length, 2)
    const role = await bodyOf(client.authorization.getAuthorizationRole(first?.roleId ?? ''))
    assert.equal(role.name, 'Notifier')
    const messages = role.permissionPolicies?.find(({ domain, entityName }) => domain === 'conversation' && entityName === 'message')
    assert.deepEqual(messages?.actionSet?.toSorted(), ['assign', 'create', 'receive', 'view'])
  })

  it('tells whoever asks their own grants', async () => {
    const { user, sandbox } = session()
    const mine = await bodyOf(user.authorization.getAuthorizationSubjectsMe())
    assert.deepEqual(
      mine.grants?.map(({ role, division }) => [role?.name, division?.name]),
      [
        ['Messaging Agent', 'Home'],
        ['Messaging Agent', 'North']
      ]
    )
    const { clientId, clientSecret } = sandbox.homeNotifier
    const home = await sdkAsClient(sandbox.address.url, clientId, clientSecret)
    const its = await bodyOf(home.authorization.getAuthorizationSubjectsMe())
    assert.deepEqual([its.id, its.grants?.map(({ division }) => division?.name)], [clientId, ['Home']])
  })

  it('lists roles and divisions by page and by name', async () => {
    const { reader } = session()
    const roles = await bodyOf(reader.authorization.getAuthorizationRoles())
    assert.deepEqual(
      roles.entities?.map(({ name, userCount }) => [name, userCount]),
      [
        ['Messaging Agent', 2],
        ['Notifier', 0],
        ['Reader', 0]
      ]
    )
    assert.equal((await bodyOf(reader.authorization.getAuthorizationRoles({ name: 'read*' }))).total, 1)
    const second = await bodyOf(reader.authorization.getAuthorizationDivisions({ pageSize: 1, pageNumber: 2 }))
    assert.deepEqual([second.total, second.pageCount, second.entities?.[0]?.name], [2, 2, 'North'])
    assert.equal((await bodyOf(reader.authorization.getAuthorizationDivisionsHome())).homeDivision, true)
  })

  it('shows the OAuth clients without their secrets', async () => {
    const { reader, sandbox } = session()
    const { entities = [] } = await bodyOf(reader.oauth.getOauthClients())
    assert.ok(entities.some(({ name }) => name === 'Messaging Inspector'))
    assert.ok(entities.every(({ secret }) => secret === undefined))
    const notifier = await bodyOf(reader.oauth.getOauthClient(sandbox.address.clientId))
    assert.deepEqual([notifier.accessTokenValiditySeconds, notifier.roleIds?.length, notifier.roleDivisions?.length], [86_400, 1, 2])
  })

  it('keeps an agent from roles and OAuth clients', async () => {
    const { user, sandbox } = session()
    await assertRefused(user.authorization.getAuthorizationRoles(), 403, 'missing.any.permissions')
    await assertRefused(user.oauth.getOauthClient(sandbox.address.clientId), 403, 'missing.any.permissions')
  })
})
