import assert from 'node:assert/strict'
import type { Api, ApiRequest } from '../../../src/genesys/api'
import { NoCredentialError } from '../../../src/genesys/signIn'
import { PlatformError } from '../../../src/genesys/platformError'
import { counting } from '../support/apiCalls'
import { now } from '../support/conversation'
import { ids } from '../support/ids'
import { settled } from '../support/pace'
import { answer, clientSecret, connect, failing, fakeApi, open, organisation, refusal, userToken } from '../support/platform'
import { conversationBody } from '../support/wire'

const planned = { method: 'POST', path: '/api/v2/conversations/messages/agentless', body: { textBody: 'Hello' } } as const
const outgoing = { ...planned, credential: 'client' } as const

describe('a connection', () => {
  /** An answer that comes when the test says so. */
  const withheldAnswer = <Reply>(reply: Reply): { readonly give: () => void; readonly answer: Promise<Reply> } => {
    let give: () => void = () => undefined
    const promised = new Promise<Reply>((resolve) => {
      give = () => {
        resolve(reply)
      }
    })
    return { give, answer: promised }
  }

  it('lists the user’s conversations before it is known what the client permits, and diagnoses with all of it', async () => {
    const roles = withheldAnswer(await answer({ grants: [] }))
    const connection = await open({ client: { grants: () => roles.answer } })
    const told = () => connection.credentials.map(({ permissions }) => permissions.known || permissions.why)
    assert.deepEqual(told(), [true, 'It is being read.'])
    const listed: number[] = []
    await connection.list(3, ({ rows }) => listed.push(rows.length))
    assert.ok(listed.length > 0)
    const situation = connection.situation(ids.conversation)
    roles.give()
    const { credentials } = await situation
    assert.ok(credentials.known)
    assert.deepEqual(
      credentials.value.map(({ permissions }) => permissions.known),
      [true, true]
    )
    assert.deepEqual(told(), [true, true])
  })

  it('asks for everything of the user while it waits for the client’s token', async () => {
    const token = withheldAnswer({ ok: true, token: 'client-token-0123456789', lifeMs: undefined } as const)
    const { api, calls } = counting({ me: fakeApi().me, token: fakeApi().token, organisation: fakeApi().organisation })
    const connecting = open({ user: api, clientToken: () => token.answer })
    await settled()
    assert.deepEqual(calls, { me: 1, token: 1, organisation: 1 })
    token.give()
    assert.equal((await connecting).credentials.length, 2)
  })

  it('has both credentials, with the names of who they are of', async () => {
    const connection = await connect()
    assert.equal(connection.organisation, 'Berg & Co')
    assert.deepEqual(
      connection.credentials.map(({ kind, name, userId }) => ({ kind, name, userId })),
      [
        { kind: 'user', name: 'Nora Lind', userId: ids.agentUser },
        { kind: 'client', name: 'Notifier', userId: undefined }
      ]
    )
    assert.equal(connection.isSandbox, true)
    assert.equal(connection.origin, 'http://127.0.0.1:8700')
  })

  it('knows what each of them permits, and where that was read', async () => {
    const [user, client] = (await connect()).credentials
    assert.ok(user?.permissions.known && client?.permissions.known)
    assert.deepEqual(user.permissions.value, ['conversation:message:create'])
    assert.equal(user.permissions.from.source, 'GET /api/v2/users/me?expand=authorization')
    assert.deepEqual(client.permissions.value, ['conversation:message:create'])
    assert.equal(client.permissions.from.source, 'GET /api/v2/authorization/subjects/me')
  })

  it('works without knowing what they permit, and says why it does not', async () => {
    const connection = await connect({
      user: { me: () => answer({ id: ids.agentUser, name: 'Nora Lind' }) },
      client: { grants: () => failing(refusal(403, 'not.authorized')) }
    })
    assert.deepEqual(
      connection.credentials.map(({ permissions }) => permissions.known || permissions.why),
      [
        'Reading the user’s permissions: the answer is not what the API describes (it has no permissions).',
        'Reading the client’s roles: the platform answered 403 “not.authorized”. No. Correlation id correlation-5.'
      ]
    )
  })

  it('has one of them, where the other is not given', async () => {
    assert.deepEqual(
      (await connect({ settings: { client: undefined } })).credentials.map(({ kind }) => kind),
      ['user']
    )
    assert.deepEqual(
      (await connect({ settings: { userToken: undefined } })).credentials.map(({ kind }) => kind),
      ['client']
    )
  })

  it('is not opened without a credential, and says what to do', async () => {
    await assert.rejects(connect({ settings: { userToken: undefined, client: undefined } }), {
      name: 'NoCredentialError',
      message: 'This connection has no credential. Connect again, with a user token or an OAuth client.'
    })
  })

  it('is not opened with a wrong token or secret, and says so without showing it', async () => {
    const wrong = [
      connect({ user: { me: () => failing(refusal(401, 'bad.credentials')) } }),
      connect({ clientToken: () => failing(refusal(400, 'invalid_client')) })
    ]
    for (const opening of wrong)
      await assert.rejects(opening, (error: unknown) => {
        assert.ok(PlatformError.is(error))
        assert.match(error.message, /the platform answered 40[01] “(?:bad\.credentials|invalid_client)”/)
        assert.ok(!error.message.includes(userToken) && !error.message.includes(clientSecret))
        return true
      })
  })

  it('knows a client by its id, where the token’s details have no name', async () => {
    const connection = await connect({ client: { token: () => answer({}) } })
    assert.equal(connection.credentials[1]?.name, 'client-1')
  })

  it('reads a conversation, as it is and as the platform sends it', async () => {
    const connection = await connect({ client: { conversation: () => answer(conversationBody) } })
    assert.equal((await connection.read(ids.conversation)).readAt, now)
    assert.deepEqual(await connection.readRaw(ids.conversation), conversationBody)
  })

  it('reads with the client’s token where it has one, else with the user’s', async () => {
    const both = organisation({ conversation: () => failing(refusal(403, 'missing.permissions')) })
    const conversation = (): ReturnType<typeof answer> => answer(conversationBody)
    assert.ok(await (await connect({ ...both, client: { conversation } })).read(ids.conversation))
    assert.ok(await (await connect({ ...both, user: { conversation }, settings: { client: undefined } })).read(ids.conversation))
  })
})

