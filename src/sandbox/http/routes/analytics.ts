import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Conversation } from '../../conversations/conversation'
import { divisionsOf } from '../../conversations/divisions'
import { endTimeOf } from '../../conversations/reading'
import { documented } from '../../documentedErrors'
import { notImplemented, Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Needs } from '../authentication'
import { detailFilter, fitsConversationFilters, fitsSegmentFilters } from '../analytics/filters'
import { readInterval, touchesDayOf, type Interval } from '../analytics/interval'
import { reaches } from '../divisions'
import type { Environment } from '../environment'
import { pageOf } from '../paging'
import { assumeForReading } from '../readingAssumptions'
import { readBody } from '../requestBody'
import { analyticsRow } from '../shapes/analyticsConversation'

const unsupported = z.optional(z.array(z.unknown()))

/** `ConversationQuery`. */
const query = z.strictObject({
  interval: z.optional(z.string()),
  order: z.optional(z.enum(['asc', 'desc', 'unordered'])),
  orderBy: z.optional(z.enum(['conversationStart', 'conversationEnd', 'segmentStart', 'segmentEnd'])),
  paging: z.optional(z.strictObject({ pageSize: z.int().check(z.positive()), pageNumber: z.int().check(z.positive()) })),
  conversationFilters: z.optional(z.array(detailFilter)),
  segmentFilters: z.optional(z.array(detailFilter)),
  evaluationFilters: unsupported,
  surveyFilters: unsupported,
  resolutionFilters: unsupported,
  aggregations: unsupported
})

type Query = z.infer<typeof query>

const largestPage = 100

const outsideLimits = (message: string, field: string): Refusal =>
  new Refusal(documented.badRequest, message, { field, restsOn: ['analytics.limits'] })

const checkedInterval = (text: string | undefined): Interval => {
  const interval = text === undefined ? 'The query needs an interval.' : readInterval(text)
  if (typeof interval === 'string') throw outsideLimits(interval, 'interval')
  return interval
}

const refuseUnsupported = ({ evaluationFilters, surveyFilters, resolutionFilters, aggregations, orderBy }: Query): void => {
  for (const [field, value] of Object.entries({ evaluationFilters, surveyFilters, resolutionFilters, aggregations })) {
    if (value !== undefined && value.length > 0) {
      throw new Refusal(notImplemented, `The sandbox does not simulate ${field} of a details query.`, { field })
    }
  }
  if (orderBy === 'segmentStart' || orderBy === 'segmentEnd') {
    throw new Refusal(notImplemented, `The sandbox cannot order by ${orderBy}.`, { field: 'orderBy' })
  }
}

/** Oldest first. One that has not ended comes after all that have. */
const inOrder = (conversations: readonly Conversation[], { order, orderBy }: Query): readonly Conversation[] => {
  const keyOf = (conversation: Conversation): number =>
    orderBy === 'conversationEnd' ? (endTimeOf(conversation) ?? Number.MAX_SAFE_INTEGER) : conversation.startTime
  const ascending = conversations.toSorted((a, b) => keyOf(a) - keyOf(b))
  return order === 'desc' ? ascending.reverse() : ascending
}

/** Conversations by what they were, ended ones too. */
export const analyticsRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()
  routes.post(
    '/conversations/details/query',
    needs({ token: 'any', permissions: { some: ['analytics:conversationDetail:view', 'analytics:agentConversationDetail:view'] } }),
    (c) => {
      const asked = readBody(c, query, 'ConversationQuery')
      const interval = checkedInterval(asked.interval)
      const paging = asked.paging ?? { pageSize: 25, pageNumber: 1 }
      if (paging.pageSize > largestPage) throw outsideLimits(`A page has at most ${largestPage} rows.`, 'paging.pageSize')
      refuseUnsupported(asked)

      const { conversationFilters = [], segmentFilters = [] } = asked
      const found = [...world.conversations.all()].filter((conversation) => {
        if (!touchesDayOf(interval, conversation.startTime)) return false
        if (!reaches(c, world.organisation, divisionsOf(world.organisation, conversation))) return false
        const row = analyticsRow(world, conversation)
        return fitsConversationFilters(row, conversationFilters) && fitsSegmentFilters(row, segmentFilters)
      })
      const page = pageOf(inOrder(found, asked), paging)
      for (const conversation of page) assumeForReading(c, conversation)
      return c.json({
        conversations: page.length > 0 ? page.map((conversation) => analyticsRow(world, conversation)) : undefined,
        totalHits: found.length
      })
    }
  )
  return routes
}
