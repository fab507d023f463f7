import * as z from 'zod/mini'
import { notImplemented, Refusal } from '../../refusal'
import type { AnalyticsRow } from '../shapes/analyticsConversation'

const predicate = z.object({
  type: z.optional(z.enum(['dimension', 'property', 'metric'])),
  dimension: z.optional(z.string()),
  operator: z.optional(z.enum(['matches', 'exists', 'notExists'])),
  value: z.optional(z.nullable(z.string()))
})

const group = { type: z.enum(['and', 'or']), predicates: z.optional(z.array(predicate)) }

/** `ConversationDetailQueryFilter` and `SegmentDetailQueryFilter`, which have one form. */
export const detailFilter = z.object({ ...group, clauses: z.optional(z.array(z.object(group))) })

type Predicate = z.infer<typeof predicate>
export type DetailFilter = z.infer<typeof detailFilter>

/** What a row, or one segment of it, has for each dimension that the sandbox knows. */
type Dimensions = ReadonlyMap<string, string | undefined>

const holds = ({ dimension, operator, value }: Predicate, dimensions: Dimensions): boolean => {
  if (dimension === undefined || !dimensions.has(dimension)) {
    throw new Refusal(
      notImplemented,
      `The sandbox cannot filter by ${dimension ?? 'anything but a dimension'}. It knows ${[...dimensions.keys()].join(', ')}.`
    )
  }
  const actual = dimensions.get(dimension)
  switch (operator) {
    case 'exists':
      return actual !== undefined
    case 'notExists':
      return actual === undefined
    case 'matches':
    case undefined:
      return actual === (value ?? undefined)
  }
}

const fits = ({ type, predicates = [], clauses = [] }: DetailFilter, dimensions: Dimensions): boolean => {
  const results = [
    ...predicates.map((part) => holds(part, dimensions)),
    ...clauses.map((clause) => fits({ type: clause.type, predicates: clause.predicates }, dimensions))
  ]
  return type === 'and' ? results.every(Boolean) : results.some(Boolean)
}

const conversationDimensions = (row: AnalyticsRow): Dimensions =>
  new Map([
    ['conversationId', row.conversationId],
    ['conversationStart', row.conversationStart],
    ['conversationEnd', row.conversationEnd],
    ['conversationInitiator', row.conversationInitiator],
    ['customerParticipation', row.customerParticipation === undefined ? undefined : String(row.customerParticipation)],
    ['originatingDirection', row.originatingDirection],
    ['divisionId', row.divisionIds?.[0]]
  ])

const segmentDimensions = (row: AnalyticsRow): readonly Dimensions[] =>
  (row.participants ?? []).flatMap((participant) =>
    (participant.sessions ?? []).flatMap((session) =>
      (session.segments ?? []).map(
        (segment): Dimensions =>
          new Map([
            ['mediaType', session.mediaType],
            ['messageType', session.messageType],
            ['direction', session.direction],
            ['addressFrom', session.addressFrom],
            ['addressTo', session.addressTo],
            ['deliveryStatus', session.deliveryStatus],
            ['flowId', session.flow?.flowId],
            ['flowName', session.flow?.flowName],
            ['provider', session.provider],
            ['purpose', participant.purpose],
            ['participantName', participant.participantName],
            ['userId', participant.userId],
            ['externalContactId', participant.externalContactId],
            ['queueId', segment.queueId],
            ['segmentType', segment.segmentType],
            ['segmentEnd', segment.segmentEnd],
            ['disconnectType', segment.disconnectType],
            ['wrapUpCode', segment.wrapUpCode]
          ])
      )
    )
  )

export const fitsConversationFilters = (row: AnalyticsRow, filters: readonly DetailFilter[]): boolean => {
  const dimensions = conversationDimensions(row)
  return filters.every((filter) => fits(filter, dimensions))
}

/** Each filter must fit one segment as a whole; different filters may fit different segments. */
export const fitsSegmentFilters = (row: AnalyticsRow, filters: readonly DetailFilter[]): boolean => {
  const segments = segmentDimensions(row)
  return filters.every((filter) => segments.some((dimensions) => fits(filter, dimensions)))
}
