import type { RecordPlace } from '../model/recordPlace'
import type { Source } from '../platform/sources'

/** How well a statement is founded. */
export type Confidence = 'documented' | 'code' | 'second-hand' | 'inferred' | 'not-documented'

export type Phase = 'preflight' | 'response' | 'delivery' | 'guest'

/**
 * `error`: with this the send fails, or this is why it failed. `unknown`: a fact is missing or not documented, and it decides.
 * `warning`: it may go wrong, or not do what is expected. `info`: worth knowing.
 */
export type Severity = 'error' | 'unknown' | 'warning' | 'info'

/** Error codes of the platform, at least one. */
export type Codes = readonly [string, ...string[]]

/** The error codes with which the platform refuses a request; `not-documented`: it refuses it, and nothing says with which. */
export type Refusal = Codes | 'not-documented'

/** The fact that a finding rests on. */
export interface Evidence {
  readonly text: string
  /** Where it was read, for example `GET /api/v2/conversations/{conversationId}`. */
  readonly from?: string
  /** Where it stands in the conversation’s record; absent for what is no fact of the conversation. */
  readonly at?: RecordPlace
}

export interface Finding {
  readonly rule: string
  readonly phase: Phase
  readonly severity: Severity
  readonly title: string
  /** The fact that decides, in a line: with the leg and the time, where there are such. */
  readonly brief: string
  /** What is the matter. */
  readonly cause: string
  /** What to do; for `unknown`, what would settle it. */
  readonly remedy: string
  /** How the platform refuses the request for it; of an answer that is there, its own code. Absent: it refuses nothing for it, as far as is known. */
  readonly refusedWith?: Refusal
  readonly confidence: Confidence
  readonly sources: readonly Source[]
  readonly evidence: readonly Evidence[]
}
