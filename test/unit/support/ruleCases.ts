import type { Attempt } from '../../../src/diagnosis/attempt'
import type { Confidence, Severity } from '../../../src/diagnosis/finding'

interface Case {
  /** Completes “it … when …”. */
  readonly when: string
  readonly attempt: Attempt
}

/** The rule speaks, and shows the fact that it rests on: in its evidence, or, where the request itself is the fact, in its cause. */
export type Firing = Case & {
  readonly severity: Severity
  /** Before there is an answer, by a rule that reads answers: the finding is then of the phase before the send. */
  readonly foreseen?: true
  /** Where it is not the rule's own. */
  readonly confidence?: Confidence
  readonly remedy?: RegExp
} & ({ readonly evidence: RegExp } | { readonly cause: RegExp })

/** The rule has nothing to say. */
export type Silence = Case

/** A fact is missing, and so nobody can tell: the finding says which. */
export interface Doubt extends Case {
  readonly says: RegExp
  /** The rule that says so, where it is another: one missing fact is said once. */
  readonly saidBy?: string
}

/** The three kinds of test that every rule has. */
export interface RuleCases {
  readonly fires: readonly [Firing, ...Firing[]]
  readonly silent: readonly [Silence, ...Silence[]]
  /** For a rule that reads nothing but the request, or the answer, there is no fact that could be missing. */
  readonly unknown:
    readonly [Doubt, ...Doubt[]] | 'needs only the request' | 'needs only the answer' | 'needs only the report' | 'needs only the frame'
}

export type CasesByRule = Readonly<Record<string, RuleCases>>
