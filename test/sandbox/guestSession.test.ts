import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Models } from 'purecloud-platform-client-v2'
import { bodyOf, connectGuest, joinAsGuest, says, text, type GuestClient } from './support/guest'
import { eachFrameFitsTheSchema } from './support/guestSchema'
import { idOf, leg, participant } from './support/legs'
import { send } from './support/raw'
import { assertRefused, bodyOf as answered, sdkWithToken } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

const minute = 60 * 1000
const hour = 60 * minute

describe('The session of a web messaging guest', () => {
  const session = eachTestWithSandbox()
  eachFrameFitsTheSchema()

  const tokenOf = (name: string): string => {
    const token = session().sandbox.guestTokens()[name]
    assert.ok(token, `${name} has a guest`)
    return token
  }

  const jwtOf = async (guest: GuestClient): Promise<string> => {
    const { jwt } = bodyOf(await guest.ask('getJwt'))
    assert.ok(typeof jwt === 'string')
    return jwt
  }

  const historyOf = async (guest: GuestClient, page: { pageSize?: number; pageNumber?: number } = {}) =>
    answered(sdkWithToken(session().sandbox.address.url, await jwtOf(guest)).webMessaging.getWebmessagingMessages(page))

  /** The conversation, other than the scenario’s, that a guest’s message is in. */
  const conversationWith = async (messageId = ''): Promise<Models.Conversation> => {
    const { sandbox, user, clock } = session()
    const interval = `${new Date(clock.now() - hour).toISOString()}/${new Date(clock.now() + hour).toISOString()}`
    const { conversations = [] } = await answered(user.analytics.postAnalyticsConversationsDetailsQuery({ interval }))
    const known = new Set(Object.values(sandbox.address.conversations))
    for (const { conversationId = '' } of conversations) {
      if (known.has(conversationId)) continue
      const conversation = await answered(user.conversations.getConversation(conversationId))
      const messages = conversation.participants.flatMap((party) => (party.messages ?? []).flatMap(({ messages: sent = [] }) => sent))
      if (messages.some((message) => message.messageId === messageId)) return conversation
    }
    assert.fail(`No conversation has the message ${messageId}.`)
  }

  const agentSays = async (name: string, textBody: string): Promise<void> => {
    const { user, conversation, conversationId } = session()
    const communicationId = idOf(leg(await conversation(name), 'agent'))
    await user.conversations.postConversationsMessageCommunicationMessages(conversationId(name), communicationId, { textBody })
  }

  it('begins, takes and gives messages, and is there again for whoever has the token', async () => {
    const { sandbox, client, clock } = session()
    const guest = await connectGuest(sandbox)
    const answer = await guest.ask('configureSession', { deploymentId: guest.deploymentId })
    assert.deepEqual(
      [answer.type, answer.code, bodyOf(answer)['connected'], bodyOf(answer)['newSession'], bodyOf(answer)['readOnly']],
      ['response', 200, true, true, false]
    )
    assert.equal(bodyOf(answer)['durationSeconds'], 72 * 3600)
    assert.equal(bodyOf(answer)['expirationDate'], clock.now() / 1000 + 72 * 3600)

    const echo = await guest.ask('onMessage', {
      message: { type: 'Text', text: 'Is my parcel here?', metadata: { customMessageId: 'mine-1' } }
    })
    const said = bodyOf(echo)
    assert.deepEqual([echo.type, echo.class, said.direction, said.text], ['message', 'StructuredMessage', 'Inbound', 'Is my parcel here?'])
    assert.equal(said.metadata?.['customMessageId'], 'mine-1')

    const conversation = await conversationWith(said.id)
    assert.ok(participant(conversation, 'customer').externalContactId)
    const message = await answered(client.conversations.getConversationsMessageMessage(idOf(conversation), said.id ?? ''))
    assert.deepEqual([message.direction, message.normalizedMessage?.text], ['inbound', 'Is my parcel here?'])

    await guest.leave()
    const again = await connectGuest(sandbox, { token: guest.token })
    assert.equal(bodyOf(await again.ask('configureSession', { deploymentId: again.deploymentId }))['newSession'], false)
    const { entities = [], total } = await historyOf(again)
    assert.ok(entities.some(({ id }) => id === said.id))
    assert.equal(total, entities.length)
  })

  it('is the customer’s in a conversation of the scenario, with everything that was said', async () => {
    const guest = await joinAsGuest(session().sandbox, { token: tokenOf('connected-web') })
    const { entities = [] } = await historyOf(guest)
    assert.deepEqual(
      entities.slice(0, 3).map(({ direction, originatingEntity, text: words }) => [direction, originatingEntity, words]),
      [
        ['Inbound', 'Human', 'Got it, thank you. Does it still come on Friday?'],
        ['Outbound', 'Human', 'Changed to number 14. You will get a new confirmation by mail.'],
        ['Inbound', 'Human', 'It is 14, not 41. Sorry!']
      ]
    )
    const page = await historyOf(guest, { pageSize: 2, pageNumber: 2 })
    assert.deepEqual(
      [page.entities?.map(({ id }) => id), page.pageCount, page.total],
      [entities.slice(2, 4).map(({ id }) => id), Math.ceil(entities.length / 2), entities.length]
    )
  })

  it('gets what the agent writes, and its own words go into the agent’s conversation', async () => {
    const { sandbox, conversation } = session()
    const guest = await joinAsGuest(sandbox, { token: tokenOf('connected-web') })
    await agentSays('connected-web', 'On Friday between 9 and 12.')
    const frame = await guest.next(says('On Friday between 9 and 12.'))
    assert.deepEqual(
      [frame.type, bodyOf(frame).direction, bodyOf(frame)['originatingEntity'], bodyOf(frame)['channel']],
      ['message', 'Outbound', 'Human', { ...(bodyOf(frame)['channel'] as object), type: 'Private', from: { nickname: 'Nora Lind' } }]
    )
    const before = await conversation('connected-web')
    const echo = await guest.ask('onMessage', text('Perfect'))
    const after = await conversation('connected-web')
    assert.equal(after.participants.length, before.participants.length)
    assert.equal(leg(after, 'customer').messages?.at(-1)?.messageId, bodyOf(echo).id)
  })

  it('gets an agentless follow-up to a conversation that has ended', async () => {
    const { sandbox, client, conversation } = session()
    const guest = await joinAsGuest(sandbox, { token: tokenOf('ended-web') })
    await client.conversations.postConversationsMessagesAgentless({
      fromAddress: sandbox.address.deploymentId,
      toAddressMessengerType: 'webmessaging',
      externalContactId: participant(await conversation('ended-web'), 'customer').externalContactId ?? '',
      textBody: 'Is there anything else?'
    })
    assert.equal(bodyOf(await guest.next(says('Is there anything else?')))['originatingEntity'], 'Bot')
  })

  it('keeps what was written while the guest was away, though the delivery failed', async () => {
    const { sandbox, clock, conversation } = session()
    const token = tokenOf('connected-web')
    const guest = await joinAsGuest(sandbox, { token })
    await guest.leave()
    await agentSays('connected-web', 'Are you still there?')
    clock.advance(60_000)
    const sent = leg(await conversation('connected-web'), 'agent').messages?.at(-1)
    assert.equal(sent?.messageStatus, 'delivery-failed')

    const back = await joinAsGuest(sandbox, { token })
    assert.equal((await historyOf(back)).entities?.[0]?.text, 'Are you still there?')
    await agentSays('connected-web', 'Good that you are back.')
    await back.next(says('Good that you are back.'))
    clock.advance(60_000)
    assert.equal(leg(await conversation('connected-web'), 'agent').messages?.at(-1)?.messageStatus, 'delivery-success')
  })

  it('counts a guest who never connected as there', async () => {
    const { clock, conversation } = session()
    await agentSays('connected-web', 'On Friday.')
    clock.advance(60_000)
    assert.equal(leg(await conversation('connected-web'), 'agent').messages?.at(-1)?.messageStatus, 'delivery-success')
  })

  it('expires when nobody has written for its time, and its conversation with it', async () => {
    const { sandbox, clock, user } = session()
    sandbox.loadScenario('conversation-disconnect')
    const { entities: pages } = await answered(user.webDeployments.getWebdeploymentsDeployments())
    const deploymentId = pages?.find(({ name }) => name === 'Members')?.id ?? ''
    const guest = await joinAsGuest(sandbox, { deploymentId, headers: { origin: 'https://members.example' } })
    const { id } = bodyOf(await guest.ask('onMessage', text('Hello?')))
    // The bot answers, and that counts too.
    clock.advance(minute)
    await guest.next((frame) => bodyOf(frame).direction === 'Outbound')
    const conversationId = idOf(await conversationWith(id))
    const jwt = await jwtOf(guest)
    const { expirationDate } = bodyOf(await guest.ask('configureSession', { deploymentId }))
    assert.ok(typeof expirationDate === 'number')
    const left = expirationDate * 1000 - clock.now()
    assert.ok(left > 14 * minute && left <= 15 * minute)

    clock.advance(left - 1000)
    await guest.settled()
    assert.ok(!guest.frames.some((frame) => frame.class === 'SessionExpiredEvent'))
    clock.advance(2000)
    await guest.next((frame) => frame.class === 'SessionExpiredEvent')
    assert.equal(leg(await answered(user.conversations.getConversation(conversationId)), 'customer').disconnectType, 'session.expired')
    assert.equal((await guest.ask('onMessage', text('Hello?'))).code, 4006)
    assert.equal((await guest.ask('configureSession', { deploymentId })).code, 4006)
    const { status, json } = await send(sandbox, { path: '/api/v2/webmessaging/messages', headers: { authorization: `Bearer ${jwt}` } })
    assert.deepEqual([status, json['code']], [404, 'session.expired'])

    const anew = bodyOf(await guest.ask('configureSession', { deploymentId, startNew: true }))
    assert.deepEqual([anew['newSession'], anew['connected']], [true, true])
    assert.equal((await historyOf(guest)).total, 0)
  })

  it('lasts longer when somebody writes', async () => {
    const { sandbox, clock } = session()
    const guest = await joinAsGuest(sandbox)
    await guest.ask('onMessage', text('Hello?'))
    clock.advance(71 * hour)
    await guest.ask('onMessage', text('Still there?'))
    clock.advance(71 * hour)
    assert.equal((await guest.ask('onMessage', text('And now?'))).class, 'StructuredMessage')
  })

  it('is refused over HTTP without a JWT, with a foreign one, with an old one, and with one of a session that is gone', async () => {
    const { sandbox, clock } = session()
    const { url, userToken } = sandbox.address
    const { status, json } = await send(sandbox, { path: '/api/v2/webmessaging/messages' })
    assert.deepEqual([status, json['code']], [401, 'authentication.required'])
    for (const jwt of [userToken, 'a.b.c', `${await jwtOf(await joinAsGuest(sandbox))}x`]) {
      await assertRefused(sdkWithToken(url, jwt).webMessaging.getWebmessagingMessages(), 401, 'bad.credentials')
    }
    const guest = await joinAsGuest(sandbox)
    const reading = sdkWithToken(url, await jwtOf(guest)).webMessaging
    await assertRefused(reading.getWebmessagingMessages({ pageSize: -1 }), 400, 'invalid.query.param.value')
    clock.advance(15 * minute)
    await assertRefused(reading.getWebmessagingMessages(), 401, 'bad.credentials')

    const clearing = await joinAsGuest(sandbox)
    const jwt = await jwtOf(clearing)
    clearing.send('onMessage', { message: { type: 'Event', events: [{ eventType: 'Presence', presence: { type: 'Clear' } }] } })
    await clearing.closed()
    await assertRefused(sdkWithToken(url, jwt).webMessaging.getWebmessagingMessages(), 404, 'session.not.found')
  })

  it('has at most three connections: one more closes the oldest', async () => {
    const { sandbox } = session()
    const token = randomUUID()
    const [first, second, third] = [
      await joinAsGuest(sandbox, { token }),
      await joinAsGuest(sandbox, { token }),
      await joinAsGuest(sandbox, { token })
    ]
    const fourth = await joinAsGuest(sandbox, { token })
    await first.next((frame) => frame.class === 'ConnectionClosedEvent')
    assert.equal(await first.closed(), 1000)
    const tracingId = fourth.send('onMessage', text('Hello'))
    const told = await Promise.all([second, third, fourth].map((guest) => guest.next(says('Hello'))))
    assert.deepEqual(
      told.map((frame) => frame.tracingId),
      [undefined, undefined, tracingId]
    )
  })

  it('is let go of on all connections, and the one that asked can begin anew', async () => {
    const { sandbox } = session()
    const token = tokenOf('connected-web')
    const [phone, browser] = [await joinAsGuest(sandbox, { token }), await joinAsGuest(sandbox, { token })]
    const answer = await browser.ask('closeSession', { closeAllConnections: true })
    assert.deepEqual([answer.class, bodyOf(answer)['connected']], ['SessionResponse', false])
    await phone.next((frame) => frame.class === 'ConnectionClosedEvent')
    await phone.closed()
    assert.equal((await browser.ask('onMessage', text('Hello'))).code, 4007)

    const before = await session().conversation('connected-web')
    assert.equal(bodyOf(await browser.ask('configureSession', { deploymentId: browser.deploymentId, startNew: true }))['newSession'], true)
    const { id = '' } = bodyOf(await browser.ask('onMessage', text('Something else')))
    assert.notEqual((await conversationWith(id)).id, before.id)
    const left = await session().conversation('connected-web')
    assert.ok(left.endTime, 'beginning anew leaves the conversation that went on')
    assert.equal((await historyOf(browser)).entities?.at(-1)?.text, 'Something else')
  })

  it('tells the configuration, also as the content network does', async () => {
    const { sandbox } = session()
    const guest = await joinAsGuest(sandbox)
    const configuration = bodyOf(await guest.ask('getConfiguration', { deploymentId: guest.deploymentId }))
    assert.deepEqual([configuration['maxCustomDataBytes'], configuration['sessionDurationSeconds']], [2048, 72 * 3600])
    const { status, json } = await send(sandbox, { path: `/webdeployments/v1/deployments/${guest.deploymentId}/config.json` })
    assert.deepEqual([status, json['id'], json['status'], json['apiEndpoint']], [200, guest.deploymentId, 'Active', sandbox.address.url])
    assert.equal((await send(sandbox, { path: `/webdeployments/v1/deployments/${randomUUID()}/config.json` })).status, 404)
  })

  it('can be found in the control API', async () => {
    const { sandbox } = session()
    const { json } = await send(sandbox, {
      path: '/sandbox/guests',
      headers: { authorization: `Bearer ${sandbox.address.controlToken}` }
    })
    assert.deepEqual(json['tokens'], sandbox.guestTokens())
    assert.ok('ended-web' in sandbox.guestTokens() && !('ended-sms' in sandbox.guestTokens()))
  })
})
