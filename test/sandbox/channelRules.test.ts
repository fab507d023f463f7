import assert from 'node:assert/strict'
import type { Conversation, Message, MessageContent } from '../../src/sandbox/conversations/conversation'
import type { MessengerType } from '../../src/sandbox/conversations/messengerType'
import { businessSide, findMessage } from '../../src/sandbox/conversations/reading'
import { accept, addMessage } from '../../src/sandbox/conversations/transitions'
import { sendAgentless } from '../../src/sandbox/sending/agentlessSend'
import { sendAsAgent } from '../../src/sandbox/sending/agentSend'
import { deliver, queuedMessage } from '../../src/sandbox/sending/delivery'
import { assertRefusedBy } from './support/refusal'
import { smallWorld, type SmallWorld } from './support/smallWorld'

const second = 1000
const hour = 3_600_000
const day = 24 * hour

const agentsLeg = (conversation: Conversation): string => {
  const found = businessSide(conversation)
    .findLast(({ purpose }) => purpose === 'agent')
    ?.legs.at(-1)
  assert.ok(found, 'an agent is there')
  return found.id
}

/** A customer who has just written, and the agent who took it. */
const connected = (small: SmallWorld, messengerType: MessengerType): Conversation => {
  const { world, writes, clock, now } = small
  const { conversation } = writes(messengerType, '+13175550150', 'I want to talk to a person')
  clock.advance(3 * second)
  const agent = businessSide(now(conversation)).findLast(({ purpose }) => purpose === 'agent')
  assert.ok(agent, 'an agent has been alerted')
  world.conversations.change(conversation.id, (before) => accept(before, agent.id, clock.now()))
  return now(conversation)
}

const says = (
  { world, now }: SmallWorld,
  conversation: Conversation,
  content: MessageContent = { kind: 'text', text: 'Hello' }
): Message => {
  const current = now(conversation)
  const message = queuedMessage(world, content)
  world.conversations.change(current.id, (before) => addMessage(before, agentsLeg(before), message))
  deliver(world, current, message)
  return message
}

const outcome = ({ now }: SmallWorld, conversation: Conversation, { id }: Message): string => {
  const message = findMessage(now(conversation), id)?.message
  return message?.failure ? `${message.status} ${message.failure.code}` : (message?.status ?? 'lost')
}

