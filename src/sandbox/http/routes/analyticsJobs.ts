import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { DetailJobs, resultsLife, type DetailJob } from '../../analytics/detailJobs'
import { documented } from '../../documentedErrors'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import { isoTime, type Answer } from '../answers'
import { checkedInterval, orderKey, queryFields, refuseUnsupported } from '../analytics/detailQuery'
import { filtersTest } from '../analytics/filters'
import { touchedDays } from '../analytics/interval'
import { restsOn } from '../assuming'
import type { Needs } from '../authentication'
import { isInDivisions, reachedDivisions } from '../divisions'
import type { Environment, RequestContext } from '../environment'
import { readPageSize } from '../paging'
import { pathId } from '../path'
import { assumeForReading } from '../readingAssumptions'
import { readBody } from '../requestBody'
import { analyticsRow } from '../shapes/analyticsConversation'

/** `AsyncConversationQuery`. */
const asyncQuery = z.strictObject({
  ...queryFields,
  limit: z.optional(z.int().check(z.positive())),
  startOfDayIntervalMatching: z.optional(z.boolean())
})

const pageSize = 100
const largestPage = 1000

const statusBody = ({ submitted, state }: DetailJob): Answer<Models.AsyncQueryStatus> => {
  const completed = state.name === 'FULFILLED' || state.name === 'EXPIRED' ? state.completed : undefined
  return {
    state: state.name,
    submissionDate: isoTime(submitted),
    completionDate: completed === undefined ? undefined : isoTime(completed),
    expirationDate: completed === undefined ? undefined : isoTime(completed + resultsLife)
  }
}

/** How many results a cursor stands behind. */
const readCursor = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  const place = /^results-(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1]
  if (place === undefined) throw new Refusal(documented.invalidQueryValue, 'cursor is none that a page of these results gave.')
  return Number(place)
}

const cursorAt = (place: number): string => Buffer.from(`results-${place}`).toString('base64url')

/** Details queries that are answered later, for more than pages can hold. */
export const analyticsJobRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const view = needs({
    token: 'any',
    permissions: { some: ['analytics:conversationDetail:view', 'analytics:agentConversationDetail:view'] }
  })
  const jobs = new DetailJobs(world.records, world.clock)
  const routes = new Hono<Environment>()

  const pathJob = (c: RequestContext): DetailJob => {
    const id = pathId(c, 'jobId')
    const job = jobs.get(id)
    if (job === undefined) throw new Refusal(documented.notFound, `There is no job ${id}.`)
    return job
  }

  routes.use(restsOn('analytics.jobs'))

  routes.post('/', view, (c) => {
    const asked = readBody(c, asyncQuery, 'AsyncConversationQuery')
    const { conversationFilters = [], segmentFilters = [], orderBy = 'conversationStart', startOfDayIntervalMatching = false } = asked
    const { evaluationFilters, surveyFilters, resolutionFilters, order, limit } = asked
    const interval = checkedInterval(asked.interval, Number.POSITIVE_INFINITY)
    refuseUnsupported({ evaluationFilters, surveyFilters, resolutionFilters })
    const jobId = world.ids.next('job')
    const fits = filtersTest(world.organisation, { conversationFilters, segmentFilters })
    const isReached = isInDivisions(world.organisation, reachedDivisions(c, world.organisation))
    jobs.submit(jobId, {
      start: startOfDayIntervalMatching ? touchedDays(interval).start : interval.start,
      end: interval.end,
      byStart: startOfDayIntervalMatching,
      fits: (conversation) => fits(conversation) && isReached(conversation),
      keyOf: orderKey(orderBy),
      descending: order === 'desc',
      limit
    })
    const body: Answer<Models.AsyncQueryResponse> = { jobId }
    return c.json(body, 202)
  })

  routes.get('/availability', needs({ token: 'any', permissions: { some: ['analytics:conversationDetail:view'] } }), (c) => {
    const body: Answer<Models.DataAvailabilityResponse> = { dataAvailabilityDate: isoTime(world.records.availableUntil()) }
    return c.json(body)
  })

  routes.get('/:jobId', view, (c) => {
    const job = pathJob(c)
    const working = job.state.name === 'QUEUED' || job.state.name === 'PENDING'
    return c.json(statusBody(job), working ? 202 : 200)
  })

  routes.delete('/:jobId', view, (c) => {
    jobs.cancel(pathJob(c))
    return c.body(null, 204)
  })

  routes.get('/:jobId/results', view, (c) => {
    const { state } = pathJob(c)
    if (state.name !== 'FULFILLED') {
      throw new Refusal(documented.badRequest, `The job has no results: it is ${state.name}.`, { restsOn: ['analytics.jobs'] })
    }
    const size = Math.min(readPageSize(c, pageSize), largestPage)
    const from = readCursor(c.req.query('cursor'))
    const page = state.found.slice(from, from + size)
    for (const conversation of page) assumeForReading(c, conversation)
    const body: Answer<Models.AnalyticsConversationAsyncQueryResponse> = {
      conversations: page.map((conversation) => analyticsRow(world, conversation)),
      cursor: from + size < state.found.length ? cursorAt(from + size) : undefined,
      dataAvailabilityDate: isoTime(state.available)
    }
    return c.json(body)
  })
  return routes
}
