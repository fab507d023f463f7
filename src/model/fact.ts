import type { Instant } from './instant'

/** Where a value was read: an operation, the pasted text, a setting. */
export interface Provenance {
  /** For example `GET /api/v2/conversations/{conversationId}`. */
  readonly source: string
  readonly readAt?: Instant
}

export interface Known<Value> {
  readonly known: true
  readonly value: Value
  readonly from: Provenance
}

export interface Unknown {
  readonly known: false
  /** A sentence: why it is not known, and so what would make it known. */
  readonly why: string
  /** Where the platform does not give it out. */
  readonly withheld?: Withheld
}

/** `notFound`: the platform knows of none. `notPermitted`: this credential may not see it. */
export type Withheld = 'notFound' | 'notPermitted'

/** Something that is either known, with where it was read, or not known, with the reason. A missing fact is never taken for a false one. */
export type Fact<Value> = Known<Value> | Unknown

export const known = <Value>(value: Value, from: Provenance): Known<Value> => ({ known: true, value, from })

export const unknown = (why: string, withheld?: Withheld): Unknown => ({ known: false, why, ...(withheld && { withheld }) })
