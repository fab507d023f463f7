import type { Uuid } from './ids'
import type { Instant } from './instant'

/** Who a participant is for messaging. `purpose` on the platform is an open list, so what we do not recognise is `other`. */
export type Party = 'customer' | 'agent' | 'queue' | 'automation' | 'other'

/**
 * The state of a communication. `alerting` also stands for dialing, contacting and offering; `disconnected` also for terminated.
 * `unrecognised` is any other word: it is shown raw and never guessed.
 */
export type LegState = 'alerting' | 'connected' | 'parked' | 'disconnected' | 'unrecognised'

export interface MessageRecord {
  readonly id: string
  /** As the platform writes it, for example `delivery-success`. */
  readonly status: string | undefined
  readonly at: Instant | undefined
  /** What the platform says of a failed delivery. */
  readonly error: { readonly code: string | undefined; readonly text: string | undefined } | undefined
}

/** A communication: one party's connection in a conversation. */
export interface Leg {
  /** The communication id that a send names: not the participant's id, and not a message's. */
  readonly id: string
  readonly state: LegState
  /** The platform's own word for `state`. */
  readonly rawState: string
  /** The channel, as the platform writes it, for example `webmessaging`. */
  readonly messengerType: string | undefined
  readonly startedAt: Instant | undefined
  readonly connectedAt: Instant | undefined
  readonly parkedAt: Instant | undefined
  readonly disconnectedAt: Instant | undefined
  /** As the platform writes it, for example `client`, `inactivity`, `session.expired`. */
  readonly disconnectType: string | undefined
  readonly peerId: string | undefined
  readonly fromAddress: string | undefined
  readonly toAddress: string | undefined
  /** The messages that this party sent, in the platform's order. */
  readonly messages: readonly MessageRecord[]
}

export interface Participant {
  readonly id: string
  /** The platform's own word, for example `acd`. */
  readonly purpose: string
  readonly party: Party
  readonly name: string | undefined
  readonly userId: string | undefined
  readonly queueId: string | undefined
  readonly queueName: string | undefined
  readonly externalContactId: string | undefined
  /** After-conversation work that this participant still owes. */
  readonly wrapUpPending: boolean
  readonly legs: readonly Leg[]
}

/** How fresh the record is: read from the conversation itself, or from analytics, which lags behind. */
export type Reading = 'live' | 'analytics'

export interface Conversation {
  readonly id: Uuid
  readonly startedAt: Instant | undefined
  /** Set by the platform when the last participant has left. */
  readonly endedAt: Instant | undefined
  readonly participants: readonly Participant[]
  readonly reading: Reading
  readonly readAt: Instant
}

export interface LegOf {
  readonly participant: Participant
  readonly leg: Leg
}

/** Every leg with the participant it belongs to, in the platform's order. In a loop: every event needs it several times. */
export const legsOf = ({ participants }: Conversation): readonly LegOf[] => {
  const legs: LegOf[] = []
  for (const participant of participants) for (const leg of participant.legs) legs.push({ participant, leg })
  return legs
}

export const isAlive = (leg: Leg): boolean => leg.state !== 'disconnected'

export const legsOfParty = (conversation: Conversation, party: Party): readonly LegOf[] =>
  legsOf(conversation).filter(({ participant }) => participant.party === party)

/** The customer's latest leg: the one whose channel and addresses say how this person is reached. */
export const customerLeg = ({ participants }: Conversation): LegOf | undefined => {
  const participant = participants.findLast(({ party, legs }) => party === 'customer' && legs.length > 0)
  const leg = participant?.legs.at(-1)
  return participant && leg && { participant, leg }
}

/** The channel of the conversation as the platform writes it; `undefined` when no leg says. */
export const messengerTypeOf = (conversation: Conversation): string | undefined =>
  customerLeg(conversation)?.leg.messengerType ?? legsOf(conversation).find(({ leg }) => leg.messengerType !== undefined)?.leg.messengerType

/** The agent's leg that a message can be sent on now. With several (after a transfer) the one connected last. */
export const connectedAgentLeg = (conversation: Conversation): LegOf | undefined =>
  legsOfParty(conversation, 'agent')
    .filter(({ leg }) => leg.state === 'connected')
    .sort((a, b) => (a.leg.connectedAt ?? 0) - (b.leg.connectedAt ?? 0))
    .at(-1)

/** What a person calls the other side: the customer's name, else the address, else nothing. */
export const customerName = (conversation: Conversation): string | undefined => {
  const customer = customerLeg(conversation)
  return customer?.participant.name ?? customer?.leg.fromAddress
}

/** The queue’s leg on which the conversation waits, while no agent has it or is alerted. */
export const waitingLeg = (conversation: Conversation): LegOf | undefined =>
  legsOfParty(conversation, 'agent').some(({ leg }) => isAlive(leg))
    ? undefined
    : legsOfParty(conversation, 'queue').findLast(({ leg }) => isAlive(leg))

/** The latest queue that the conversation was in. */
export const queueOf = (conversation: Conversation): { readonly id: string | undefined; readonly name: string | undefined } | undefined => {
  const participant = conversation.participants.findLast(({ queueId, queueName }) => queueId !== undefined || queueName !== undefined)
  return participant === undefined ? undefined : { id: participant.queueId, name: participant.queueName }
}

/** Moments at which a communication ended, latest last. */
export const disconnects = (conversation: Conversation): readonly LegOf[] =>
  legsOf(conversation)
    .filter(({ leg }) => leg.state === 'disconnected' && leg.disconnectedAt !== undefined)
    .sort((a, b) => (a.leg.disconnectedAt ?? 0) - (b.leg.disconnectedAt ?? 0))

/** The field that says when the conversation ended, as the reading it comes from names it. */
export const endedSource = ({ reading }: Conversation): string => (reading === 'live' ? 'endTime' : 'conversationEnd')

/** When each message of a party was sent, as far as the record says. */
export const messageTimes = (conversation: Conversation, party: Party): readonly Instant[] =>
  legsOfParty(conversation, party).flatMap(({ leg }) => leg.messages.flatMap(({ at }) => at ?? []))

/** When a party last wrote; `undefined` when the record has no time of a message of theirs. */
export const lastMessageTime = (conversation: Conversation, party: Party): Instant | undefined =>
  messageTimes(conversation, party).reduce<Instant | undefined>(
    (latest, at) => (latest === undefined || at > latest ? at : latest),
    undefined
  )
