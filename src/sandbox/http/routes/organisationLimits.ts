import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../../documentedErrors'
import { limitNamespaces, limits, type Limit } from '../../organisation/limits'
import { Refusal } from '../../refusal'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { pageOf, readPaging } from '../paging'

const friendlyNames: Readonly<Record<Limit['namespace'], string>> = { 'platform.api': 'Platform API', 'web.messaging': 'Web messaging' }

const limitsOf = (c: RequestContext): Answer<Models.LimitsEntityListing> => {
  const name = c.req.param('namespaceName')
  const entities = limits.filter(({ namespace }) => namespace === name).map(({ namespace, key, value }) => ({ namespace, key, value }))
  if (entities.length === 0) {
    throw new Refusal(
      documented.invalidValue,
      `The sandbox knows no limits of a namespace ${name ?? ''}. It knows those of ${limitNamespaces.join(' and ')}.`,
      { restsOn: ['limits.values'] }
    )
  }
  assumeFor(c)('limits.values')
  return { entities }
}

const documentation = (): Answer<Models.LimitDocumentation> => ({
  url: 'https://developer.genesys.cloud/organization/organization/limits',
  namespaces: limitNamespaces.map((name) => ({
    name,
    friendlyName: friendlyNames[name],
    limits: limits
      .filter(({ namespace }) => namespace === name)
      .map(({ key, value, description }) => ({ key, defaultValue: value, description, configurable: false, trackable: false }))
  }))
})

/** What the organisation may use. */
export const organisationLimitRoutes = (needs: Needs): Hono<Environment> => {
  const anybody = needs({ token: 'any' })
  const routes = new Hono<Environment>()

  routes.get('/namespaces', anybody, (c) => {
    assumeFor(c)('limits.namespaces')
    const paging = readPaging(c, 100)
    return c.json({
      entities: pageOf(limitNamespaces, paging),
      pageSize: paging.pageSize,
      pageNumber: paging.pageNumber,
      pageCount: Math.ceil(limitNamespaces.length / paging.pageSize),
      total: limitNamespaces.length
    })
  })

  routes.get('/namespaces/:namespaceName', anybody, (c) => c.json(limitsOf(c)))
  routes.get('/namespaces/:namespaceName/defaults', anybody, (c) => c.json(limitsOf(c)))

  routes.get('/docs', anybody, (c) => {
    assumeFor(c)('limits.values')
    return c.json(documentation())
  })

  routes.get('/changerequests', needs({ token: 'any', permissions: { some: ['limits:organization:view'] } }), (c) => {
    const body: Answer<Models.LimitChangeRequestsEntityListing> = { entities: [], selfUri: '/api/v2/organizations/limits/changerequests' }
    return c.json(body)
  })
  return routes
}
