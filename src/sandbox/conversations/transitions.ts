// How a conversation changes. Each function takes a conversation and returns what it becomes; none knows of HTTP, clocks or who may ask.
import type {
  Agent,
  BusinessParticipant,
  Conversation,
  DeliveryFailure,
  Direction,
  DisconnectType,
  Leg,
  LegState,
  Message,
  MessageStatus,
  Participant,
  WrapUp
} from './conversation'
import { isLater } from './messageStatus'
import { businessSide, customerOf, isLive, isPresent } from './reading'

const changeParticipants = (conversation: Conversation, change: (participant: Participant) => Participant): Conversation => ({
  ...conversation,
  participants: conversation.participants.map(change)
})

const changeLegs = (conversation: Conversation, change: (leg: Leg, participant: Participant) => Leg): Conversation =>
  changeParticipants(conversation, (participant) => ({ ...participant, legs: participant.legs.map((leg) => change(leg, participant)) }))

const changeMessages = (conversation: Conversation, change: (message: Message) => Message): Conversation =>
  changeLegs(conversation, (leg) => ({ ...leg, messages: leg.messages.map(change) }))

const connectedTimeOf = (state: LegState): number | undefined => (state.name === 'alerting' ? undefined : state.connectedTime)

const hangUp = (leg: Leg, time: number, disconnectType: DisconnectType): Leg =>
  isLive(leg)
    ? { ...leg, state: { name: 'disconnected', connectedTime: connectedTimeOf(leg.state), disconnectedTime: time, disconnectType } }
    : leg

/** A new leg of `direction`, connected from its first moment. */
export const connectedLeg = (id: string, direction: Direction, time: number, peerId?: string): Leg => ({
  id,
  direction,
  startTime: time,
  state: { name: 'connected', connectedTime: time },
  peerId,
  messages: []
})

export const alertingLeg = (id: string, direction: Direction, time: number, peerId: string): Leg => ({
  id,
  direction,
  startTime: time,
  state: { name: 'alerting' },
  peerId,
  messages: []
})

export const join = (conversation: Conversation, participant: Participant): Conversation => ({
  ...conversation,
  participants: [...conversation.participants, participant]
})

/** The customer’s leg that a newcomer talks to: the one that is connected, else a new one. */
export const withCustomerConnected = (
  conversation: Conversation,
  newLegId: () => string,
  time: number
): { readonly conversation: Conversation; readonly customerLegId: string } => {
  const live = customerOf(conversation)?.legs.findLast(isLive)
  if (live) return { conversation, customerLegId: live.id }
  const leg = connectedLeg(newLegId(), conversation.originatingDirection, time)
  return {
    customerLegId: leg.id,
    conversation: changeParticipants(conversation, (participant) =>
      participant.purpose === 'customer' ? { ...participant, legs: [...participant.legs, leg] } : participant
    )
  }
}

/** All who are of `purpose` leave because somebody else takes over. */
export const handOver = (conversation: Conversation, purpose: BusinessParticipant['purpose'], time: number): Conversation =>
  changeLegs(conversation, (leg, participant) => (participant.purpose === purpose ? hangUp(leg, time, 'transfer') : leg))

/** One participant hands over to somebody else and leaves. */
export const handOverBy = (conversation: Conversation, participantId: string, time: number): Conversation =>
  changeLegs(conversation, (leg, participant) => (participant.id === participantId ? hangUp(leg, time, 'transfer') : leg))

/** An alerting agent takes the conversation; the queue lets go of it, and so does an agent who stayed until then. */
export const accept = (conversation: Conversation, participantId: string, time: number): Conversation =>
  changeLegs(handOver(conversation, 'acd', time), (leg, participant) => {
    if (participant.purpose !== 'agent') return leg
    if (participant.id !== participantId) return hangUp(leg, time, 'transfer')
    return leg.state.name === 'alerting' ? { ...leg, state: { name: 'connected', connectedTime: time } } : leg
  })

/** Nobody is alerted any more, and no queue waits: the conversation goes elsewhere. */
export const withdrawOffers = (conversation: Conversation, time: number): Conversation =>
  changeLegs(handOver(conversation, 'acd', time), (leg) => (leg.state.name === 'alerting' ? hangUp(leg, time, 'transfer') : leg))

