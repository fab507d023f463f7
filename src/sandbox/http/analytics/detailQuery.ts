import * as z from 'zod/mini'
import type { AnalyticsRecords } from '../../analytics/records'
import type { StandingQuery } from '../../analytics/standingQuery'
import type { Conversation } from '../../conversations/conversation'
import { endTimeOf } from '../../conversations/reading'
import { segmentsOf } from '../../analytics/segments'
import { documented } from '../../documentedErrors'
import { notImplemented, Refusal } from '../../refusal'
import { detailFilter } from './filters'
import { readInterval, type Interval } from './interval'

const unsupported = z.optional(z.array(z.unknown()))

/** The fields that `ConversationQuery` and `AsyncConversationQuery` share. */
export const queryFields = {
  interval: z.optional(z.string()),
  order: z.optional(z.enum(['asc', 'desc', 'unordered'])),
  orderBy: z.optional(z.enum(['conversationStart', 'conversationEnd', 'segmentStart', 'segmentEnd'])),
  conversationFilters: z.optional(z.array(detailFilter)),
  segmentFilters: z.optional(z.array(detailFilter)),
  evaluationFilters: unsupported,
  surveyFilters: unsupported,
  resolutionFilters: unsupported
}

export type OrderBy = 'conversationStart' | 'conversationEnd' | 'segmentStart' | 'segmentEnd'

/** Parts of a query that the sandbox does not simulate. */
type Unsupported = Readonly<Record<string, readonly unknown[] | undefined>>

export const refuseUnsupported = (parts: Unsupported): void => {
  for (const [field, value] of Object.entries(parts)) {
    if (value !== undefined && value.length > 0) {
      throw new Refusal(notImplemented, `The sandbox does not simulate ${field} of a details query.`, { field })
    }
  }
}

export const outsideLimits = (message: string, field: string): Refusal =>
  new Refusal(documented.badRequest, message, { field, restsOn: ['analytics.limits'] })

/** @param longest in milliseconds */
export const checkedInterval = (text: string | undefined, longest: number): Interval => {
  const interval = text === undefined ? 'The query needs an interval.' : readInterval(text, longest)
  if (typeof interval === 'string') throw outsideLimits(interval, 'interval')
  return interval
}

/** Comes after everything that has ended. */
const notYet = Number.MAX_SAFE_INTEGER

const latestSegment = (conversation: Conversation, time: (segment: { start: number; end: number | undefined }) => number): number =>
  conversation.participants
    .flatMap((participant) => participant.legs.flatMap((leg) => segmentsOf(participant, leg)))
    .reduce((latest, segment) => Math.max(latest, time(segment)), 0)

/** What conversations are in order by; `undefined`: by their start. One that has not ended comes after all that have. */
export const orderKey = (orderBy: OrderBy): ((conversation: Conversation) => number) | undefined => {
  switch (orderBy) {
    case 'conversationStart':
      return undefined
    case 'conversationEnd':
      return (conversation) => endTimeOf(conversation) ?? notYet
    case 'segmentStart':
      return (conversation) => latestSegment(conversation, ({ start }) => start)
    case 'segmentEnd':
      return (conversation) => latestSegment(conversation, ({ end }) => end ?? notYet)
  }
}

/** More than a program and its tests ask for; each costs a look at every change. */
const mostStanding = 16

/** The queries that were asked lately, each kept up to date: the same one is then answered without reading every conversation. */
export class StandingQueries {
  readonly #queries = new Map<string, StandingQuery>()

  constructor(private readonly records: AnalyticsRecords) {
    records.onRecord(({ after }) => {
      for (const query of this.#queries.values()) query.update(after)
    })
  }

  /** @param name equal for equal queries, and for no others */
  named(name: string, make: (conversations: Iterable<Conversation>) => StandingQuery): StandingQuery {
    const query = this.#queries.get(name) ?? make(this.records.all())
    this.#queries.delete(name)
    this.#queries.set(name, query)
    const [oldest] = this.#queries.keys()
    if (this.#queries.size > mostStanding && oldest !== undefined) this.#queries.delete(oldest)
    return query
  }
}
