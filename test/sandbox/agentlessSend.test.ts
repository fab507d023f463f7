import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { leg, participant, states } from './support/legs'
import { answerOf, assertRefused, bodyOf, sdkAsClient, type Answer } from './support/sdk'
import { responseId } from './support/responses'
import { eachTestWithSandbox, type Session } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

type Request = Models.SendAgentlessOutboundMessageRequest

describe('An agentless send', () => {
  const session = eachTestWithSandbox()

  const send = ({ client }: Session, request: Request) => client.conversations.postConversationsMessagesAgentless(request)

  /** A request that would reach the customer of a conversation. */
  const to = async ({ conversation, sandbox, client }: Session, name: string): Promise<Request> => {
    const record = await conversation(name)
    const { toAddress, fromAddress, type = '' } = leg(record, 'customer')
    const externalContactId = participant(record, 'customer').externalContactId
    return type === 'webmessaging'
      ? {
          fromAddress: sandbox.address.deploymentId,
          toAddressMessengerType: type,
          externalContactId: externalContactId ?? '',
          textBody: 'Hello'
        }
      : {
          fromAddress: toAddress?.addressNormalized ?? '',
          toAddress: fromAddress?.addressNormalized ?? '',
          toAddressMessengerType: type,
          ...(type === 'whatsapp'
            ? { messagingTemplate: { responseId: await responseId(client, 'Anything else') } }
            : { textBody: 'Hello' })
        }
  }

  /** The client’s first token does not outlive the day that passes. */
  const freshClient = async () => {
    const { url, clientId, clientSecret } = session().sandbox.address
    return sdkAsClient(url, clientId, clientSecret)
  }

  const sendTo = async (name: string, more: Partial<Request> = {}): Promise<Answer<Models.SendAgentlessOutboundMessageResponse>> =>
    answerOf(send(session(), { ...(await to(session(), name)), ...more }))

  it('continues a conversation that ended inside the reply window', async () => {
    for (const name of ['ended-web', 'ended-sms', 'ended-whatsapp', 'ended-delivery-failed', 'wrapup-web']) {
      const { body, headers } = await sendTo(name)
      assert.equal(body.conversationId, session().conversationId(name))
      assert.match(headers['x-sandbox-assumption'] ?? '', /agentless\.continues/)
    }
  })

  it('starts a new conversation when the window is over', async () => {
    const { clock, user } = session()
    for (const name of ['ended-web-over', 'ended-open-over']) {
      const { body } = await sendTo(name)
      assert.notEqual(body.conversationId, session().conversationId(name))
      const started = await bodyOf(user.conversations.getConversation(body.conversationId ?? ''))
      assert.deepEqual(states(started), ['customer connected', 'api connected'])
      clock.advance(1200)
      const ended = await bodyOf(user.conversations.getConversation(body.conversationId ?? ''))
      assert.deepEqual(states(ended), ['customer disconnected', 'api disconnected'])
      assert.equal(ended.endTime, new Date(clock.now()).toISOString())
    }
  })

  it('goes by the window of its channel: 24 hours for SMS here', async () => {
    const { clock, conversation } = session()
    const ended = Date.parse((await conversation('ended-sms')).endTime ?? '')
    clock.advance(ended + 24 * 3_600_000 - clock.now() - 1)
    assert.equal((await sendTo('ended-sms')).body.conversationId, session().conversationId('ended-sms'))
    clock.advance(1200 + 24 * 3_600_000)
    const fresh = await bodyOf((await freshClient()).conversations.postConversationsMessagesAgentless(await to(session(), 'ended-sms')))
    assert.notEqual(fresh.conversationId, session().conversationId('ended-sms'))
  })

  it('is refused while a conversation with the recipient is active, unless it may use it', async () => {
    const plain = [
      'connected-web',
      'connected-sms',
      'connected-open',
      'connected-whatsapp',
      'alerting-web',
      'queued-sms',
      'queued-web',
      'automated-web'
    ]
    for (const name of plain) {
      await assertRefused(send(session(), await to(session(), name)), 400, 'active.conversation')
    }
    for (const name of ['parked-whatsapp', 'unknown-state']) {
      await assertRefused(send(session(), await to(session(), name)), 400, 'active.conversation', 'recipient.active')
    }
    for (const name of [...plain, 'parked-whatsapp', 'unknown-state']) {
      const { body } = await sendTo(name, { useExistingActiveConversation: true })
      assert.equal(body.conversationId, session().conversationId(name))
      assert.equal(body.useExistingActiveConversation, true)
    }
  })

  it('leaves an active conversation as it was once it is delivered', async () => {
    const { clock, conversation } = session()
    await sendTo('automated-web', { useExistingActiveConversation: true })
    assert.deepEqual(states(await conversation('automated-web')), ['customer connected', 'botflow connected', 'api connected'])
    clock.advance(1200)
    const after = await conversation('automated-web')
    assert.deepEqual(states(after), ['customer connected', 'botflow connected', 'api disconnected'])
    assert.equal(after.endTime, undefined)
  })

  it('takes the five documented channels and no other', async () => {
    const request = await to(session(), 'ended-facebook')
    await assertRefused(send(session(), request), 400, 'invalid.value')
    await assertRefused(send(session(), { ...request, toAddressMessengerType: 'apple' }), 400, 'invalid.value', 'body.unknown-reference')
  })

  it('asks of web messaging an active deployment, an external contact and a text', async () => {
    const request = await to(session(), 'ended-web')
    const nobody = { ...request, externalContactId: undefined } as unknown as Request
    const reference = [400, 'invalid.value', 'body.unknown-reference'] as const
    const channel = [400, 'constraint.validation', 'body.channel-fields'] as const
    await assertRefused(send(session(), { ...request, fromAddress: unknownId }), ...reference)
    await assertRefused(send(session(), { ...request, externalContactId: unknownId }), ...reference)
    await assertRefused(send(session(), nobody), ...channel)
    await assertRefused(send(session(), { ...request, toAddress: '+13175550199' }), ...channel)
    await assertRefused(send(session(), { ...request, textBody: '' }), 400, 'invalid.webmessaging.text.body')
    await assertRefused(send(session(), { ...request, textBody: '  ' }), 400, 'invalid.webmessaging.text.body', 'text.blank')
    await assertRefused(send(session(), { ...request, textBody: 'x'.repeat(4000) }), 400, 'invalid.webmessaging.text.body')
    const { headers } = await answerOf(send(session(), { ...request, textBody: 'x'.repeat(3999) }))
    assert.match(headers['x-sandbox-assumption'] ?? '', /text\.two-limits/)
  })

  it('asks of SMS a provisioned number, an E.164 recipient and a text of at most 765 characters', async () => {
    const request = await to(session(), 'ended-sms')
    await assertRefused(send(session(), { ...request, fromAddress: '+13175550999' }), 400, 'invalid.value', 'body.unknown-reference')
    await assertRefused(send(session(), { ...request, toAddress: '317 555 0163' }), 400, 'invalid.phone.number', 'body.channel-fields')
    await assertRefused(send(session(), { ...request, textBody: '' }), 400, 'constraint.validation', 'body.channel-fields')
    await assertRefused(send(session(), { ...request, textBody: 'x'.repeat(766) }), 400, 'max.length.exceeded')
  })

  it('asks of WhatsApp digits and a template', async () => {
    const request = await to(session(), 'ended-whatsapp')
    const plain = { ...request, messagingTemplate: undefined } as unknown as Request
    await assertRefused(send(session(), { ...request, toAddress: '+447700900139' }), 400, 'invalid.whatsapp.address')
    await assertRefused(send(session(), { ...plain, textBody: 'Hello' }), 400, 'constraint.validation', 'body.channel-fields')
    const { body } = await sendTo('ended-whatsapp')
    assert.equal(body.message?.normalizedMessage?.content?.[0]?.template?.id, `cannedresponse@${request.messagingTemplate?.responseId}`)
  })

  it('refuses a field that its model does not have, the flag of the other operation among them', async () => {
    const request = await to(session(), 'connected-web')
    await assertRefused(
      send(session(), { ...request, useExistingConversation: true } as never),
      400,
      'invalid.property',
      'body.unknown-field'
    )
  })
})
