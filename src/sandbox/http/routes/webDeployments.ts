import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../../documentedErrors'
import type { WebDeployment } from '../../organisation/organisation'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import { isoTime, type Answer } from '../answers'
import type { Needs } from '../authentication'
import type { Environment } from '../environment'
import { pathId } from '../path'

const deploymentBody = ({ id, name, status, configurationId, flow, created }: WebDeployment) =>
  ({
    id,
    name,
    status,
    allowAllDomains: true,
    allowedDomains: [],
    dateCreated: isoTime(created),
    dateModified: isoTime(created),
    flow: { id: flow.id, name: flow.name, selfUri: `/api/v2/flows/${flow.id}` },
    configuration: {
      id: configurationId,
      name: `${name} messenger`,
      version: '1',
      selfUri: `/api/v2/webdeployments/configurations/${configurationId}/versions/1`
    },
    selfUri: `/api/v2/webdeployments/deployments/${id}`
  }) satisfies Answer<Models.WebDeployment>

/** Where guests write from. */
export const webDeploymentRoutes = ({ organisation }: World, needs: Needs): Hono<Environment> => {
  const view = needs({ token: 'any', permissions: { every: ['webDeployments:deployment:view'] } })
  const routes = new Hono<Environment>()

  routes.get('/deployments', view, (c) => {
    const body: Answer<Models.ExpandableWebDeploymentEntityListing> = {
      entities: organisation.deployments.map(deploymentBody),
      total: organisation.deployments.length,
      selfUri: '/api/v2/webdeployments/deployments'
    }
    return c.json(body)
  })

  routes.get('/deployments/:deploymentId', view, (c) => {
    const id = pathId(c, 'deploymentId')
    const deployment = organisation.deployments.find((candidate) => candidate.id === id)
    if (deployment === undefined) throw new Refusal(documented.notFound, `This organisation has no web deployment ${id}.`)
    return c.json(deploymentBody(deployment))
  })
  return routes
}