describe('a send', () => {
  const recorder = (): { readonly requests: ApiRequest[]; readonly send: Api['send'] } => {
    const requests: ApiRequest[] = []
    return {
      requests,
      send: (request) => {
        requests.push(request)
        return answer({ id: 'm-1', conversationId: ids.conversation })
      }
    }
  }

  it('goes out once, with the credential that it names, as it was planned', async () => {
    const [user, client] = [recorder(), recorder()]
    const connection = await connect({ user: { send: user.send }, client: { send: client.send } })
    assert.deepEqual(await connection.send(outgoing), { messageId: 'm-1', conversationId: ids.conversation })
    assert.deepEqual([user.requests, client.requests], [[], [planned]])
    await connection.send({ ...outgoing, credential: 'user' })
    assert.equal(user.requests.length, 1)
  })

  it('does not go out with the other credential, where the one it names is missing', async () => {
    const user = recorder()
    const connection = await connect({ user: { send: user.send }, settings: { client: undefined } })
    await assert.rejects(connection.send(outgoing), NoCredentialError)
    assert.deepEqual(user.requests, [])
  })

  it('that opens an outbound conversation names the conversation, and no message', async () => {
    const opened = { id: ids.otherConversation, selfUri: `/api/v2/conversations/messages/${ids.otherConversation}` }
    const connection = await connect({ user: { send: () => answer(opened) } })
    const sent = await connection.send({ method: 'POST', path: '/api/v2/conversations/messages', body: {}, credential: 'user' })
    assert.deepEqual(sent, { messageId: undefined, conversationId: ids.otherConversation })
  })

  it('has a status that is read by conversation and message', async () => {
    const asked: string[] = []
    const connection = await connect(
      organisation({
        message: (conversationId, messageId) => {
          asked.push(conversationId, messageId)
          return answer({ status: 'sent' })
        }
      })
    )
    assert.equal(await connection.messageStatus(ids.conversation, 'm-1'), 'sent')
    assert.deepEqual(asked, [ids.conversation, 'm-1'])
  })
})
