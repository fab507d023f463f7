/**
 * Where a fact stands in the record of a conversation, as the platform sends it. The object that holds it is named by its id and not by its
 * position, so that it is also found in the record as it is read later.
 */
export interface RecordPlace {
  /** Of the conversation, a communication or a message. */
  readonly id: string
  readonly field: string
}

/** The fields by which the platform names what a record holds: the first in a live record, the others in one of analytics. */
const idFields = ['id', 'conversationId', 'sessionId', 'messageId']

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const isNamed = (holder: Readonly<Record<string, unknown>>, id: string): boolean => idFields.some((field) => holder[field] === id)

/** The objects that go by this id, outermost first. */
const holdersOf = (record: unknown, id: string): readonly Readonly<Record<string, unknown>>[] =>
  isObject(record) ? [...(isNamed(record, id) ? [record] : []), ...Object.values(record).flatMap((value) => holdersOf(value, id))] : []

/** Stands before the field while its line is looked for. No field of the platform’s has such a name. */
const marker = '\u0000'

/** A record as it is shown to people. */
export const writtenRecord = (record: unknown): string => `${JSON.stringify(record, undefined, 2)}\n`

/**
 * The line, counted from 0, at which a fact stands in `writtenRecord`; that of the object that should hold it, where the object has no such
 * field; `undefined` when the record has not even that.
 */
export const lineOf = (record: unknown, { id, field }: RecordPlace): number | undefined => {
  const holders = holdersOf(record, id)
  const holder = holders.find((candidate) => field in candidate) ?? holders[0]
  if (holder === undefined) return undefined
  const sought = field in holder ? field : idFields.find((name) => holder[name] === id)
  const marked = Object.fromEntries(Object.entries(holder).flatMap((entry) => (entry[0] === sought ? [[marker, 0], entry] : [entry])))
  const written = JSON.stringify(record, (_, value: unknown) => (value === holder ? marked : value), 2)
  return written.slice(0, written.indexOf(`${JSON.stringify(marker)}:`)).split('\n').length - 1
}
