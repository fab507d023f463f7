import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import { withItem, withoutItem } from '../../organisation/replacing'
import type { WebDeployment } from '../../organisation/webDeployment'
import { Refusal } from '../../refusal'
import { unknownReference } from '../../sending/references'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import type { Environment, RequestContext } from '../environment'
import { cursorListing } from '../paging'
import { pathId } from '../path'
import { readExpand } from '../expand'
import { readBody } from '../requestBody'
import { deploymentBody, versionBody, type DeploymentExpand } from '../shapes/webDeployment'
import { deployedVersion } from '../../organisation/webDeployment'
import { identityResolutionFields, checkDivision } from '../bodies/identityResolution'
import { webDeployment } from '../bodies/webDeployment'
import { divisionRef } from '../shapes/division'

/** Source: published OpenAPI, `pageSize` of both listings of web deployments. */
export const cursorPageSize = 300

const identityResolution = z.strictObject({
  ...identityResolutionFields,
  externalSource: z.optional(z.looseObject({})),
  automerge: z.optional(z.looseObject({}))
})

type Requested = z.infer<typeof webDeployment>

const domainsOf = ({ allowAllDomains, allowedDomains = [] }: Requested): readonly string[] | undefined => {
  if (allowAllDomains === true && allowedDomains.length > 0) {
    throw new Refusal(documented.constraint, 'allowedDomains must be empty when all domains are allowed.', { field: 'allowedDomains' })
  }
  return (allowAllDomains ?? allowedDomains.length === 0) ? undefined : allowedDomains
}

/** Where guests write from. */
export const webDeploymentRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const view = needs({ token: 'any', permissions: { every: ['webDeployments:deployment:view'] } })
  const routes = new Hono<Environment>()
  const plain: DeploymentExpand = { configuration: false, supportedContent: false }

  const onPath = (c: RequestContext): WebDeployment => {
    const id = pathId(c, 'deploymentId')
    const deployment = world.organisation.deployments.find((candidate) => candidate.id === id)
    if (deployment === undefined) throw new Refusal(documented.notFound, `This organisation has no web deployment ${id}.`)
    return deployment
  }

  const keep = (deployment: WebDeployment): void => {
    world.configuration.change((organisation) => ({ ...organisation, deployments: withItem(organisation.deployments, deployment) }))
  }

  /** The parts of a deployment that a body says, with everything that it refers to looked up. */
  const requestedParts = (requested: Requested) => {
    const { flows, deploymentConfigurations, supportedContent } = world.organisation
    const flow = flows.find(({ id }) => id === requested.flow?.id.toLowerCase())
    if (flow === undefined)
      throw new Refusal(documented.flowNotEligible, 'The deployment needs a flow of this organisation.', { field: 'flow' })
    const contentId = requested.supportedContent?.id.toLowerCase()
    if (contentId !== undefined && !supportedContent.profiles.some(({ id }) => id === contentId)) {
      throw new Refusal(documented.supportedContentNotFound, `There is no supported content profile ${contentId}.`, {
        field: 'supportedContent'
      })
    }
    const configuration = deploymentConfigurations.find(({ id }) => id === requested.configuration.id.toLowerCase())
    const version = configuration?.versions.find((one) => one.version === (requested.configuration.version ?? '1'))
    if (configuration === undefined || version === undefined) {
      throw unknownReference('configuration names no published version of a configuration.', 'configuration')
    }
    return {
      name: requested.name,
      description: requested.description,
      flow,
      supportedContentId: contentId,
      configurationId: configuration.id,
      configurationVersion: version.version,
      allowedDomains: domainsOf(requested)
    }
  }

  routes.get('/', view, (c) => {
    const expand = readExpand(c, ['Configuration', 'SupportedContent', 'identityresolution'])
    const wanted = { configuration: expand.has('Configuration'), supportedContent: expand.has('SupportedContent') }
    const body: Answer<Models.ExpandableWebDeploymentEntityListing> = cursorListing(
      c,
      world.organisation.deployments,
      (deployment) => deploymentBody(world.organisation, deployment, wanted),
      cursorPageSize
    )
    return c.json(body)
  })

  routes.post('/', needs({ token: 'any', permissions: { every: ['webDeployments:deployment:add'] } }), (c) => {
    const parts = requestedParts(readBody(c, webDeployment, 'WebDeployment'))
    const deployment: WebDeployment = { ...parts, id: world.ids.next('deployment'), status: 'Active', created: world.clock.now() }
    keep(deployment)
    return c.json(deploymentBody(world.organisation, deployment, plain), 201)
  })

  routes.get('/:deploymentId', view, (c) => {
    const expand = readExpand(c, ['supportedContent', 'flowDetails'])
    return c.json(deploymentBody(world.organisation, onPath(c), { ...plain, supportedContent: expand.has('supportedContent') }))
  })

  routes.put('/:deploymentId', needs({ token: 'any', permissions: { every: ['webDeployments:deployment:edit'] } }), (c) => {
    const before = onPath(c)
    const requested = readBody(c, webDeployment, 'WebDeployment')
    const { status = before.status } = requested
    if (status !== 'Active' && status !== 'Inactive') {
      throw new Refusal(documented.illegalOperation, `A deployment cannot be set to ${status}.`, { field: 'status' })
    }
    const after: WebDeployment = { ...before, ...requestedParts(requested), status, modified: world.clock.now() }
    keep(after)
    return c.json(deploymentBody(world.organisation, after, plain))
  })

  routes.delete('/:deploymentId', needs({ token: 'any', permissions: { every: ['webDeployments:deployment:delete'] } }), (c) => {
    const { id } = onPath(c)
    world.configuration.change((organisation) => ({ ...organisation, deployments: withoutItem(organisation.deployments, id) }))
    return c.body(null, 204)
  })

  routes.get('/:deploymentId/configurations', needs({ token: 'any' }), (c) => {
    const deployment = onPath(c)
    const { deploymentConfigurations } = world.organisation
    const configuration = deploymentConfigurations.find(({ id }) => id === deployment.configurationId)
    const version = deployedVersion(deploymentConfigurations, deployment)
    const body: Answer<Models.WebDeploymentActiveConfigurationOnDeployment> = {
      configurationVersion: configuration && version && versionBody(configuration, version),
      deployment: deploymentBody(world.organisation, deployment, {
        ...plain,
        supportedContent: readExpand(c, ['supportedContent']).has('supportedContent')
      })
    }
    return c.json(body)
  })

  const identityBody = ({ id, resolvesIdentities = true }: WebDeployment): Answer<Models.DeploymentIdentityResolutionConfig> => ({
    division: divisionRef(world.organisation.division),
    resolveIdentities: resolvesIdentities,
    selfUri: `/api/v2/webdeployments/deployments/${id}/identityresolution`
  })

  routes.get(
    '/:deploymentId/identityresolution',
    needs({ token: 'any', permissions: { every: ['webDeployments:deployment:view', 'webDeployments:identityResolution:view'] } }),
    (c) => c.json(identityBody(onPath(c)))
  )

  routes.put(
    '/:deploymentId/identityresolution',
    needs({ token: 'any', permissions: { every: ['webDeployments:deployment:edit', 'webDeployments:identityResolution:edit'] } }),
    (c) => {
      const before = onPath(c)
      const { division, resolveIdentities } = readBody(c, identityResolution, 'DeploymentIdentityResolutionConfig')
      checkDivision(world.organisation, division?.id)
      const after = { ...before, resolvesIdentities: resolveIdentities }
      keep(after)
      return c.json(identityBody(after))
    }
  )
  return routes
}
