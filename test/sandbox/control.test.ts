import assert from 'node:assert/strict'
import { UnknownConversation, UnknownScenario } from '../../src/sandbox'
import { parseDuration } from '../../src/sandbox/control/duration'
import { idOf, leg, statuses } from './support/legs'
import { asUser, clientToken, send, type RawAnswer } from './support/raw'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const hour = 60 * 60 * 1000

describe('The control API', () => {
  const session = eachTestWithSandbox()

  const control = (method: string, path: string, body?: unknown): Promise<RawAnswer> => {
    const { sandbox } = session()
    return send(sandbox, {
      method,
      path: `/sandbox/${path}`,
      headers: { authorization: `Bearer ${sandbox.address.controlToken}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) })
    })
  }

  it('takes its own token and no other, and its token opens nothing else', async () => {
    const { sandbox } = session()
    const { controlToken, userToken } = sandbox.address
    for (const token of [undefined, userToken, await clientToken(sandbox), `${controlToken}x`, '']) {
      for (const [method, path] of [
        ['GET', 'status'],
        ['GET', 'ledger'],
        ['POST', 'clock'],
        ['POST', 'scenario'],
        ['POST', 'faults'],
        ['GET', 'nothing']
      ] as const) {
        const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
        const { status, json } = await send(sandbox, { method, path: `/sandbox/${path}`, headers })
        assert.deepEqual([status, json['code']], [401, 'sandbox.control.token'], `${method} ${path}`)
      }
    }
    const { status, json } = await send(sandbox, { path: '/api/v2/users/me', headers: { authorization: `Bearer ${controlToken}` } })
    assert.deepEqual([status, json['code']], [401, 'bad.credentials'])
  })

  it('refuses a Host that is not loopback, with its token too', async () => {
    const { sandbox } = session()
    const headers = { authorization: `Bearer ${sandbox.address.controlToken}`, host: 'evil.example' }
    const { status, json } = await send(sandbox, { path: '/sandbox/status', headers })
    assert.deepEqual([status, json['code']], [403, 'sandbox.host.refused'])
  })

  it('tells the time, the scenario and the counts', async () => {
    const { sandbox, clock } = session()
    const { status, json } = await control('GET', 'status')
    assert.equal(status, 200)
    assert.equal(json['now'], new Date(clock.now()).toISOString())
    assert.equal(json['scenario'], 'default')
    assert.equal(json['conversations'], Object.keys(sandbox.address.conversations).length)
    assert.equal(json['faults'], 0)
  })

  it('lets the organisation forget a conversation: not found by its id, and in analytics as it was', async () => {
    const { sandbox, user, client, clock, conversationId } = session()
    const id = conversationId('connected-sms')
    const before = sandbox.conversationCount()
    const read = async (): Promise<string> => JSON.stringify(await bodyOf(client.analytics.getAnalyticsConversationDetails(id)))
    const record = await read()
    assert.equal((await control('DELETE', `conversations/${id}`)).status, 204)
    await assertRefused(user.conversations.getConversation(id), 404, 'not.found')
    await assertRefused(user.conversations.getConversationsMessage(id), 404, 'conversation.error.conversation.not.found')
    const own = await bodyOf(user.conversations.getConversationsMessages())
    assert.ok((own.entities ?? []).every((conversation) => conversation.id !== id))
    assert.equal(sandbox.conversationCount(), before - 1)
    clock.advance(hour)
    assert.equal(await read(), record)
    assert.deepEqual((await control('DELETE', `conversations/${id}`)).json['code'], 'sandbox.control.unknown')
  })

  it('lets a conversation be forgotten while a message of it is on its way', async () => {
    const { sandbox, user, clock, conversation, conversationId } = session()
    const id = conversationId('connected-web')
    await user.conversations.postConversationsMessageCommunicationMessages(id, idOf(leg(await conversation('connected-web'), 'agent')), {
      textBody: 'Hello'
    })
    sandbox.forgetConversation(id)
    clock.advance(hour)
    await assertRefused(user.conversations.getConversation(id), 404, 'not.found')
    assert.throws(() => {
      sandbox.forgetConversation(id)
    }, UnknownConversation)
  })

  it('moves the clock: by a duration, by milliseconds, to a time, and never back', async () => {
    const { clock } = session()
    const start = clock.now()
    const nowAfter = async (body: unknown): Promise<number> =>
      Date.parse(String((await control('POST', 'clock', body)).json['now'])) - start
    assert.equal(await nowAfter({ advance: 'PT72H' }), 72 * hour)
    assert.equal(await nowAfter({ advance: 1500 }), 72 * hour + 1500)
    assert.equal(await nowAfter({ to: new Date(start + 100 * hour).toISOString() }), 100 * hour)
    for (const body of [
      { to: new Date(start).toISOString() },
      { advance: '72 hours' },
      { advance: -1 },
      {},
      { advance: 'PT1H', to: 'now' }
    ]) {
      assert.equal((await control('POST', 'clock', body)).status, 400, JSON.stringify(body))
    }
    assert.equal((await control('GET', 'status')).json['now'], new Date(start + 100 * hour).toISOString())
  })

  it('lets a reply window of 72 hours end in less than a second', async () => {
    const { user, client, sandbox, conversation, conversationId } = session()
    const { participants } = await conversation('ended-web')
    const externalContactId = participants.find(({ purpose }) => purpose === 'customer')?.externalContactId ?? ''
    const follow = () =>
      bodyOf(
        client.conversations.postConversationsMessagesAgentless({
          fromAddress: sandbox.address.deploymentId,
          toAddressMessengerType: 'webmessaging',
          externalContactId,
          textBody: 'Hello again'
        })
      )
    assert.equal((await follow()).conversationId, conversationId('ended-web'))
    const started = performance.now()
    sandbox.advance(72 * hour + 2000)
    assert.ok(performance.now() - started < 1000)
    assert.deepEqual(statuses(await bodyOf(user.conversations.getConversation(conversationId('ended-web'))), 'api'), ['delivery-success'])
    sandbox.setFaults([])
    await assert.rejects(follow(), { status: 401 }) // The client’s token lived for 24 hours.
    const again = await send(sandbox, {
      method: 'POST',
      path: '/api/v2/conversations/messages/agentless',
      headers: { authorization: `Bearer ${await clientToken(sandbox)}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        fromAddress: sandbox.address.deploymentId,
        toAddressMessengerType: 'webmessaging',
        externalContactId,
        textBody: 'Hello once more'
      })
    })
    assert.equal(again.status, 200)
    assert.notEqual(again.json['conversationId'], conversationId('ended-web'))
  })

  it('lists the scenarios and loads one: other conversations, the same credentials', async () => {
    const { sandbox, user, client, conversationId } = session()
    const { json: listed } = await control('GET', 'scenarios')
    const scenarios = listed['scenarios'] as readonly { readonly name: string; readonly title: string; readonly tryThis: string }[]
    assert.ok(scenarios.length > 10)
    assert.ok(scenarios.every(({ title, tryThis }) => title !== '' && tryThis !== ''))

    const before = { deploymentId: sandbox.address.deploymentId, alerting: conversationId('alerting-open') }
    const { status, json } = await control('POST', 'scenario', { name: 'agent-still-alerting' })
    assert.equal(status, 200)
    assert.deepEqual(json['conversations'], sandbox.address.conversations)
    assert.deepEqual(Object.keys(sandbox.address.conversations), ['alerting-web'])
    assert.equal(sandbox.scenario(), 'agent-still-alerting')
    assert.equal(sandbox.address.deploymentId, before.deploymentId)
    assert.equal((await answerOf(user.users.getUsersMe({}))).status, 200)
    assert.equal((await answerOf(client.conversations.getConversation(conversationId('alerting-web')))).status, 200)
    await assertRefused(user.conversations.getConversationsMessage(before.alerting), 404, 'conversation.error.conversation.not.found')

    const unknown = await control('POST', 'scenario', { name: 'nowhere' })
    assert.deepEqual([unknown.status, unknown.json['code']], [404, 'sandbox.control.unknown'])
    assert.throws(() => sandbox.loadScenario('nowhere'), UnknownScenario)
    assert.equal(sandbox.scenario(), 'agent-still-alerting')
  })

  it('lets nothing of the organisation before happen any more once another is loaded', async () => {
    const { sandbox, user, clock, conversation, conversationId } = session()
    const connected = await conversation('connected-web')
    const leg = connected.participants.find(({ purpose }) => purpose === 'agent')?.messages?.[0]?.id ?? ''
    await user.conversations.postConversationsMessageCommunicationMessages(conversationId('connected-web'), leg, { textBody: 'One moment' })
    sandbox.loadScenario('default')
    clock.advance(5000)
    assert.deepEqual(await conversation('connected-web'), connected)
  })

  it('sets, lists and clears faults, and names an operation that does not exist', async () => {
    const { sandbox } = session()
    const fault = { kind: 'serverError', operation: 'GET /api/v2/organizations/me', status: 503, times: 1 }
    const set = await control('POST', 'faults', { faults: [fault] })
    assert.deepEqual(set.json, { faults: [{ fault: { ...fault, when: 'before' }, hits: 0 }] })
    assert.equal((await send(sandbox, { path: '/api/v2/organizations/me', headers: asUser(sandbox) })).status, 503)
    assert.deepEqual((await control('GET', 'faults')).json, { faults: [{ fault: { ...fault, when: 'before' }, hits: 1 }] })
    assert.equal((await control('DELETE', 'faults')).status, 204)
    assert.deepEqual((await control('GET', 'faults')).json, { faults: [] })

    const unknown = await control('POST', 'faults', { faults: [{ ...fault, operation: 'POST /api/v2/nowhere' }] })
    assert.deepEqual([unknown.status, unknown.json['code']], [404, 'sandbox.control.unknown'])
    for (const wrong of [
      { ...fault, status: 418 },
      { ...fault, kind: 'gremlins' },
      { ...fault, probability: 2 },
      { ...fault, socket: 'guest' }
    ]) {
      assert.equal((await control('POST', 'faults', { faults: [wrong] })).status, 400, JSON.stringify(wrong))
    }
  })

  it('answers 404 to a path that it does not have', async () => {
    const { status, json } = await control('GET', 'nowhere')
    assert.deepEqual([status, json['code']], [404, 'sandbox.control.path'])
  })
})

