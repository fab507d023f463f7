import assert from 'node:assert/strict'
import { bodyOf, isPresence, joinAsGuest, presence, says, text, type GuestClient } from './support/guest'
import { eachFrameFitsTheSchema } from './support/guestSchema'
import { participant } from './support/legs'
import { bodyOf as answered, sdkWithToken } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

type Name = 'connected-off' | 'connected-send' | 'connected-read-only'

describe('What a guest is told when the conversation ends', () => {
  const session = eachTestWithSandbox({ scenario: 'conversation-disconnect' })
  eachFrameFitsTheSchema()

  const join = async (name: Name): Promise<GuestClient> => {
    const { sandbox, conversation } = session()
    const token = sandbox.guestTokens()[name]
    assert.ok(token)
    // The deployment’s id is the address that the customer writes to.
    const deploymentId = participant(await conversation(name), 'customer').messages?.[0]?.toAddress?.addressNormalized ?? ''
    return joinAsGuest(sandbox, { token, deploymentId })
  }

  const agentEnds = async (name: Name): Promise<void> => {
    const { user, conversationId } = session()
    await user.call('PATCH', `/api/v2/conversations/messages/${conversationId(name)}`, { state: 'disconnected' })
  }

  const isDisconnect = isPresence('Disconnect')

  const historyOf = async (guest: GuestClient) => {
    const { jwt } = bodyOf(await guest.ask('getJwt'))
    const { webMessaging } = sdkWithToken(session().sandbox.address.url, String(jwt))
    return (await answered(webMessaging.getWebmessagingMessages())).entities ?? []
  }

  it('is nothing by default, and the next message continues the conversation', async () => {
    const guest = await join('connected-off')
    await agentEnds('connected-off')
    const echo = await guest.ask('onMessage', text('One more thing'))
    assert.equal(echo.code, 200)
    assert.ok(!guest.frames.some(isDisconnect))
    const after = await session().conversation('connected-off')
    assert.ok(
      after.participants.some(({ messages }) =>
        messages?.some((leg) => leg.messages?.some(({ messageId }) => messageId === bodyOf(echo).id))
      )
    )
  })

  it('is a Disconnect event where the deployment says so, and the guest may go on', async () => {
    const guest = await join('connected-send')
    await agentEnds('connected-send')
    const signal = await guest.next(isDisconnect)
    assert.deepEqual(
      [signal.type, signal.class, bodyOf(signal)['type'], bodyOf(signal).direction],
      ['message', 'StructuredMessage', 'Event', 'Outbound']
    )
    assert.equal(bodyOf(signal).metadata?.['readOnly'], undefined)
    assert.equal((await guest.ask('onMessage', text('One more thing'))).code, 200)
  })

  it('is a Disconnect event with readOnly, and every message from then on gets a 409', async () => {
    const guest = await join('connected-read-only')
    await agentEnds('connected-read-only')
    assert.equal(bodyOf(await guest.next(isDisconnect)).metadata?.['readOnly'], 'true')
    for (const fields of [text('One more thing'), presence('Join')]) {
      const refused = await guest.ask('onMessage', fields)
      assert.deepEqual(
        [refused.type, refused.class, refused.code, refused.body],
        ['response', 'string', 409, 'Session is read-only, no new messages allowed']
      )
    }
    assert.equal((await session().conversation('connected-read-only')).endTime !== undefined, true)
  })

  it('stays read-only for who comes back, with the history, until a new session begins', async () => {
    const { sandbox, user, conversationId } = session()
    const guest = await join('connected-read-only')
    await agentEnds('connected-read-only')
    await guest.leave()

    const back = await join('connected-read-only')
    const answer = bodyOf(await back.ask('configureSession', { deploymentId: back.deploymentId }))
    assert.deepEqual([answer['connected'], answer['newSession'], answer['readOnly']], [true, false, true])
    const [signal, ...said] = await historyOf(back)
    assert.equal(signal?.events?.[0]?.presence?.type, 'Disconnect')
    assert.equal(said[0]?.text, 'Hello, it is: until 6 this evening.')

    const closed = bodyOf(await back.ask('closeSession', { closeAllConnections: true }))
    assert.deepEqual([closed['connected'], closed['readOnly']], [false, true])
    const anew = bodyOf(await back.ask('configureSession', { deploymentId: back.deploymentId, startNew: true }))
    assert.deepEqual([anew['newSession'], anew['readOnly']], [true, false])
    const echo = await back.ask('onMessage', text('Something else'))
    assert.equal(echo.code, 200)
    const old = await answered(user.conversations.getConversation(conversationId('connected-read-only')))
    assert.ok(old.endTime, 'the message is in a conversation of its own')
    assert.deepEqual((await historyOf(back)).map(({ text: words }) => words).slice(-1), ['Something else'])
    assert.equal(sandbox.guestTokens()['connected-read-only'], back.token)
  })

  it('is told to a guest who was away, when they come back', async () => {
    await agentEnds('connected-read-only')
    const guest = await join('connected-read-only')
    assert.equal((await guest.ask('onMessage', text('Hello?'))).code, 409)
    assert.equal((await historyOf(guest))[0]?.metadata?.['readOnly'], 'true')
  })

  it('is not told again when an agentless message has come and gone', async () => {
    const { client, clock, conversation } = session()
    for (const name of ['connected-send', 'connected-read-only'] as const) {
      const guest = await join(name)
      await agentEnds(name)
      await guest.next(isDisconnect)
      await client.conversations.postConversationsMessagesAgentless({
        fromAddress: guest.deploymentId,
        toAddressMessengerType: 'webmessaging',
        externalContactId: participant(await conversation(name), 'customer').externalContactId ?? '',
        textBody: 'Is there anything else?'
      })
      await guest.next(says('Is there anything else?'))
      clock.advance(60_000)
      await guest.ask('getJwt')
      assert.equal(guest.frames.filter(isDisconnect).length, 1)
      assert.ok((await conversation(name)).endTime)
    }
  })

  it('is told as well when the guest ends it', async () => {
    const { conversation } = session()
    const guest = await join('connected-read-only')
    const answer = await guest.ask('disconnectCustomer')
    assert.deepEqual([answer.class, bodyOf(answer)['readOnly']], ['SessionResponse', true])
    await guest.next(isDisconnect)
    assert.ok((await conversation('connected-read-only')).endTime)

    const other = await join('connected-off')
    await other.ask('onMessage', presence('Disconnect'))
    assert.ok((await conversation('connected-off')).endTime)
  })
})
