import type { ConversationRow } from '../../model/conversationRow'
import { parseInstant, type Instant } from '../../model/instant'
import type { StateKind } from '../../model/state'
import { findChannel } from '../../platform/channels'
import type { Conversations } from '../conversations'

/** What can be asked for in a filter, and the words that name it. */
export const filterKeys = ['channel', 'state', 'queue', 'customer', 'contact', 'id', 'text', 'after', 'before'] as const

export type FilterKey = (typeof filterKeys)[number]

/** The states by the words that a filter has for them. `ended` and `waiting` stand for several. */
export const stateWords: ReadonlyMap<string, readonly StateKind[]> = new Map([
  ['connected', ['connected']],
  ['alerting', ['alerting']],
  ['parked', ['parked']],
  ['queued', ['queued']],
  ['waiting', ['queued', 'alerting']],
  ['automated', ['automated']],
  ['wrap-up', ['wrapUpPending']],
  ['window-open', ['endedWindowOpen']],
  ['window-over', ['endedWindowOver']],
  ['ended', ['endedWindowOpen', 'endedWindowOver', 'ended']],
  ['unknown', ['unknown']]
])

/** Why a filter cannot be used. */
export type FilterProblem =
  | { readonly kind: 'unknownKey'; readonly key: string }
  | { readonly kind: 'noValue'; readonly key: FilterKey }
  | { readonly kind: 'unknownState'; readonly value: string }
  | { readonly kind: 'noTime'; readonly value: string }
  | { readonly kind: 'openQuote' }

type Test = (row: ConversationRow, of: Conversations) => boolean

/** A filter that was written. A conversation must fit every key of it. */
export interface Filter {
  /** As it was written. */
  readonly text: string
  readonly matches: Test
}

export type FilterReading =
  { readonly kind: 'filter'; readonly filter: Filter } | { readonly kind: 'problem'; readonly problem: FilterProblem }

const holds = (text: string | undefined, part: string): boolean => text?.toLowerCase().includes(part) === true

/** A day is its beginning, in the reader’s own time zone. */
const timeOf = (value: string): Instant | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return parseInstant(value.toUpperCase())
  const start = Date.parse(`${value}T00:00:00`)
  return Number.isNaN(start) ? undefined : start
}

const reaches = ({ startedAt }: ConversationRow, test: (startedAt: Instant) => boolean): boolean =>
  startedAt !== undefined && test(startedAt)

const testOf = (key: FilterKey, value: string): Test | FilterProblem => {
  switch (key) {
    case 'channel': {
      const asked = findChannel(value)?.messengerType ?? value
      return ({ messengerType }) => messengerType?.toLowerCase() === asked
    }
    case 'state': {
      const kinds = stateWords.get(value)
      return kinds === undefined ? { kind: 'unknownState', value } : (row, of) => kinds.includes(of.stateOfRow(row).kind)
    }
    case 'queue':
      return (row, of) => row.queueId === value || holds(of.queueOf(row), value)
    case 'customer':
      return ({ customer }) => holds(customer, value)
    case 'contact':
      return ({ externalContactId }) => externalContactId?.toLowerCase() === value
    case 'id':
      return ({ id }) => id.startsWith(value)
    case 'text':
      return (row, of) =>
        holds(row.customer, value) ||
        row.id.startsWith(value) ||
        holds(of.queueOf(row), value) ||
        holds(row.messengerType, value) ||
        ('who' in row.state && holds(row.state.who, value))
    case 'after':
    case 'before': {
      const time = timeOf(value)
      if (time === undefined) return { kind: 'noTime', value }
      return key === 'after' ? (row) => reaches(row, (start) => start >= time) : (row) => reaches(row, (start) => start < time)
    }
  }
}

const isKey = (key: string): key is FilterKey => filterKeys.some((known) => known === key)

interface Term {
  readonly key: string
  readonly value: string
}

/** `key:value`, `key:"value with spaces"`, or a word or quoted words alone. */
const termPattern = /(?:(?<key>[\p{L}-]+):)?(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"]*))(?=\s|$)/uy

const termsOf = (text: string): readonly Term[] | FilterProblem => {
  const terms: Term[] = []
  const written = text.trim()
  const pattern = new RegExp(termPattern)
  while (pattern.lastIndex < written.length) {
    const found = pattern.exec(written)
    if (!found) return { kind: 'openQuote' }
    const { key = 'text', quoted, plain = '' } = found.groups ?? {}
    terms.push({ key: key.toLowerCase(), value: (quoted ?? plain).trim().toLowerCase() })
    while (/\s/.test(written.charAt(pattern.lastIndex))) pattern.lastIndex++
  }
  return terms
}

/** Reads a filter such as `channel:sms state:queued queue:"Web support" refund after:2026-11-20`. A word without a key is looked for in the row. */
export const readFilter = (text: string): FilterReading => {
  const problem = (found: FilterProblem): FilterReading => ({ kind: 'problem', problem: found })
  const terms = termsOf(text)
  if ('kind' in terms) return problem(terms)
  const testsByKey = new Map<FilterKey, Test[]>()
  for (const { key, value } of terms) {
    if (!isKey(key)) return problem({ kind: 'unknownKey', key })
    if (value === '') return problem({ kind: 'noValue', key })
    const test = testOf(key, value)
    if (typeof test !== 'function') return problem(test)
    testsByKey.set(key, [...(testsByKey.get(key) ?? []), test])
  }
  // Words without a key narrow each other down; so do two moments. Two channels are one or the other.
  const all = [...testsByKey].map(([key, tests]): Test =>
    key === 'text' || key === 'after' || key === 'before'
      ? (row, of) => tests.every((test) => test(row, of))
      : (row, of) => tests.some((test) => test(row, of))
  )
  return { kind: 'filter', filter: { text: text.trim(), matches: (row, of) => all.every((test) => test(row, of)) } }
}
