import { formatDuration, formatInstant, minutes, type Instant } from '../../model/instant'
import type { Look } from './search'
import type { Looks, Outcome, SendRecord, UnknownOutcome } from './record'

/**
 * How long a send may wait before it leaves: longer than any pause that the platform asks for and somebody waits for. After it the send is called
 * off, so that nobody has to ask whether another window, or a machine that was asleep, will still send it.
 */
export const leaveWithinMs = 90_000

/** A window that still lives records what became of its send within this time after the last moment to leave. The SDK waits 16 s for an answer. */
export const answerWithinMs = 30_000

/**
 * How long after it left a send may still show up. The platform documents no such time. A conversation is read as it is now; analytics lags behind
 * by seconds to minutes (inferred).
 */
const showsWithin = { live: minutes(2), analytics: minutes(10) }

/** For so much longer it is tried to make a look a whole one. */
const retryGapsFor = minutes(10)

export const firstLookMs = 1_000
export const longestBetweenLooksMs = 60_000

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)

const placesOf = ({ trace, from, recipient }: SendRecord): string => {
  switch (trace.kind) {
    case 'agentMessage':
      return `the messages of communication ${trace.communicationId} in conversation ${from.id}`
    case 'agentless':
      return `conversation ${from.id}, and other conversations with ${recipient} that analytics knows`
    case 'opening':
      return `conversation ${from.id}, the user’s own conversations, and those with ${recipient} that analytics knows`
  }
}

const whatToCheck = ({ trace, from, recipient, startedAt }: SendRecord): string => {
  const since = formatInstant(startedAt)
  return trace.kind === 'agentMessage'
    ? `Look into conversation ${from.id} in Genesys Cloud for a message since ${since}.`
    : `Look in Genesys Cloud for a conversation with ${recipient} that went on since ${since}, or ask ${recipient}.`
}

const waitFor = ({ trace }: SendRecord): number => (trace.kind === 'agentMessage' ? showsWithin.live : showsWithin.analytics)

/** The last moment at which a send can have left. */
export const leftUntil = ({ outcome, leaveBy }: SendRecord): Instant => {
  switch (outcome.kind) {
    case 'unknown':
      return outcome.leftUntil
    case 'accepted':
      return Math.min(outcome.at, leaveBy)
    case 'prepared':
    case 'refused':
    case 'absent':
      return leaveBy
  }
}

/** When a send that arrived has shown itself. One whose outcome is not known is looked for until then, at least. */
export const shownBy = (record: SendRecord): Instant => leftUntil(record) + waitFor(record)

/** How long somebody has been looking for a send. */
export interface Patience {
  /** When the looking began. */
  readonly lookedFrom: Instant
  /** For how many milliseconds it has waited between looks since: by no clock that can be set. */
  readonly waited: number
}

/**
 * What follows from a look in which a send was not found. That it did not arrive is only said after a whole look that was made long enough after it
 * can have left.
 * @param outcome with this look counted
 */
export const conclude = (
  record: SendRecord,
  outcome: UnknownOutcome & { readonly looks: Looks },
  { gap }: Look,
  { lookedFrom, waited }: Patience
): Outcome => {
  const { looks } = outcome
  const until = shownBy(record)
  if (looks.lastAt < until || waited < Math.min(until - lookedFrom, waitFor(record))) return outcome
  if (gap) {
    if (gap.passing && looks.lastAt < Math.max(until, lookedFrom) + retryGapsFor) return outcome
    return { ...outcome, obstacle: `Reading does not tell whether it arrived. ${gap.why} ${whatToCheck(record)}` }
  }
  const looked = `Looked ${times(looks.count)} until ${formatInstant(looks.lastAt)}, in ${placesOf(record)}.`
  const howLong = `How long a send may take to show up is not documented; this was more than ${formatDuration(waitFor(record))} after it can have left.`
  return { kind: 'absent', why: `${looked} ${howLong}`, looks }
}