describe('The ledger', () => {
  const session = eachTestWithSandbox()

  it('has every request to the organisation with its answer, oldest first, and none to the control API', async () => {
    const { sandbox, user, conversationId, clock } = session()
    sandbox.clearLedger()
    await assertRefused(
      user.call('PATCH', `/api/v2/conversations/messages/${conversationId('ended-web')}`, { state: 'connected' }),
      400,
      'bad.request',
      'conversation.patch'
    )
    await bodyOf(user.conversations.getConversation(conversationId('ended-web')))
    await send(sandbox, { path: '/sandbox/status', headers: { authorization: `Bearer ${sandbox.address.controlToken}` } })
    const [refused, read, ...others] = sandbox.ledger()
    assert.deepEqual(others, [])
    assert.deepEqual(
      [refused?.request.method, refused?.request.path],
      ['PATCH', `/api/v2/conversations/messages/${conversationId('ended-web')}`]
    )
    assert.equal(refused?.request.body.text, '{"state":"connected"}')
    assert.equal(refused.answer?.status, 400)
    assert.match(refused.answer.body.text, /"code":"bad\.request"/)
    assert.match(refused.answer.body.text, new RegExp(refused.correlationId))
    assert.equal(refused.time, new Date(clock.now()).toISOString())
    assert.equal(read?.answer?.status, 200)
    assert.ok(read.number === refused.number + 1)
  })

  it('has no secret: no token, no password of a client, whichever way it was sent', async () => {
    const { sandbox } = session()
    const { userToken, clientId, clientSecret, controlToken } = sandbox.address
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
    const token = await clientToken(sandbox)
    await send(sandbox, {
      method: 'POST',
      path: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }).toString()
    })
    await send(sandbox, { path: `/api/v2/users/me?access_token=${token}&expand=authorization`, headers: asUser(sandbox) })
    await send(sandbox, {
      method: 'POST',
      path: '/api/v2/analytics/conversations/details/query',
      headers: { ...asUser(sandbox), cookie: `session=${token}` },
      body: JSON.stringify({ access_token: token, client_secret: clientSecret, note: 'kept' })
    })
    const ledger = JSON.stringify(sandbox.ledger())
    for (const secret of [userToken, clientSecret, controlToken, basic, token]) assert.ok(!ledger.includes(secret))
    assert.match(ledger, /expand=authorization/)
    assert.match(ledger, /kept/)
    assert.match(ledger, /Bearer ‹redacted›/)
  })

  it('keeps the newest 10,000 requests, and of a long body the beginning', async () => {
    const { Ledger } = await import('../../src/sandbox/ledger/ledger')
    const ledger = new Ledger()
    const request = { method: 'GET', path: '/', headers: new Headers(), body: 'x'.repeat(20_000) }
    for (let index = 0; index < 10_050; index += 1)
      ledger.add({
        time: 0,
        correlationId: '',
        request: index === 10_049 ? request : { ...request, body: '' },
        answer: undefined,
        faults: []
      })
    const entries = ledger.entries()
    assert.deepEqual([entries.length, entries[0]?.number, entries.at(-1)?.number], [10_000, 51, 10_050])
    assert.deepEqual([entries.at(-1)?.request.body.text.length, entries.at(-1)?.request.body.cut], [16_384, true])
    for (let index = 0; index < 2000; index += 1) ledger.add({ time: 0, correlationId: '', request, answer: undefined, faults: [] })
    assert.ok(ledger.entries().reduce((sum, entry) => sum + entry.request.body.text.length, 0) <= 20_000_000)
  })
})

describe('A duration', () => {
  it('is read in days, hours, minutes and seconds, and in nothing else', () => {
    assert.equal(parseDuration('PT72H'), 72 * hour)
    assert.equal(parseDuration('P3D'), 72 * hour)
    assert.equal(parseDuration('P1DT1H30M0.5S'), 25.5 * hour + 500)
    for (const text of ['', 'P', 'PT', 'P1DT', '72', 'PT72', 'P1Y', 'pt1h', '-PT1H']) assert.equal(parseDuration(text), undefined, text)
  })
})
