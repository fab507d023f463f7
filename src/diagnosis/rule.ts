import type { Unknown } from '../model/fact'
import type { Source } from '../platform/sources'
import type { Attempt } from './attempt'
import type { Confidence, Evidence, Phase, Refusal, Severity } from './finding'

/** What a rule says of one attempt. */
export interface Observation {
  readonly severity: Severity
  /** The fact that decides, in a line; the cause serves where a rule gives none. */
  readonly brief?: string
  readonly cause: string
  readonly remedy: string
  readonly evidence: readonly Evidence[]
  /** Where this statement is founded otherwise than the rule as a whole. */
  readonly confidence?: Confidence
  /** Where the platform answers otherwise than the rule says. Of a warning: it may refuse the request, and with these. */
  readonly refusedWith?: Refusal
}

/** One thing that can be the matter. Its id is stable: scripts and suppressions name it. */
export interface Rule {
  readonly id: string
  /** What the matter is in general, and what to do: a line or two of the rule reference. */
  readonly about: string
  readonly phase: Phase
  readonly title: string
  /** With which codes the platform refuses a request for which this is the matter. Absent: it takes it, or is not asked. */
  readonly refusedWith?: Refusal
  readonly confidence: Confidence
  readonly sources: readonly Source[]
  /** Asked only when no other rule of its phase has spoken. */
  readonly otherwise?: true
  /** Asked only before there is an answer: what it reads goes with the time, and may have been otherwise when the request was sent. */
  readonly onlyBefore?: true
  /** `undefined`: nothing to say of this attempt. A missing fact is never taken for a false one: the rule then answers `cannotTell`. */
  readonly look: (attempt: Attempt) => Observation | undefined
  /** What an answer would say, seen coming before there is one. For response rules, whose `look` reads the answer. */
  readonly foresee?: (attempt: Attempt) => Observation | undefined
}

type Saying = (cause: string, remedy: string, evidence?: readonly Evidence[], confidence?: Confidence) => Observation

const saying =
  (severity: Severity): Saying =>
  (cause, remedy, evidence = [], confidence) => ({ severity, cause, remedy, evidence, ...(confidence === undefined ? {} : { confidence }) })

/** With this the send fails, or this is why it failed. */
export const fails = saying('error')
/** It may go wrong, or not do what is expected. */
export const warns = saying('warning')
/** Worth knowing; decides nothing. */
export const notes = saying('info')
/** It decides, and it is not documented. */
export const undocumented: Saying = (cause, remedy, evidence = [], confidence = 'not-documented') =>
  saying('unknown')(cause, remedy, evidence, confidence)
/** It decides, and only time will tell. */
export const pending: Saying = saying('unknown')

/** The rule needs a fact that is not known. `what` completes “Not known: …”. */
export const cannotTell = (what: string, fact: Unknown, remedy: string): Observation =>
  saying('unknown')(`Not known: ${what}. ${fact.why}`, remedy)
