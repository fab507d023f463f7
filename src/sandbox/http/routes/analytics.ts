import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { StandingQuery } from '../../analytics/standingQuery'
import type { Conversation } from '../../conversations/conversation'
import { divisionsOf } from '../../conversations/divisions'
import { documented } from '../../documentedErrors'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import {
  checkedInterval,
  orderKey,
  outsideLimits,
  queryFields,
  refuseUnsupported,
  StandingQueries,
  type OrderBy
} from '../analytics/detailQuery'
import { filtersTest, pinnedConversation, type DetailFilters } from '../analytics/filters'
import { day, touchedDays } from '../analytics/interval'
import type { Needs } from '../authentication'
import { checkDivisions, isInDivisions, reachedDivisions, reaches } from '../divisions'
import { assumeFor, type Environment } from '../environment'
import { pathId } from '../path'
import { queryList } from '../query'
import { assumeForReading } from '../readingAssumptions'
import { readBody } from '../requestBody'
import { analyticsRow } from '../shapes/analyticsConversation'

/** `ConversationQuery`. */
const query = z.strictObject({
  ...queryFields,
  paging: z.optional(z.strictObject({ pageSize: z.int().check(z.positive()), pageNumber: z.int().check(z.positive()) })),
  aggregations: z.optional(z.array(z.unknown()))
})

/** Well known, as the longest interval is, and in no published document: see the assumption `analytics.limits`. */
const largestPage = 100
const longestInterval = 31 * day

/** Conversations by what they were, ended ones too. */
export const analyticsRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const view = needs({
    token: 'any',
    permissions: { some: ['analytics:conversationDetail:view', 'analytics:agentConversationDetail:view'] }
  })
  const { records } = world
  const standing = new StandingQueries(records)
  const routes = new Hono<Environment>()

  const recorded = (ids: readonly string[]): readonly Conversation[] =>
    ids.map((id) => records.get(id.toLowerCase())).filter((conversation) => conversation !== undefined)

  const queryFor = (filters: DetailFilters, orderBy: OrderBy, divisions: readonly string[]): StandingQuery => {
    // Also where it is known: a filter that is refused once is refused each time.
    const fits = filtersTest(world.organisation, filters)
    const isReached = isInDivisions(world.organisation, divisions)
    const test =
      divisions.length === world.organisation.divisions.length
        ? fits
        : (conversation: Conversation) => isReached(conversation) && fits(conversation)
    const pinned = pinnedConversation(filters)
    if (pinned !== undefined) return new StandingQuery(recorded([pinned]), test, orderKey(orderBy))
    return standing.named(JSON.stringify([orderBy, filters, divisions]), (all) => new StandingQuery(all, test, orderKey(orderBy)))
  }

  routes.post('/conversations/details/query', view, (c) => {
    const asked = readBody(c, query, 'ConversationQuery')
    const { conversationFilters = [], segmentFilters = [], orderBy = 'conversationStart', order } = asked
    const { evaluationFilters, surveyFilters, resolutionFilters, aggregations } = asked
    const days = touchedDays(checkedInterval(asked.interval, longestInterval))
    const { pageSize, pageNumber } = asked.paging ?? { pageSize: 25, pageNumber: 1 }
    if (pageSize > largestPage) throw outsideLimits(`A page has at most ${largestPage} rows.`, 'paging.pageSize')
    refuseUnsupported({ evaluationFilters, surveyFilters, resolutionFilters, aggregations })
    if (orderBy === 'segmentStart' || orderBy === 'segmentEnd') assumeFor(c)('analytics.segment-order')

    const { ids, total } = queryFor({ conversationFilters, segmentFilters }, orderBy, reachedDivisions(c, world.organisation)).page({
      startFrom: days.start,
      startBefore: days.end,
      descending: order === 'desc',
      skip: (pageNumber - 1) * pageSize,
      take: pageSize
    })
    const page = recorded(ids)
    for (const conversation of page) assumeForReading(c, conversation)
    const body: Answer<Models.AnalyticsConversationQueryResponse> = {
      conversations: page.length > 0 ? page.map((conversation) => analyticsRow(world, conversation)) : undefined,
      totalHits: total
    }
    return c.json(body)
  })

  routes.get('/conversations/details', view, (c) => {
    const ids = queryList(c, 'id')
    const found = recorded(ids).filter((conversation) => reaches(c, world.organisation, divisionsOf(world.organisation, conversation)))
    if (found.length < ids.length) assumeFor(c)('analytics.unknown-ids')
    for (const conversation of found) assumeForReading(c, conversation)
    const body: Answer<Models.AnalyticsConversationWithoutAttributesMultiGetResponse> = {
      conversations: found.map((conversation) => analyticsRow(world, conversation))
    }
    return c.json(body)
  })

  routes.get('/conversations/:conversationId/details', view, (c) => {
    const id = pathId(c, 'conversationId')
    const conversation = records.get(id)
    if (conversation === undefined) throw new Refusal(documented.notFound, `Analytics has no conversation ${id}.`)
    checkDivisions(c, world.organisation, divisionsOf(world.organisation, conversation))
    assumeForReading(c, conversation)
    return c.json(analyticsRow(world, conversation))
  })
  return routes
}
