import assert from 'node:assert/strict'
import type { Api, ApiRequest } from '../../../src/genesys/api'
import { NoCredentialError } from '../../../src/genesys/signIn'
import { PlatformError } from '../../../src/genesys/platformError'
import { known } from '../../../src/model/fact'
import type { Situation } from '../../../src/model/situation'
import { now } from '../support/conversation'
import { ids } from '../support/ids'
import { settled } from '../support/pace'
import { answer, clientSecret, connect, failing, fakeApi, open, organisation, refusal, userToken } from '../support/platform'
import { conversationBody, conversationBodyOf, waitingConversationBody } from '../support/wire'

const planned = { method: 'POST', path: '/api/v2/conversations/messages/agentless', body: { textBody: 'Hello' } } as const
const outgoing = { ...planned, credential: 'client' } as const

/** The same calls, each made by way of `around`. */
const through = (api: Partial<Api>, around: (name: string, call: () => unknown) => unknown): Partial<Api> =>
  Object.fromEntries(
    Object.entries(api).map(([name, call]) => [
      name,
      (...args: never[]) => around(name, () => (call as (...given: never[]) => unknown)(...args))
    ])
  )

/** How often each of these was called. */
const counting = (api: Partial<Api>): { readonly api: Partial<Api>; readonly calls: Record<string, number> } => {
  const calls: Record<string, number> = {}
  const counted = through(api, (name, call) => {
    calls[name] = (calls[name] ?? 0) + 1
    return call()
  })
  return { api: counted, calls }
}

/** Answers nothing until nobody asks any more, and then all at once: each time is a round trip. */
const roundTrips = (api: Partial<Api>) => {
  let held: (() => void)[] = []
  const holding = through(api, async (_name, call) => {
    await new Promise<void>((resolve) => held.push(resolve))
    return call()
  })
  const until = async (done: Promise<unknown>): Promise<number> => {
    for (let trips = 0; ; trips++) {
      const nobodyAsks = new Promise<'held'>((resolve) => setImmediate(resolve, 'held'))
      if ((await Promise.race([done, nobodyAsks])) !== 'held') return trips
      const answered = held
      held = []
      for (const release of answered) release()
    }
  }
  return { api: holding, until }
}

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

