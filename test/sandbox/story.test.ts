import assert from 'node:assert/strict'
import { idOf, leg, participant, states, statuses } from './support/legs'
import { answerOf, assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox } from './support/session'

describe('The follow-up to an ended web messaging conversation', () => {
  const session = eachTestWithSandbox()

  it('has no place in the agent’s send: the conversation has ended', async () => {
    const { user, conversation, conversationId } = session()
    const ended = await conversation('ended-web')
    await assertRefused(
      user.conversations.postConversationsMessageCommunicationMessages(conversationId('ended-web'), idOf(leg(ended, 'agent')), {
        textBody: 'Is there anything else we can help you with?'
      }),
      409,
      'request.conflict',
      'agent-send.not-connected'
    )
  })

  it('is refused to a user’s token as agentless', async () => {
    const { user, sandbox, conversation } = session()
    const externalContactId = participant(await conversation('ended-web'), 'customer').externalContactId ?? ''
    await assertRefused(
      user.conversations.postConversationsMessagesAgentless({
        fromAddress: sandbox.address.deploymentId,
        toAddressMessengerType: 'webmessaging',
        externalContactId,
        textBody: 'Is there anything else we can help you with?'
      }),
      400,
      'not.a.client'
    )
  })

  it('is sent agentless with a client’s token, continues the conversation, and is followed to its delivery', async () => {
    const { user, client, sandbox, clock, conversation, conversationId } = session()
    const before = await conversation('ended-web')
    const { body, headers } = await answerOf(
      client.conversations.postConversationsMessagesAgentless({
        fromAddress: sandbox.address.deploymentId,
        toAddressMessengerType: 'webmessaging',
        externalContactId: participant(before, 'customer').externalContactId ?? '',
        textBody: 'Is there anything else we can help you with?'
      })
    )
    assert.equal(body.conversationId, conversationId('ended-web'))
    assert.equal(body.messengerType, 'webmessaging')
    assert.equal(body.message?.normalizedMessage?.text, 'Is there anything else we can help you with?')
    assert.match(headers['x-sandbox-assumption'] ?? '', /agentless\.continues/)

    const messageId = idOf(body)
    const statusNow = async (): Promise<string> =>
      (await bodyOf(user.conversations.getConversationsMessageMessage(conversationId('ended-web'), messageId))).status
    assert.equal(await statusNow(), 'queued')
    const during = await conversation('ended-web')
    assert.equal(during.endTime, undefined)
    assert.deepEqual(states(during).slice(-1), ['api connected'])

    clock.advance(400)
    assert.equal(await statusNow(), 'sent')
    clock.advance(799)
    assert.equal(await statusNow(), 'sent')
    clock.advance(1)
    assert.equal(await statusNow(), 'delivery-success')

    const after = await conversation('ended-web')
    assert.equal(after.endTime, new Date(clock.now()).toISOString())
    assert.ok(states(after).every((state) => state.endsWith(' disconnected')))
    assert.deepEqual(statuses(after, 'api'), ['delivery-success'])
    const message = await bodyOf(client.conversations.getConversationsMessageMessage(conversationId('ended-web'), messageId))
    assert.equal(message.normalizedMessage?.text, 'Is there anything else we can help you with?')
    assert.equal(message.direction, 'outbound')
  })

  it('is not sent to any of the invented endpoints', async () => {
    const { user, conversationId } = session()
    const id = conversationId('ended-web')
    await assertRefused(
      user.call('POST', '/api/v2/conversations/messaging/messages', { text: 'Hello', conversationId: id }),
      404,
      'not.found'
    )
    await assertRefused(user.call('PATCH', `/api/v2/conversations/messaging/conversations/${id}`, { status: 'open' }), 404, 'not.found')
    await assertRefused(user.call('POST', `/api/v2/conversations/${id}/participants`, {}), 404, 'not.found')
    await assertRefused(user.call('POST', `/api/v2/conversations/web/${id}/participants`, {}), 404, 'not.found')
  })
})
