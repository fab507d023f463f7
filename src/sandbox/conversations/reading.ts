// What can be told of a conversation by looking at it.
import type { Agent, BusinessParticipant, Conversation, Customer, Leg, Message, Participant } from './conversation'

export const isLive = (leg: Leg): boolean => leg.state.name !== 'disconnected'

export const isPresent = (participant: Participant): boolean => participant.legs.some(isLive)

export const customerOf = (conversation: Conversation): Customer | undefined =>
  conversation.participants.find((participant) => participant.purpose === 'customer')

const isBusiness = (participant: Participant): participant is BusinessParticipant => participant.purpose !== 'customer'

/** Everybody but the customer. */
export const businessSide = (conversation: Conversation): readonly BusinessParticipant[] => conversation.participants.filter(isBusiness)

export const isActive = (conversation: Conversation): boolean => conversation.participants.some(isPresent)

/** An agent who has left and still owes after-conversation work. */
export const owesWrapUp = (agent: Agent): boolean =>
  agent.wrapUpRequired &&
  agent.wrapUp.kind === 'notDone' &&
  agent.legs.some(({ state }) => state.name === 'disconnected' && state.connectedTime !== undefined) &&
  !isPresent(agent)

export const wrapUpIsPending = (conversation: Conversation): boolean =>
  conversation.participants.some((participant) => participant.purpose === 'agent' && owesWrapUp(participant))

/** When the last communication was disconnected; `undefined` while one is left. */
export const lastDisconnect = (conversation: Conversation): number | undefined => {
  let last: number | undefined
  for (const { state } of conversation.participants.flatMap(({ legs }) => legs)) {
    if (state.name !== 'disconnected') return undefined
    last = Math.max(last ?? state.disconnectedTime, state.disconnectedTime)
  }
  return last
}

/** `Conversation.endTime`: when the last participant left. An agent in after-conversation work has not left. */
export const endTimeOf = (conversation: Conversation): number | undefined =>
  wrapUpIsPending(conversation) ? undefined : lastDisconnect(conversation)

export interface FoundLeg {
  readonly participant: Participant
  readonly leg: Leg
}

export const findLeg = (conversation: Conversation, legId: string): FoundLeg | undefined => {
  for (const participant of conversation.participants) {
    const leg = participant.legs.find(({ id }) => id === legId)
    if (leg) return { participant, leg }
  }
  return undefined
}

/**
 * The leg on the other side. A customer’s leg has an agent’s as its peer while one is there, else the party that is there, else the last one.
 * Source: Genesys developer blog of 27 September 2024: the `peer` of the customer is the communication that an agent’s send names.
 */
export const peerOf = (conversation: Conversation, leg: Leg): string | undefined => {
  if (leg.peerId !== undefined) return leg.peerId
  const others = businessSide(conversation).flatMap((participant) =>
    participant.legs.filter(({ peerId }) => peerId === leg.id).map((other) => ({ purpose: participant.purpose, other }))
  )
  const there = others.filter(({ other }) => isLive(other))
  const peer =
    there.findLast(({ purpose, other }) => purpose === 'agent' && other.state.name !== 'alerting') ?? there.at(-1) ?? others.at(-1)
  return peer?.other.id
}

export interface FoundMessage extends FoundLeg {
  readonly message: Message
}

/** Every message with who sent it, oldest first. */
export const messagesOf = (conversation: Conversation): readonly FoundMessage[] =>
  conversation.participants
    .flatMap((participant) => participant.legs.flatMap((leg) => leg.messages.map((message) => ({ participant, leg, message }))))
    .sort((a, b) => a.message.time - b.message.time)

export const findMessage = (conversation: Conversation, messageId: string): FoundMessage | undefined => {
  for (const participant of conversation.participants) {
    for (const leg of participant.legs) {
      const message = leg.messages.find(({ id }) => id === messageId)
      if (message) return { participant, leg, message }
    }
  }
  return undefined
}
