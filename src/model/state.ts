import { disconnects, isAlive, legsOf, legsOfParty, messengerTypeOf, waitingLeg, type Conversation, type LegOf } from './conversation'
import type { Fact } from './fact'
import type { Instant } from './instant'
import { windowEndsAt, type ThreadingTimeline } from './threading'

/**
 * What we derive from the legs. The platform has no such field: a conversation there is active while a communication is not disconnected, and
 * has ended when `endTime` is set.
 */
export type ConversationState =
  | { readonly kind: 'connected'; readonly agent: LegOf }
  | { readonly kind: 'alerting'; readonly agent: LegOf }
  | { readonly kind: 'parked'; readonly agent: LegOf }
  | { readonly kind: 'queued'; readonly queue: LegOf }
  | { readonly kind: 'automated'; readonly automation: LegOf }
  | { readonly kind: 'wrapUpPending'; readonly agentName: string | undefined; readonly endedAt: Instant | undefined }
  | { readonly kind: 'endedWindowOpen'; readonly endedAt: Instant; readonly until: Instant }
  | { readonly kind: 'endedWindowOver'; readonly endedAt: Instant; readonly since: Instant }
  /** Ended; whether the reply window is open is not known. */
  | { readonly kind: 'ended'; readonly endedAt: Instant | undefined }
  | { readonly kind: 'unknown'; readonly why: string }

export type StateKind = ConversationState['kind']

/** When the conversation ended: what the platform says, else the last disconnect of a conversation in which nobody is left. */
export const endOf = (conversation: Conversation): Instant | undefined =>
  conversation.endedAt ??
  (legsOf(conversation).some(({ leg }) => isAlive(leg)) ? undefined : disconnects(conversation).at(-1)?.leg.disconnectedAt)

/** True when nobody is connected any more. `undefined` when the record has no legs to tell it from. */
export const hasEnded = (conversation: Conversation): boolean | undefined => {
  if (conversation.endedAt !== undefined) return true
  const legs = legsOf(conversation)
  return legs.length === 0 ? undefined : !legs.some(({ leg }) => isAlive(leg))
}

/** When the reply window of a conversation in which nobody is left is over; `undefined` when its end, or the window’s length, is not known. */
export const replyWindowEnd = (conversation: Conversation, threading: Fact<ThreadingTimeline>): Instant | undefined => {
  const endedAt = endOf(conversation)
  return endedAt === undefined ? undefined : windowEndsAt(messengerTypeOf(conversation), endedAt, threading)
}

const endedState = (conversation: Conversation, threading: Fact<ThreadingTimeline>, now: Instant): ConversationState => {
  const endedAt = endOf(conversation)
  const until = replyWindowEnd(conversation, threading)
  if (endedAt === undefined || until === undefined) return { kind: 'ended', endedAt }
  return now < until ? { kind: 'endedWindowOpen', endedAt, until } : { kind: 'endedWindowOver', endedAt, since: until }
}

const activeState = (conversation: Conversation): ConversationState => {
  const agents = legsOfParty(conversation, 'agent').filter(({ leg }) => isAlive(leg))
  const agentIn = (state: LegOf['leg']['state']): LegOf | undefined => agents.findLast(({ leg }) => leg.state === state)

  const connected = agentIn('connected')
  if (connected) return { kind: 'connected', agent: connected }
  const alerting = agentIn('alerting')
  if (alerting) return { kind: 'alerting', agent: alerting }
  const parked = agentIn('parked')
  if (parked) return { kind: 'parked', agent: parked }
  const unrecognised = agents.at(-1)
  if (unrecognised)
    return { kind: 'unknown', why: `The agent’s communication is in a state that is not known here: “${unrecognised.leg.rawState}”.` }

  const queue = waitingLeg(conversation)
  if (queue) return { kind: 'queued', queue }
  const automation = legsOfParty(conversation, 'automation').findLast(({ leg }) => isAlive(leg))
  if (automation) return { kind: 'automated', automation }
  return { kind: 'unknown', why: 'Somebody is connected, but no agent, queue or flow is.' }
}

/** The state at `now`. Precedence: ended, after-conversation work, then the most that a connected party allows. */
export const deriveState = (conversation: Conversation, threading: Fact<ThreadingTimeline>, now: Instant): ConversationState => {
  const ended = hasEnded(conversation)
  if (ended === undefined) return { kind: 'unknown', why: 'The record has no communications.' }
  if (!ended) return activeState(conversation)
  const inWrapUp = conversation.participants.find(({ wrapUpPending }) => wrapUpPending)
  return conversation.endedAt === undefined && inWrapUp
    ? { kind: 'wrapUpPending', agentName: inWrapUp.name, endedAt: endOf(conversation) }
    : endedState(conversation, threading, now)
}
