import assert from 'node:assert/strict'
import type { Api } from '../../../src/genesys/api'
import { known } from '../../../src/model/fact'
import type { Situation } from '../../../src/model/situation'
import { counting, roundTrips } from '../support/apiCalls'
import { now } from '../support/conversation'
import { ids } from '../support/ids'
import { answer, connect, failing, organisation, refusal } from '../support/platform'
import { conversationBody, conversationBodyOf, waitingConversationBody } from '../support/wire'

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
