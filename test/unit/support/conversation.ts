import type { Conversation, Leg, LegState, MessageRecord, Participant } from '../../../src/model/conversation'
import { minutes, type Instant } from '../../../src/model/instant'
import { ids } from './ids'

/** What the tests call now. */
export const now: Instant = Date.UTC(2026, 10, 24, 14, 5)
export const minutesAgo = (count: number): Instant => now - minutes(count)
/** When a conversation that has ended in these tests did so. */
export const ended = minutesAgo(6)

export const leg = (given: Partial<Leg> = {}): Leg => ({
  id: ids.nobody,
  state: 'connected',
  rawState: given.state ?? 'connected',
  messengerType: undefined,
  startedAt: minutesAgo(40),
  connectedAt: minutesAgo(40),
  parkedAt: undefined,
  disconnectedAt: undefined,
  disconnectType: undefined,
  peerId: undefined,
  fromAddress: undefined,
  toAddress: undefined,
  messages: [],
  ...given
})

/** The fields of a leg in this state, that ended, if it did, with the conversation. */
export const inState = (state: LegState): Partial<Leg> => {
  switch (state) {
    case 'disconnected':
      return { state, disconnectedAt: ended, disconnectType: 'client' }
    case 'alerting':
      return { state, connectedAt: undefined }
    case 'parked':
      return { state, parkedAt: minutesAgo(2) }
    case 'connected':
      return { state }
    case 'unrecognised':
      return { state, rawState: 'transmitting' }
  }
}

export const participant = (given: Partial<Participant> = {}): Participant => ({
  id: ids.nobody,
  purpose: 'external',
  party: 'other',
  name: undefined,
  userId: undefined,
  queueId: undefined,
  queueName: undefined,
  externalContactId: undefined,
  wrapUpPending: false,
  legs: [],
  ...given
})

type Given = Partial<Participant>

export const customer = (onLeg: Partial<Leg> = {}, given: Given = {}): Participant =>
  participant({
    id: ids.customer,
    purpose: 'customer',
    party: 'customer',
    name: 'Ada Berg',
    externalContactId: ids.contact,
    legs: [leg({ id: ids.customerLeg, messengerType: 'webmessaging', fromAddress: 'guest-7', toAddress: ids.deployment, ...onLeg })],
    ...given
  })

export const agent = (onLeg: Partial<Leg> = {}, given: Given = {}): Participant =>
  participant({
    id: ids.agent,
    purpose: 'agent',
    party: 'agent',
    name: 'Nora Lind',
    userId: ids.agentUser,
    legs: [leg({ id: ids.agentLeg, ...onLeg })],
    ...given
  })

export const queue = (onLeg: Partial<Leg> = {}, given: Given = {}): Participant =>
  participant({
    id: ids.queue,
    purpose: 'acd',
    party: 'queue',
    queueId: ids.queue,
    queueName: 'Support',
    legs: [leg({ id: ids.queueLeg, ...onLeg })],
    ...given
  })

export const flow = (onLeg: Partial<Leg> = {}, given: Given = {}): Participant =>
  participant({
    id: ids.flow,
    purpose: 'workflow',
    party: 'automation',
    name: 'Greeter',
    legs: [leg({ id: ids.flowLeg, ...onLeg })],
    ...given
  })

export const message = (given: Partial<MessageRecord> = {}): MessageRecord => ({
  id: ids.message,
  status: 'delivery-success',
  at: minutesAgo(30),
  error: undefined,
  ...given
})

export const conversation = (participants: readonly Participant[], given: Partial<Conversation> = {}): Conversation => ({
  id: ids.conversation,
  startedAt: minutesAgo(40),
  endedAt: undefined,
  participants,
  reading: 'live',
  readAt: now,
  ...given
})

/** The organisation's address on a channel: a phone number for SMS, else the integration's id. */
export const businessAddress = (messengerType: string): string => {
  switch (messengerType) {
    case 'webmessaging':
      return ids.deployment
    case 'open':
      return ids.integration
    case 'whatsapp':
      return ids.whatsAppIntegration
    case 'apple':
      return ids.appleIntegration
    default:
      return '+41440000002'
  }
}

/** What a customer's leg of this channel says: addresses as the channel writes them, and a message of half an hour ago. */
export const channelLeg = (messengerType: string): Partial<Leg> => ({
  messengerType,
  messages: [message({ status: 'received' })],
  ...(messengerType === 'webmessaging' ? {} : { fromAddress: '+41790000001', toAddress: businessAddress(messengerType) })
})

/** A customer and an agent whose leg is in this state. */
export const withAgent = (state: LegState, messengerType = 'webmessaging'): Conversation =>
  conversation([customer(channelLeg(messengerType)), queue(inState('disconnected')), agent(inState(state))])

export const queued = (messengerType = 'webmessaging'): Conversation => conversation([customer(channelLeg(messengerType)), queue()])

export const automated = (messengerType = 'webmessaging'): Conversation => conversation([customer(channelLeg(messengerType)), flow()])

/** Everybody has left, and the platform says when. */
export const endedConversation = (messengerType = 'webmessaging', endedAt: Instant = ended): Conversation => {
  const over: Partial<Leg> = { state: 'disconnected', disconnectedAt: endedAt, disconnectType: 'peer' }
  return conversation([customer({ ...channelLeg(messengerType), ...over }), queue(over), agent({ ...over, disconnectType: 'client' })], {
    endedAt
  })
}

/** Everybody has left, and the agent still owes the after-conversation work. */
export const inWrapUp = (messengerType = 'webmessaging'): Conversation =>
  conversation([
    customer({ ...channelLeg(messengerType), ...inState('disconnected') }),
    queue(inState('disconnected')),
    agent(inState('disconnected'), { wrapUpPending: true })
  ])
