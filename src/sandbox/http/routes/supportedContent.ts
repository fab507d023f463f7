import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import type { SupportedContent } from '../../organisation/messagingConfiguration'
import type { Organisation } from '../../organisation/organisation'
import { withItem, withoutItem } from '../../organisation/replacing'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import type { Environment, RequestContext } from '../environment'
import { listing } from '../paging'
import { pathId } from '../path'
import { readBody } from '../requestBody'
import { supportedContentBody } from '../shapes/messagingConfiguration'

const types = z.optional(z.array(z.strictObject({ type: z.optional(z.string()) })))

/** `SupportedContent`. The fields that can only be read are passed over. */
const supportedContent = z.strictObject({
  id: z.optional(z.string()),
  name: z.string(),
  dateCreated: z.optional(z.string()),
  dateModified: z.optional(z.string()),
  createdBy: z.optional(z.looseObject({})),
  modifiedBy: z.optional(z.looseObject({})),
  version: z.optional(z.int()),
  mediaTypes: z.optional(z.strictObject({ allow: z.optional(z.strictObject({ inbound: types, outbound: types })) })),
  selfUri: z.optional(z.string())
})

type Requested = z.infer<typeof supportedContent>

/** Source: published OpenAPI, `MediaType.type`: a type, a family of types, or all. */
const mediaType = /^(?:\*\/\*|[a-z0-9][\w.+-]*\/(?:\*|[a-z0-9][\w.+-]*))$/i

const typesOf = (requested: Requested, direction: 'inbound' | 'outbound', otherwise: readonly string[]): readonly string[] => {
  const given = requested.mediaTypes?.allow?.[direction]
  if (given === undefined) return otherwise
  return given.map(({ type = '' }) => {
    if (mediaType.test(type)) return type
    throw new Refusal(documented.mediaType, `“${type}” is no media type and no range of them.`, { field: 'mediaTypes' })
  })
}

const reference = z.strictObject({
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  selfUri: z.optional(z.string()),
  mediaTypes: z.optional(z.looseObject({}))
})

/** Integrations, numbers and deployments with this profile, by their names. */
const usersOf = ({ integrations, smsNumbers, deployments }: Organisation, profileId: string): readonly string[] =>
  [...integrations, ...smsNumbers, ...deployments]
    .filter(({ supportedContentId }) => supportedContentId === profileId)
    .map(({ name }) => name)

/** Which media types the channels take. */
export const supportedContentRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const view = needs({ token: 'any', permissions: { every: ['messaging:supportedContent:view'] } })
  const edit = needs({ token: 'any', permissions: { every: ['messaging:supportedContent:edit'] } })
  const routes = new Hono<Environment>()

  const byId = (id: string): SupportedContent => {
    const profile = world.organisation.supportedContent.profiles.find((candidate) => candidate.id === id)
    if (profile === undefined) throw new Refusal(documented.notFound, `This organisation has no supported content profile ${id}.`)
    return profile
  }

  const onPath = (c: RequestContext): SupportedContent => byId(pathId(c, 'supportedContentId'))

  const change = (transition: (content: Organisation['supportedContent']) => Organisation['supportedContent']): void => {
    world.configuration.change((organisation) => ({ ...organisation, supportedContent: transition(organisation.supportedContent) }))
  }

  const keep = (profile: SupportedContent): void => {
    change((content) => ({ ...content, profiles: withItem(content.profiles, profile) }))
  }

  routes.get('/', view, (c) => {
    const body: Answer<Models.SupportedContentListing> = listing(c, world.organisation.supportedContent.profiles, supportedContentBody)
    return c.json(body)
  })

  routes.post('/', needs({ token: 'any', permissions: { some: ['messaging:supportedContent:add'] } }), (c) => {
    const requested = readBody(c, supportedContent, 'SupportedContent')
    const now = world.clock.now()
    const profile: SupportedContent = {
      id: world.ids.next('supported content'),
      name: requested.name,
      created: now,
      modified: now,
      version: 1,
      inbound: typesOf(requested, 'inbound', []),
      outbound: typesOf(requested, 'outbound', [])
    }
    keep(profile)
    return c.json(supportedContentBody(profile), 201)
  })

  routes.get('/default', view, (c) => c.json(supportedContentBody(byId(world.organisation.supportedContent.defaultId))))

  routes.put('/default', edit, (c) => {
    const { id = '' } = readBody(c, reference, 'SupportedContentReference')
    if (id === '') throw new Refusal(documented.supportedContentRequired, 'The default needs the id of a profile.', { field: 'id' })
    const profile = byId(id.toLowerCase())
    change((content) => ({ ...content, defaultId: profile.id }))
    return c.json(supportedContentBody(profile))
  })

  routes.get('/:supportedContentId', view, (c) => c.json(supportedContentBody(onPath(c))))

  routes.patch('/:supportedContentId', edit, (c) => {
    const before = onPath(c)
    const requested = readBody(c, supportedContent, 'SupportedContent')
    const after: SupportedContent = {
      ...before,
      name: requested.name,
      modified: world.clock.now(),
      version: before.version + 1,
      inbound: typesOf(requested, 'inbound', before.inbound),
      outbound: typesOf(requested, 'outbound', before.outbound)
    }
    keep(after)
    return c.json(supportedContentBody(after))
  })

  routes.delete('/:supportedContentId', needs({ token: 'any', permissions: { every: ['messaging:supportedContent:delete'] } }), (c) => {
    const { id, name } = onPath(c)
    const users = usersOf(world.organisation, id)
    if (users.length > 0) throw new Refusal(documented.supportedContentInUse, `${name} is in use by ${users.join(', ')}.`)
    if (world.organisation.supportedContent.defaultId === id) {
      throw new Refusal(documented.supportedContentInUse, `${name} is the default.`, { restsOn: ['supported-content.default'] })
    }
    change((content) => ({ ...content, profiles: withoutItem(content.profiles, id) }))
    return c.body(null, 204)
  })
  return routes
}
