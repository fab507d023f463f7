import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import type { Permission } from '../../credentials/roles'
import { documented } from '../../documentedErrors'
import type { Integration, IntegrationChannel } from '../../organisation/integration'
import { withItem } from '../../organisation/replacing'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import type { Environment, RequestContext } from '../environment'
import { pathId } from '../path'
import { readBody } from '../requestBody'
import { checkDivision, identityResolutionFields } from '../bodies/identityResolution'
import { divisionRef } from '../shapes/division'

interface ChannelPermissions {
  readonly view: readonly Permission[]
  readonly edit: readonly Permission[]
}

const permissionsFor = (resource: string, edit: Permission = 'messaging:integration:edit'): ChannelPermissions => ({
  view: ['messaging:integration:view', `messaging:${resource}:view`],
  edit: [edit, `messaging:${resource}:edit`]
})

/** Source: published OpenAPI, `x-inin-requires-permissions` of each channel. */
const permissions: Readonly<Record<IntegrationChannel, ChannelPermissions>> = {
  open: permissionsFor('identityResolutionOpen'),
  whatsapp: permissionsFor('identityResolutionWhatsApp'),
  facebook: permissionsFor('identityResolutionFacebook'),
  instagram: permissionsFor('identityResolutionInstagram'),
  twitter: permissionsFor('identityResolutionX', 'messaging:XIntegration:edit'),
  apple: permissionsFor('identityResolutionApple')
}

const channels: readonly IntegrationChannel[] = ['open', 'whatsapp', 'facebook', 'instagram', 'twitter', 'apple']

const config = z.strictObject(identityResolutionFields)

/** Whether those who write to an integration become external contacts. */
export const identityResolutionRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  const onPath = (c: RequestContext, channel: IntegrationChannel): Integration => {
    const id = pathId(c, 'integrationId')
    const integration = world.organisation.integrations.find((candidate) => candidate.id === id && candidate.channel === channel)
    if (integration === undefined) {
      throw new Refusal(
        channel === 'open' ? documented.integrationNotFound : documented.notFound,
        `There is no ${channel} integration ${id}.`
      )
    }
    if (channel === 'open' && integration.status !== 'Active') {
      throw new Refusal(documented.integrationNotActive, `Integration ${integration.name} is not active.`)
    }
    return integration
  }

  const bodyOf = ({ id, channel, resolvesIdentities }: Integration): Answer<Models.OpenMessagingIdentityResolutionConfig> => ({
    division: divisionRef(world.organisation.division),
    resolveIdentities: resolvesIdentities,
    selfUri: `/api/v2/conversations/messaging/identityresolution/integrations/${channel}/${id}`
  })

  for (const channel of channels) {
    const { view, edit } = permissions[channel]
    routes.get(`/${channel}/:integrationId`, needs({ token: 'any', permissions: { every: view } }), (c) =>
      c.json(bodyOf(onPath(c, channel)))
    )

    routes.put(`/${channel}/:integrationId`, needs({ token: 'any', permissions: { every: edit } }), (c) => {
      const before = onPath(c, channel)
      const { division, resolveIdentities } = readBody(c, config, 'an identity resolution configuration')
      checkDivision(world.organisation, division?.id)
      const after: Integration = { ...before, resolvesIdentities: resolveIdentities }
      world.configuration.change((organisation) => ({ ...organisation, integrations: withItem(organisation.integrations, after) }))
      return c.json(bodyOf(after))
    })
  }
  return routes
}
