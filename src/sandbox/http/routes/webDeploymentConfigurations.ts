import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../../documentedErrors'
import { withItem, withoutItem } from '../../organisation/replacing'
import type { ConfigurationVersion, WebDeploymentConfiguration } from '../../organisation/webDeployment'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import type { Environment, RequestContext } from '../environment'
import { cursorListing } from '../paging'
import { pathId } from '../path'
import { queryBoolean } from '../query'
import { readBody } from '../requestBody'
import { draftBody, versionBody } from '../shapes/webDeployment'
import { configurationVersion, settingsOf } from '../bodies/webDeployment'
import { cursorPageSize } from './webDeployments'

/** How the Messenger of a deployment looks and behaves: one draft each, and its published versions. */
export const webDeploymentConfigurationRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const view = needs({ token: 'any', permissions: { every: ['webDeployments:configuration:view'] } })
  const edit = needs({ token: 'any', permissions: { every: ['webDeployments:configuration:edit'] } })
  const routes = new Hono<Environment>()

  const onPath = (c: RequestContext): WebDeploymentConfiguration => {
    const id = pathId(c, 'configurationId')
    const configuration = world.organisation.deploymentConfigurations.find((candidate) => candidate.id === id)
    if (configuration === undefined) throw new Refusal(documented.notFound, `This organisation has no configuration ${id}.`)
    return configuration
  }

  const keep = (configuration: WebDeploymentConfiguration): void => {
    world.configuration.change((organisation) => ({
      ...organisation,
      deploymentConfigurations: withItem(organisation.deploymentConfigurations, configuration)
    }))
  }

  routes.get('/', view, (c) => {
    const onlyPublished = queryBoolean(c, 'showOnlyPublished') ?? false
    const configurations = world.organisation.deploymentConfigurations.filter(({ versions }) => !onlyPublished || versions.length > 0)
    const body: Answer<Models.WebDeploymentConfigurationVersionEntityListing> = cursorListing(c, configurations, draftBody, cursorPageSize)
    return c.json(body)
  })

  routes.post('/', needs({ token: 'any', permissions: { every: ['webDeployments:configuration:add'] } }), (c) => {
    const settings = settingsOf(readBody(c, configurationVersion, 'WebDeploymentConfigurationVersion'))
    const now = world.clock.now()
    const configuration: WebDeploymentConfiguration = {
      id: world.ids.next('configuration'),
      created: now,
      draft: { settings, modified: now },
      versions: []
    }
    keep(configuration)
    return c.json(draftBody(configuration), 201)
  })

  routes.delete('/:configurationId', needs({ token: 'any', permissions: { every: ['webDeployments:configuration:delete'] } }), (c) => {
    const { id } = onPath(c)
    const user = world.organisation.deployments.find(({ configurationId }) => configurationId === id)
    if (user) throw new Refusal(documented.configurationInUse, `Web deployment ${user.name} has this configuration.`)
    world.configuration.change((organisation) => ({
      ...organisation,
      deploymentConfigurations: withoutItem(organisation.deploymentConfigurations, id)
    }))
    return c.body(null, 204)
  })

  routes.get('/:configurationId/versions', view, (c) => {
    const configuration = onPath(c)
    const versions = configuration.versions.map((version) => ({ id: version.version, version }))
    const body: Answer<Models.WebDeploymentConfigurationVersionEntityListing> = cursorListing(
      c,
      versions,
      ({ version }) => versionBody(configuration, version),
      cursorPageSize
    )
    return c.json(body)
  })

  routes.get('/:configurationId/versions/draft', view, (c) => c.json(draftBody(onPath(c))))

  routes.put('/:configurationId/versions/draft', edit, (c) => {
    const before = onPath(c)
    const settings = settingsOf(readBody(c, configurationVersion, 'WebDeploymentConfigurationVersion'))
    const after = { ...before, draft: { settings, modified: world.clock.now() } }
    keep(after)
    return c.json(draftBody(after))
  })

  routes.post(
    '/:configurationId/versions/draft/publish',
    needs({ token: 'any', permissions: { every: ['webDeployments:configuration:edit', 'webDeployments:configuration:add'] } }),
    (c) => {
      const before = onPath(c)
      const version: ConfigurationVersion = {
        version: String(before.versions.length + 1),
        settings: before.draft.settings,
        created: before.created,
        published: world.clock.now()
      }
      const after = { ...before, versions: [...before.versions, version] }
      keep(after)
      return c.json(versionBody(after, version))
    }
  )

  routes.get('/:configurationId/versions/:versionId', view, (c) => {
    const configuration = onPath(c)
    const number = c.req.param('versionId')
    const version = configuration.versions.find((candidate) => candidate.version === number)
    if (version === undefined) throw new Refusal(documented.notFound, `The configuration has no version ${number}.`)
    return c.json(versionBody(configuration, version))
  })
  return routes
}