/** An alert was not answered in time. */
export const missAlert = (conversation: Conversation, legId: string, time: number): Conversation =>
  changeLegs(conversation, (leg) => (leg.id === legId && leg.state.name === 'alerting' ? hangUp(leg, time, 'transfer.noanswer') : leg))

export const park = (conversation: Conversation, participantId: string, time: number, resumeTime: number | undefined): Conversation =>
  changeLegs(conversation, (leg, participant) =>
    participant.id === participantId && leg.state.name === 'connected'
      ? { ...leg, state: { name: 'parked', connectedTime: leg.state.connectedTime, parkTime: time, resumeTime } }
      : leg
  )

export const resume = (conversation: Conversation, participantId: string): Conversation =>
  changeLegs(conversation, (leg, participant) =>
    participant.id === participantId && leg.state.name === 'parked'
      ? { ...leg, state: { name: 'connected', connectedTime: leg.state.connectedTime } }
      : leg
  )

/** A connected leg gets into a state that the published lists do not have. */
export const enterUnlistedState = (conversation: Conversation, legId: string, raw: string): Conversation =>
  changeLegs(conversation, (leg) =>
    leg.id === legId && leg.state.name === 'connected'
      ? { ...leg, state: { name: 'unlisted', raw, connectedTime: leg.state.connectedTime } }
      : leg
  )

export const disconnectAll = (conversation: Conversation, time: number, disconnectType: DisconnectType): Conversation =>
  changeLegs(conversation, (leg) => hangUp(leg, time, disconnectType))

const hasBothSides = (conversation: Conversation): boolean =>
  businessSide(conversation).some(isPresent) && customerOf(conversation)?.legs.some(isLive) === true

/** With one side gone there is nobody to talk to: the other side’s legs end too, and with them the conversation. */
const endIfOneSided = (conversation: Conversation, time: number): Conversation =>
  hasBothSides(conversation) ? conversation : disconnectAll(conversation, time, 'peer')

/** One participant leaves. */
export const leave = (conversation: Conversation, participantId: string, time: number, disconnectType: DisconnectType): Conversation =>
  endIfOneSided(
    changeLegs(conversation, (leg, participant) => (participant.id === participantId ? hangUp(leg, time, disconnectType) : leg)),
    time
  )

/** One communication is disconnected. */
export const disconnectLeg = (conversation: Conversation, legId: string, time: number, disconnectType: DisconnectType): Conversation =>
  endIfOneSided(
    changeLegs(conversation, (leg) => (leg.id === legId ? hangUp(leg, time, disconnectType) : leg)),
    time
  )

export const finishWrapUp = (conversation: Conversation, agentId: string, wrapUp: WrapUp): Conversation =>
  changeParticipants(conversation, (participant): Participant => {
    if (participant.id !== agentId || participant.purpose !== 'agent') return participant
    return { ...participant, wrapUp } satisfies Agent
  })

export const addMessage = (conversation: Conversation, legId: string, message: Message): Conversation =>
  changeLegs(conversation, (leg) => (leg.id === legId ? { ...leg, messages: [...leg.messages, message] } : leg))

/** A message gets to `status`, unless it has come further already. */
export const setMessageStatus = (
  conversation: Conversation,
  messageId: string,
  status: MessageStatus,
  failure?: DeliveryFailure
): Conversation =>
  changeMessages(conversation, (message) =>
    message.id === messageId && isLater(status, message.status) ? { ...message, status, failure: failure ?? message.failure } : message
  )

/** The customer has seen what was delivered. */
export const readByCustomer = (conversation: Conversation): Conversation =>
  changeMessages(conversation, (message) => (message.status === 'delivery-success' ? { ...message, status: 'read' } : message))

export const setAttributes = (
  conversation: Conversation,
  participantId: string,
  attributes: Readonly<Record<string, string>>
): Conversation =>
  changeParticipants(conversation, (participant) =>
    participant.id === participantId ? { ...participant, attributes: { ...participant.attributes, ...attributes } } : participant
  )
