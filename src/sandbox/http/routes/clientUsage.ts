import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import type { CredentialStore } from '../../credentials/credentialStore'
import { documented } from '../../documentedErrors'
import { Refusal } from '../../refusal'
import type { ClientUsage, CountedRequest } from '../../usage/clientUsage'
import type { World } from '../../world'
import { day, readInterval, type Interval } from '../analytics/interval'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { pathId } from '../path'
import { readBody } from '../requestBody'

/** `ApiUsageClientQuery`, SDK 262. */
const usageQuery = z.strictObject({
  interval: z.string(),
  granularity: z.optional(z.enum(['Day', 'Week', 'Month'])),
  metrics: z.optional(z.array(z.enum(['Status200', 'Status300', 'Status400', 'Status500', 'Status429', 'Requests']))),
  groupBy: z.optional(z.array(z.enum(['OAuthClientId', 'OrganizationId', 'UserId', 'TemplateUri', 'HttpMethod'])))
})

/** A year: usage is kept for as long as the sandbox runs. */
const longestInterval = 366 * day

const statusFields = ['status200', 'status300', 'status400', 'status500'] as const

const row = (organisationId: string, requests: readonly [CountedRequest, ...CountedRequest[]]): Answer<Models.ApiUsageRow> => {
  const [{ clientId, method, template }] = requests
  const withStatus = (from: number): number => requests.filter(({ status }) => status !== 429 && Math.floor(status / 100) === from).length
  return {
    clientId,
    organizationId: organisationId,
    templateUri: template,
    httpMethod: method,
    ...Object.fromEntries(statusFields.map((field, index) => [field, withStatus(index + 2)])),
    status429: requests.filter(({ status }) => status === 429).length,
    requests: requests.length
  }
}

const byOperation = (requests: readonly CountedRequest[]): readonly (readonly [CountedRequest, ...CountedRequest[]])[] => {
  const groups = new Map<string, [CountedRequest, ...CountedRequest[]]>()
  for (const request of requests) {
    const key = `${request.method} ${request.template}`
    const group = groups.get(key)
    if (group) group.push(request)
    else groups.set(key, [request])
  }
  return [...groups.values()]
}

/** What an OAuth client has asked for: a query, and its results. Source of the permission: SDK reference of `postOauthClientUsageQuery`. */
export const clientUsageRoutes = (world: World, credentials: CredentialStore, usage: ClientUsage, needs: Needs): Hono<Environment> => {
  const view = needs({ token: 'any', permissions: { some: ['oauth:client:view'] } })
  const asked = new Map<string, Interval>()
  const routes = new Hono<Environment>()

  const pathClient = (c: RequestContext): string => {
    const id = pathId(c, 'clientId')
    if (credentials.client(id) === undefined) throw new Refusal(documented.notFound, `This organisation has no OAuth client ${id}.`)
    return id
  }

  routes.post('/:clientId/usage/query', view, (c) => {
    const id = pathClient(c)
    const { interval } = readBody(c, usageQuery, 'ApiUsageClientQuery')
    const read = readInterval(interval, longestInterval)
    if (typeof read === 'string') throw new Refusal(documented.badRequest, read, { field: 'interval', restsOn: ['client-usage.rows'] })
    const executionId = world.ids.next('usage query')
    asked.set(executionId, read)
    const body: Answer<Models.UsageExecutionResult> = {
      executionId,
      resultsUri: `/api/v2/oauth/clients/${id}/usage/query/results/${executionId}`
    }
    return c.json(body)
  })

  routes.get('/:clientId/usage/query/results/:executionId', view, (c) => {
    const id = pathClient(c)
    const interval = asked.get(pathId(c, 'executionId'))
    if (interval === undefined) throw new Refusal(documented.notFound, 'No usage query has this id.')
    assumeFor(c)('client-usage.rows')
    const body: Answer<Models.ApiUsageQueryResult> = {
      results: byOperation(usage.of(id, interval.start, interval.end)).map((requests) => row(world.organisation.id, requests)),
      queryStatus: 'Complete'
    }
    return c.json(body)
  })
  return routes
}
