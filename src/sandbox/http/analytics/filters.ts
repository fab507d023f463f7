import * as z from 'zod/mini'
import type { Conversation } from '../../conversations/conversation'
import { documented } from '../../documentedErrors'
import type { Organisation } from '../../organisation/organisation'
import { notImplemented, Refusal } from '../../refusal'
import {
  conversationReaders,
  documentedConversationDimensions,
  documentedSegmentDimensions,
  segmentReaders,
  segmentViews,
  type Reader,
  type Readers
} from './dimensions'

const unused = z.optional(z.unknown())

const predicate = z.strictObject({
  type: z.optional(z.enum(['dimension', 'property', 'metric'])),
  dimension: z.optional(z.string()),
  propertyType: unused,
  property: unused,
  metric: unused,
  operator: z.optional(z.enum(['matches', 'exists', 'notExists'])),
  value: z.optional(z.nullable(z.string())),
  range: unused
})

const group = { type: z.enum(['and', 'or']), predicates: z.optional(z.array(predicate)) }

/** `ConversationDetailQueryFilter` and `SegmentDetailQueryFilter`, which have one form. */
export const detailFilter = z.strictObject({ ...group, clauses: z.optional(z.array(z.strictObject(group))) })

type Predicate = z.infer<typeof predicate>
export type DetailFilter = z.infer<typeof detailFilter>

/** The filters of a query. A conversation must fit all of them. */
export interface DetailFilters {
  readonly conversationFilters: readonly DetailFilter[]
  readonly segmentFilters: readonly DetailFilter[]
}

type Test<View> = (view: View) => boolean

interface Dimensions<View> {
  readonly readers: Readers<View>
  readonly documented: ReadonlySet<string>
}

const readerOf = <View>({ dimension, type, range, metric, property }: Predicate, dimensions: Dimensions<View>): Reader<View> => {
  const other = type === 'metric' || type === 'property' || metric !== undefined || property !== undefined || range !== undefined
  if (other || dimension === undefined) {
    throw new Refusal(notImplemented, 'The sandbox filters by dimensions and values, not by metrics, properties or ranges.')
  }
  const reader = dimensions.readers.get(dimension)
  if (reader) return reader
  if (dimensions.documented.has(dimension)) {
    throw new Refusal(notImplemented, `The sandbox cannot filter by ${dimension}. It knows ${[...dimensions.readers.keys()].join(', ')}.`)
  }
  throw new Refusal(documented.invalidValue, `${dimension} must be one of: ${[...dimensions.documented].join(', ')}.`, {
    field: 'dimension'
  })
}

const testOf = <View>(given: Predicate, dimensions: Dimensions<View>): Test<View> => {
  const reader = readerOf(given, dimensions)
  switch (given.operator) {
    case 'exists':
      return (view) => reader(view) !== undefined
    case 'notExists':
      return (view) => reader(view) === undefined
    case 'matches':
    case undefined: {
      const value = given.value ?? undefined
      return (view) => reader(view) === value
    }
  }
}

const joined = <View>(type: 'and' | 'or', tests: readonly Test<View>[]): Test<View> =>
  type === 'and' ? (view) => tests.every((test) => test(view)) : (view) => tests.some((test) => test(view))

const filterTest = <View>({ type, predicates = [], clauses = [] }: DetailFilter, dimensions: Dimensions<View>): Test<View> =>
  joined(type, [
    ...predicates.map((one) => testOf(one, dimensions)),
    ...clauses.map((clause) =>
      joined(
        clause.type,
        (clause.predicates ?? []).map((one) => testOf(one, dimensions))
      )
    )
  ])

/**
 * Whether a conversation fits all filters. A segment filter must be fitted by one segment as a whole; different filters may be fitted by
 * different segments.
 */
export const filtersTest = (organisation: Organisation, { conversationFilters, segmentFilters }: DetailFilters): Test<Conversation> => {
  const ofConversation = { readers: conversationReaders(organisation), documented: documentedConversationDimensions }
  const ofSegment = { readers: segmentReaders, documented: documentedSegmentDimensions }
  const conversationTests = conversationFilters.map((filter) => filterTest(filter, ofConversation))
  const segmentTests = segmentFilters.map((filter) => filterTest(filter, ofSegment))
  return (conversation) => {
    if (!conversationTests.every((test) => test(conversation))) return false
    if (segmentTests.length === 0) return true
    const views = segmentViews(conversation)
    return segmentTests.every((test) => views.some(test))
  }
}

/** The one conversation that can fit, where a filter names it by its id. */
export const pinnedConversation = ({ conversationFilters }: DetailFilters): string | undefined => {
  for (const { type, predicates = [] } of conversationFilters) {
    const pin = predicates.find(({ dimension, operator = 'matches' }) => dimension === 'conversationId' && operator === 'matches')
    if (type === 'and' && pin) return pin.value ?? ''
  }
  return undefined
}