describe('the situation of a conversation', () => {
  const situation = async (api: Partial<Api> = {}): Promise<Situation> => (await connect(organisation(api))).situation(ids.conversation)

  it('has everything that is known, with where and when it was read', async () => {
    const {
      conversation,
      threading,
      deployments,
      credentials,
      now: moment
    } = await situation({ conversation: () => answer(conversationBody) })
    assert.equal(moment, now)
    assert.ok(conversation.known && threading.known && deployments.known && credentials.known)
    assert.deepEqual(conversation.from, { source: 'GET /api/v2/conversations/{conversationId}', readAt: now })
    assert.equal(threading.value.defaultMinutes, 4320)
    assert.deepEqual(deployments.value, [{ id: ids.deployment, name: 'Shop', status: 'Active' }])
    assert.equal(credentials.value.length, 2)
  })

  it('has what could not be read as not known, with the reason, and the rest is there', async () => {
    const { conversation, threading, deployments } = await situation({
      conversation: () => answer(conversationBody),
      threadingTimeline: () => failing(refusal(403, 'missing.permissions')),
      deployments: () => answer('<html>')
    })
    assert.ok(conversation.known)
    assert.ok(!threading.known && !deployments.known)
    assert.match(threading.why, /^Reading the threading timeline: the platform answered 403 “missing\.permissions”/)
    assert.match(deployments.why, /^Reading the deployments: the answer is not what the API describes/)
  })

  it('has the numbers, the queue and the user’s queues for SMS, and reads no integrations', async () => {
    const calls = counting({
      conversation: () => answer(conversationBodyOf('sms')),
      contact: (id) => answer({ id }),
      integrations: () => answer({}),
      smsNumbers: () => answer({ entities: [{ phoneNumber: '+41440000002', phoneNumberStatus: 'ACTIVE' }] }),
      queue: (id) => answer({ id, name: 'Web support', outboundMessagingAddresses: { smsAddress: { id: 'n-1' } } }),
      myQueues: () => answer({ entities: [{ id: ids.queue, joined: true }] })
    })
    const { smsNumbers, queue, memberships, integrations } = await situation(calls.api)
    assert.ok(smsNumbers.known && queue.known && memberships.known)
    assert.deepEqual(smsNumbers.value.rows, [{ phoneNumber: '+41440000002', status: 'ACTIVE' }])
    assert.deepEqual(queue.value, { id: ids.queue, name: 'Web support', outboundChannels: ['sms'], manualAssignment: undefined })
    assert.deepEqual(memberships.value.rows, [{ queueId: ids.queue, queueName: ids.queue, joined: true }])
    assert.ok(!integrations.known)
    assert.match(integrations.why, /this channel does not need it/)
    assert.equal(calls.calls['integrations'], undefined)
  })

  it('has the integrations for open messaging, and reads no numbers', async () => {
    const calls = counting({
      conversation: () => answer(conversationBodyOf('open')),
      integrations: () => answer({ entities: [{ id: ids.integration, messengerType: 'open', status: 'Active' }] }),
      smsNumbers: () => answer({})
    })
    const { integrations } = await situation(calls.api)
    assert.ok(integrations.known)
    assert.deepEqual(
      integrations.value.rows.map(({ id, status }) => ({ id, status })),
      [{ id: ids.integration, status: 'Active' }]
    )
    assert.equal(calls.calls['smsNumbers'], undefined)
  })

  it('has no queues of a user where the connection has no user', async () => {
    const connection = await connect({
      client: { conversation: () => answer(conversationBodyOf('sms')) },
      settings: { userToken: undefined }
    })
    const { memberships } = await connection.situation(ids.conversation)
    assert.ok(!memberships.known)
    assert.match(memberships.why, /no user credential/)
  })

  it('has the queue, the user’s queues and the user’s routing status while it waits, as they are now', async () => {
    let manual = false
    const { api, calls } = counting({
      conversation: () => answer(waitingConversationBody),
      queue: (id) => answer({ id, enableManualAssignment: manual }),
      myQueues: () => answer({ entities: [{ id: ids.queue, joined: true }] }),
      myRoutingStatus: () => answer({ routingStatus: { status: 'OFF_QUEUE' } })
    })
    const connection = await connect(organisation(api))
    const before = await connection.situation(ids.conversation)
    manual = true
    const after = await connection.situation(ids.conversation)
    assert.deepEqual(
      [before, after].map(({ queue }) => queue.known && queue.value.manualAssignment),
      [false, true]
    )
    assert.deepEqual(after.routingStatus, known('OFF_QUEUE', { source: 'GET /api/v2/users/me?expand=routingStatus', readAt: now }))
    assert.deepEqual(calls, { conversation: 2, queue: 2, myQueues: 2, myRoutingStatus: 2 })
  })

  it('does not read them while an agent has it', async () => {
    const calls = counting({
      conversation: () => answer(conversationBody),
      queue: (id) => answer({ id }),
      myQueues: () => answer({ entities: [] }),
      myRoutingStatus: () => answer({})
    })
    const { routingStatus } = await situation(calls.api)
    assert.deepEqual(calls.calls, { conversation: 1 })
    assert.ok(!routingStatus.known)
    assert.match(routingStatus.why, /waits in no queue/)
  })

  it('says why it is not known whether conversations are offered to the user', async () => {
    const refused = {
      conversation: () => answer(waitingConversationBody),
      myRoutingStatus: () => failing(refusal(503, 'service.unavailable'))
    }
    const { routingStatus } = await situation(refused)
    assert.ok(!routingStatus.known)
    assert.match(routingStatus.why, /^Reading the user’s routing status: the platform answered 503/)
    const withoutUser = await connect({ client: { conversation: refused.conversation }, settings: { userToken: undefined } })
    const { routingStatus: nobodys } = await withoutUser.situation(ids.conversation)
    assert.ok(!nobodys.known)
    assert.match(nobodys.why, /no user credential/)
  })

  for (const [name, body] of [
    ['that an agent has', conversationBody],
    ['of SMS', conversationBodyOf('sms')],
    ['of open messaging', conversationBodyOf('open')],
    ['that waits', waitingConversationBody]
  ] as const)
    it(`takes two round trips, whatever it reads (a conversation ${name})`, async () => {
      const trips = roundTrips({
        conversation: () => answer(body),
        threadingTimeline: () => answer({ settings: [] }),
        deployments: () => answer({}),
        integrations: () => answer({ entities: [] }),
        smsNumbers: () => answer({ entities: [] }),
        queue: (id) => answer({ id }),
        myQueues: () => answer({ entities: [] }),
        myRoutingStatus: () => answer({ routingStatus: { status: 'IDLE' } }),
        contact: (id) => answer({ id })
      })
      const connection = await connect(organisation(trips.api))
      assert.equal(await trips.until(connection.situation(ids.conversation)), 2)
    })

  it('has no conversation where the organisation has none with this id', async () => {
    const { conversation } = await situation()
    assert.ok(!conversation.known)
    assert.match(conversation.why, /404 “conversation\.error\.conversation\.not\.found”/)
  })

  it('reads the conversation each time, and the settings once', async () => {
    const { api, calls } = counting({
      conversation: () => answer(conversationBody),
      threadingTimeline: () => answer({ settings: [] }),
      deployments: () => answer({})
    })
    const connection = await connect(organisation(api))
    await Promise.all([connection.situation(ids.conversation), connection.situation(ids.conversation)])
    await connection.situation(ids.conversation)
    assert.deepEqual(calls, { conversation: 3, threadingTimeline: 1, deployments: 1 })
  })

  it('reads the settings again as long as they could not be read', async () => {
    const answers = [failing(refusal(503, 'service.unavailable')), answer({ settings: [] })]
    const connection = await connect(organisation({ threadingTimeline: () => answers.shift() ?? answer({ settings: [] }) }))
    assert.equal((await connection.threading()).known, false)
    assert.equal((await connection.threading()).known, true)
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
