import { isAlive, type Conversation, type LegState, type Participant, type Party } from './conversation'
import { deliveryOf } from './delivery'
import type { Instant } from './instant'
import type { ConversationState } from './state'

export interface TimelineBar {
  readonly from: Instant
  /** Now, for a communication that is not over. */
  readonly to: Instant
  readonly state: LegState
  readonly label: string
  readonly ongoing: boolean
}

export interface TimelineMark {
  readonly at: Instant
  readonly failed: boolean
  readonly label: string
}

/** One party's row in the picture of a conversation. */
export interface TimelineLane {
  readonly party: Party
  readonly label: string
  readonly bars: readonly TimelineBar[]
  readonly marks: readonly TimelineMark[]
}

/** A picture of a conversation over time. */
export interface Timeline {
  readonly from: Instant
  readonly now: Instant
  readonly endedAt: Instant | undefined
  readonly windowUntil: Instant | undefined
  readonly lanes: readonly TimelineLane[]
}

const laneLabel: Readonly<Record<Party, string>> = {
  customer: 'Customer',
  automation: 'Bot or API',
  queue: 'Queue',
  agent: 'Agent',
  other: 'Other'
}
const laneOrder: readonly Party[] = ['customer', 'automation', 'queue', 'agent', 'other']

const nameOf = (participant: Participant): string => participant.name ?? participant.queueName ?? participant.purpose

const barsOf = (participant: Participant, now: Instant): TimelineBar[] =>
  participant.legs.flatMap((leg) => {
    const from = leg.startedAt ?? leg.connectedAt ?? leg.messages.find(({ at }) => at !== undefined)?.at
    if (from === undefined) return []
    const to = leg.disconnectedAt ?? now
    const label = nameOf(participant)
    const ongoing = isAlive(leg)
    const connectedAt = leg.connectedAt
    if (connectedAt === undefined || connectedAt <= from || participant.party !== 'agent')
      return [{ from, to, state: leg.state, label, ongoing }]
    return [
      { from, to: connectedAt, state: 'alerting' as const, label: `${label}, alerting`, ongoing: false },
      { from: connectedAt, to, state: leg.state, label, ongoing }
    ]
  })

const marksOf = (participant: Participant): TimelineMark[] =>
  participant.legs.flatMap((leg) =>
    leg.messages.flatMap(({ at, status }) =>
      at === undefined
        ? []
        : [
            {
              at,
              failed: status !== undefined && deliveryOf(status) === 'failed',
              label: `Message from ${nameOf(participant)}${status === undefined ? '' : `: ${status}`}`
            }
          ]
    )
  )

/** The picture of `conversation` in `state` at `now`. Lanes without a communication are left out. */
export const timelineOf = (conversation: Conversation, state: ConversationState, now: Instant): Timeline => {
  const lanes = laneOrder.flatMap((party) => {
    const participants = conversation.participants.filter((participant) => participant.party === party)
    const bars = participants.flatMap((participant) => barsOf(participant, now))
    const marks = participants.flatMap(marksOf)
    return bars.length === 0 && marks.length === 0 ? [] : [{ party, label: laneLabel[party], bars, marks }]
  })
  const starts = lanes.flatMap(({ bars }) => bars.map(({ from }) => from))
  const ended = state.kind === 'endedWindowOpen' || state.kind === 'endedWindowOver' || state.kind === 'ended' ? state.endedAt : undefined
  return {
    from: Math.min(conversation.startedAt ?? now, ...starts),
    now,
    endedAt: ended,
    windowUntil: state.kind === 'endedWindowOpen' ? state.until : state.kind === 'endedWindowOver' ? state.since : undefined,
    lanes
  }
}
