import assert from 'node:assert/strict'
import type { Models } from 'purecloud-platform-client-v2'
import { idOf, leg, states } from './support/legs'
import { assertRefused, bodyOf } from './support/sdk'
import { eachTestWithSandbox, type Session } from './support/session'

const unknownId = '00000000-0000-4000-8000-000000000000'

type Request = Models.CreateOutboundMessagingConversationRequest

describe('An outbound conversation that an agent owns', () => {
  const session = eachTestWithSandbox()

  const start = ({ user }: Session, request: Request) => user.conversations.postConversationsMessages(request)

  const sms = (toAddress: string, more: Partial<Request> = {}): Request => ({
    queueId: session().sandbox.address.queueId,
    toAddress,
    toAddressMessengerType: 'sms',
    ...more
  })

  it('is new for a new recipient, connects the agent, and sends nothing by itself', async () => {
    const { user } = session()
    const created = await bodyOf(start(session(), sms('+13175550199')))
    const conversation = await bodyOf(user.conversations.getConversation(idOf(created)))
    assert.deepEqual(states(conversation), ['customer connected', 'agent connected'])
    assert.equal(leg(conversation, 'agent').messages?.length, 0)
    const message = await bodyOf(
      user.conversations.postConversationsMessageCommunicationMessages(idOf(created), idOf(leg(conversation, 'agent')), {
        textBody: 'Your lamp is here'
      })
    )
    assert.equal(message.toAddress, '+13175550199')
  })

  it('continues an ended one only when told to', async () => {
    const { conversationId, conversation } = session()
    await assertRefused(start(session(), sms('+13175550163')), 400, 'existing.conversation')
    const continued = await bodyOf(start(session(), sms('+13175550163', { useExistingConversation: true })))
    assert.equal(continued.id, conversationId('ended-sms'))
    const record = await conversation('ended-sms')
    assert.equal(record.endTime, undefined)
    assert.deepEqual(states(record).slice(-1), ['agent connected'])
    assert.ok(states(record).includes('customer connected'))
    assert.equal(record.participants[0]?.messages?.at(-1)?.peerId, leg(record, 'agent').id)
  })

  it('is refused while one with the recipient is active', async () => {
    await assertRefused(start(session(), sms('+13175550142', { useExistingConversation: true })), 400, 'active.conversation')
  })

  it('is not there for web messaging and the social channels', async () => {
    for (const toAddressMessengerType of ['webmessaging', 'facebook', 'apple']) {
      await assertRefused(start(session(), sms('+13175550199', { toAddressMessengerType })), 400, 'invalid.value')
    }
  })

  it('checks the queue, the address and the contact', async () => {
    const { user } = session()
    const { entities } = await bodyOf(user.routing.getRoutingQueues())
    const mobile = idOf(entities?.find(({ name }) => name === 'Mobile support') ?? {})
    const reference = [400, 'invalid.value', 'body.unknown-reference'] as const
    await assertRefused(start(session(), sms('+13175550199', { queueId: unknownId })), ...reference)
    await assertRefused(start(session(), sms('+13175550199', { externalContactId: unknownId })), ...reference)
    await assertRefused(start(session(), sms('3175550199')), 400, 'invalid.phone.number')
    await assertRefused(start(session(), sms('+447700900100', { toAddressMessengerType: 'whatsapp' })), 400, 'invalid.whatsapp.address')
    await assertRefused(
      start(session(), sms('member-1', { queueId: mobile, toAddressMessengerType: 'open' })),
      400,
      'queue.address.required'
    )
    await assertRefused(start(session(), sms('+13175550199', { queueId: mobile })), 400, 'queue.membership.required')
  })
})
