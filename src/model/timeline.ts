import { isAlive, messengerTypeOf, type Conversation, type Leg, type LegState, type Participant, type Party } from './conversation'
import { awaitsDelivery, deliveryOf } from './delivery'
import type { Instant } from './instant'
import type { ConversationState } from './state'

/** What a party is doing: the state of its communication, or the work that an agent still owes after it. */
export type BarState = LegState | 'wrapUp'

export interface TimelineBar {
  readonly from: Instant
  /** Now, for a communication that is not over. */
  readonly to: Instant
  readonly state: BarState
  readonly label: string
  readonly ongoing: boolean
}

/** How a message is marked. `pending`: more is to come of it; `plain`: neither that nor a failure is known. */
export type MarkKind = 'plain' | 'pending' | 'failed'

export interface TimelineMark {
  readonly at: Instant
  readonly kind: MarkKind
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

/** The stretches of a leg: alerted, connected, and parked where it is so now. The record does not keep what was parked before. */
const stretchesOf = (participant: Participant, leg: Leg, now: Instant): readonly TimelineBar[] => {
  const from = leg.startedAt ?? leg.connectedAt ?? leg.messages.find(({ at }) => at !== undefined)?.at
  if (from === undefined) return []
  const to = leg.disconnectedAt ?? now
  const label = nameOf(participant)
  const connectedAt = participant.party === 'agent' ? Math.max(from, leg.connectedAt ?? from) : from
  const parkedAt = leg.state === 'parked' && leg.parkedAt !== undefined && leg.parkedAt > connectedAt ? leg.parkedAt : undefined
  return [
    ...(connectedAt > from ? [{ from, to: connectedAt, state: 'alerting' as const, label: `${label}, alerting`, ongoing: false }] : []),
    ...(parkedAt === undefined ? [] : [{ from: connectedAt, to: parkedAt, state: 'connected' as const, label, ongoing: false }]),
    { from: parkedAt ?? connectedAt, to, state: leg.state, label, ongoing: isAlive(leg) }
  ]
}

const wrapUpOf = (participant: Participant, now: Instant): readonly TimelineBar[] => {
  const from = participant.legs.at(-1)?.disconnectedAt
  return participant.wrapUpPending && from !== undefined
    ? [{ from, to: now, state: 'wrapUp', label: `${nameOf(participant)}, after-conversation work`, ongoing: true }]
    : []
}

const barsOf = (participant: Participant, now: Instant): readonly TimelineBar[] => [
  ...participant.legs.flatMap((leg) => stretchesOf(participant, leg, now)),
  ...wrapUpOf(participant, now)
]

const markKind = (status: string | undefined, party: Party, messengerType: string | undefined): MarkKind => {
  if (status === undefined) return 'plain'
  const delivery = deliveryOf(status)
  if (delivery === 'failed') return 'failed'
  return party !== 'customer' && awaitsDelivery(delivery, messengerType) ? 'pending' : 'plain'
}

const marksOf = (participant: Participant, messengerType: string | undefined): TimelineMark[] =>
  participant.legs.flatMap((leg) =>
    leg.messages.flatMap(({ at, status }) => {
      if (at === undefined) return []
      const label = `Message from ${nameOf(participant)}${status === undefined ? '' : `: ${status}`}`
      return [{ at, kind: markKind(status, participant.party, messengerType), label }]
    })
  )

/** Who shares a lane: all of a party, but of several agents each has an own one. One agent may be several participants, after a transfer. */
const laneMates = (
  conversation: Conversation,
  party: Party
): readonly (readonly [label: string, participants: readonly Participant[]])[] => {
  const participants = conversation.participants.filter((participant) => participant.party === party)
  const agents = new Map<string, Participant[]>()
  for (const agent of participants) {
    const key = agent.userId ?? nameOf(agent)
    agents.set(key, [...(agents.get(key) ?? []), agent])
  }
  if (party !== 'agent' || agents.size < 2) return [[laneLabel[party], participants]]
  return [...agents.values()].map((mates) => [mates.map(({ name }) => name).find((name) => name !== undefined) ?? laneLabel[party], mates])
}

/** The picture of `conversation` in `state` at `now`. Lanes without a communication are left out. */
export const timelineOf = (conversation: Conversation, state: ConversationState, now: Instant): Timeline => {
  const messengerType = messengerTypeOf(conversation)
  const lanes = laneOrder.flatMap((party) =>
    laneMates(conversation, party).flatMap(([label, participants]) => {
      const bars = participants.flatMap((participant) => barsOf(participant, now))
      const marks = participants.flatMap((participant) => marksOf(participant, messengerType))
      return bars.length === 0 && marks.length === 0 ? [] : [{ party, label, bars, marks }]
    })
  )
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
