import { customerLeg, customerName, legsOf, messengerTypeOf, queueOf, type Conversation, type Party, type Reading } from './conversation'
import { deliveryOf } from './delivery'
import { unknown, type Fact, type Withheld } from './fact'
import type { Uuid } from './ids'
import type { Instant } from './instant'
import { deriveState } from './state'
import { summaryOf, type StateSummary } from './stateSummary'
import { windowEndsAt, type ThreadingTimeline } from './threading'

/** The latest message of a conversation, as far as the record tells. */
export interface LastMessage {
  readonly from: Party
  readonly at: Instant
  readonly failed: boolean
}

/** A conversation that was there and is not given out any more. */
export interface Gone {
  readonly why: Withheld
  readonly askedAt: Instant
}

/** What a list shows of a conversation: as much as a line needs, and little enough that a hundred thousand of them can be held. */
export interface ConversationRow {
  readonly id: Uuid
  /** The channel, as the platform writes it. */
  readonly messengerType: string | undefined
  /** The customer’s name, else the address. */
  readonly customer: string | undefined
  /** The customer’s address on the channel. */
  readonly address: string | undefined
  readonly externalContactId: string | undefined
  readonly queueId: string | undefined
  /** Only where the record has it: analytics gives the id alone. */
  readonly queueName: string | undefined
  readonly startedAt: Instant | undefined
  /** As far as it follows from the record alone: that of an ended conversation also depends on the reply window, see `stateOfRow`. */
  readonly state: StateSummary
  /** `undefined` for what comes from analytics, which knows no messages. */
  readonly lastMessage: LastMessage | undefined
  readonly reading: Reading
  readonly readAt: Instant
  /** What the platform said when it was asked again: the rest of the row is as it was before. */
  readonly gone: Gone | undefined
}

const lastMessageOf = (conversation: Conversation): LastMessage | undefined => {
  let last: LastMessage | undefined
  for (const { participant, leg } of legsOf(conversation))
    for (const { at, status } of leg.messages)
      if (at !== undefined && (last === undefined || at >= last.at))
        last = { from: participant.party, at, failed: status !== undefined && deliveryOf(status) === 'failed' }
  return last
}

const noWindow = unknown('A row is made without the organisation’s settings.')

/** The row of a conversation. */
export const rowOf = (conversation: Conversation): ConversationRow => {
  const queue = queueOf(conversation)
  return {
    id: conversation.id,
    messengerType: messengerTypeOf(conversation),
    customer: customerName(conversation),
    address: customerLeg(conversation)?.leg.fromAddress,
    externalContactId: customerLeg(conversation)?.participant.externalContactId,
    queueId: queue?.id,
    queueName: queue?.name,
    startedAt: conversation.startedAt,
    state: summaryOf(deriveState(conversation, noWindow, conversation.readAt)),
    lastMessage: lastMessageOf(conversation),
    reading: conversation.reading,
    readAt: conversation.readAt,
    gone: undefined
  }
}

/** The state of a row’s conversation at `now`. */
export const stateOfRow = ({ state, messengerType }: ConversationRow, threading: Fact<ThreadingTimeline>, now: Instant): StateSummary => {
  if (state.kind !== 'ended' || state.endedAt === undefined) return state
  const { endedAt } = state
  const until = windowEndsAt(messengerType, endedAt, threading)
  if (until === undefined) return state
  return now < until ? { kind: 'endedWindowOpen', endedAt, until } : { kind: 'endedWindowOver', endedAt, since: until }
}