describe('What each channel does with a message', () => {
  it('takes it from queued to sent to delivered', () => {
    const small = smallWorld()
    const conversation = connected(small, 'sms')
    const message = says(small, conversation)
    const seen = [outcome(small, conversation, message)]
    for (const step of [400, 800]) {
      small.clock.advance(step)
      seen.push(outcome(small, conversation, message))
    }
    assert.deepEqual(seen, ['queued', 'sent', 'delivery-success'])
  })

  it('WhatsApp: a text fails more than 24 hours after the customer’s last message, a template does not', () => {
    const small = smallWorld((organisation) => ({ ...organisation, life: { inactivityMinutes: undefined } }))
    const conversation = connected(small, 'whatsapp')
    small.clock.advance(day - 5 * second)
    const inTime = says(small, conversation)
    small.clock.advance(hour)
    const late = says(small, conversation)
    const template = says(small, conversation, {
      kind: 'template',
      responseId: 'response',
      filled: { header: undefined, body: { text: 'Hello', parameters: [] }, footer: undefined, buttons: [], unfilled: [] }
    })
    small.clock.advance(2 * second)
    assert.deepEqual(
      [inTime, late, template].map((message) => outcome(small, conversation, message)),
      ['delivery-success', 'delivery-failed 131047', 'delivery-success']
    )
    small.writes('whatsapp', '+13175550150', 'I am back')
    assert.equal(outcome(small, conversation, inTime), 'read', 'who writes has read')
    const answer = says(small, conversation)
    small.clock.advance(2 * second)
    assert.equal(outcome(small, conversation, answer), 'delivery-success')
  })

  it('Facebook: nothing is delivered more than 7 days after it', () => {
    const small = smallWorld((organisation) => ({ ...organisation, life: { inactivityMinutes: undefined } }))
    const conversation = connected(small, 'facebook')
    small.clock.advance(7 * day - 5 * second)
    const inTime = says(small, conversation)
    small.clock.advance(hour)
    const late = says(small, conversation)
    small.clock.advance(2 * second)
    assert.deepEqual(
      [inTime, late].map((message) => outcome(small, conversation, message)),
      ['delivery-success', 'delivery-failed MessageNotAllowed']
    )
  })

  it('X: the sixth reply to a message fails', () => {
    const small = smallWorld((organisation) => ({
      ...organisation,
      senders: [...organisation.senders, { messengerType: 'twitter', address: 'x-integration', name: 'Shop on X' }]
    }))
    const conversation = connected(small, 'twitter')
    const replies = [1, 2, 3, 4, 5, 6].map(() => says(small, conversation))
    small.clock.advance(2 * second)
    assert.deepEqual(
      replies.map((message) => outcome(small, conversation, message)),
      [...Array<string>(5).fill('delivery-success'), 'delivery-failed MessageNotAllowed']
    )
    small.writes('twitter', '+13175550150', 'Go on')
    const next = says(small, conversation)
    small.clock.advance(2 * second)
    assert.equal(outcome(small, conversation, next), 'delivery-success')
  })

  it('SMS: nothing is delivered after STOP, until START, whoever sends it', () => {
    const small = smallWorld()
    const { shop, world, writes, clock } = small
    const conversation = connected(small, 'sms')
    const send = (): Message => says(small, conversation)
    const sendByApi = (): Message =>
      sendAgentless(
        world,
        {
          messengerType: 'sms',
          addresses: { fromAddress: shop.addresses.sms, toAddress: '+13175550150', externalContactId: undefined },
          content: { textBody: 'Hello' },
          useExistingActiveConversation: true,
          senderName: 'Notifier'
        },
        () => undefined
      ).message
    writes('sms', '+13175550150', ' stop ')
    const failed = [send(), sendByApi()]
    clock.advance(2 * second)
    for (const message of failed) assert.equal(outcome(small, conversation, message), 'delivery-failed RecipientOptedOut')
    writes('sms', '+13175550150', 'START')
    const delivered = send()
    clock.advance(2 * second)
    assert.equal(outcome(small, conversation, delivered), 'delivery-success')
  })

  it('web messaging: it fails half a minute after a guest who is away, unless they come back', () => {
    const small = smallWorld()
    const conversation = connected(small, 'webmessaging')
    small.away.add(conversation.id)
    const missed = says(small, conversation)
    small.clock.advance(29 * second)
    assert.equal(outcome(small, conversation, missed), 'sent')
    small.clock.advance(second)
    assert.equal(outcome(small, conversation, missed), 'delivery-failed GeneralError')

    const caught = says(small, conversation)
    small.clock.advance(10 * second)
    small.away.delete(conversation.id)
    small.clock.advance(20 * second)
    assert.equal(outcome(small, conversation, caught), 'delivery-success')
  })
})

describe('What an organisation has used up', () => {
  const send = (small: SmallWorld, conversation: Conversation) =>
    sendAsAgent(
      small.world,
      {
        userId: small.shop.nora.id,
        conversation: small.now(conversation),
        communicationId: agentsLeg(small.now(conversation)),
        content: { textBody: 'Hello' }
      },
      () => undefined
    )

  it('refuses another message in a conversation that has as many as it may', () => {
    const small = smallWorld((organisation) => ({ ...organisation, limits: { messagesPerConversation: 2 } }))
    const conversation = connected(small, 'sms')
    send(small, conversation)
    assertRefusedBy(() => send(small, conversation), 400, 'conversation.message.limit.exceeded')
  })

  it('refuses every outbound message when its allowance is used up', () => {
    const small = smallWorld((organisation) => ({ ...organisation, limits: { outboundUsedUp: true } }))
    const conversation = connected(small, 'sms')
    assertRefusedBy(() => send(small, conversation), 409, 'organization.outbound.usage.limit.exceeded')
    assertRefusedBy(
      () =>
        sendAgentless(
          small.world,
          {
            messengerType: 'sms',
            addresses: { fromAddress: small.shop.addresses.sms, toAddress: '+13175550177', externalContactId: undefined },
            content: { textBody: 'Hello' },
            useExistingActiveConversation: false,
            senderName: 'Notifier'
          },
          () => undefined
        ),
      409,
      'organization.outbound.usage.limit.exceeded'
    )
  })
})
