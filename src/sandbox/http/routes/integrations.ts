import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import type { Integration, IntegrationChannel, IntegrationOn } from '../../organisation/integration'
import { withItem, withoutItem } from '../../organisation/replacing'
import { sendersOf } from '../../organisation/senders'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import { restsOn } from '../assuming'
import type { Needs } from '../authentication'
import type { Environment, RequestContext } from '../environment'
import { listing } from '../paging'
import { pathId } from '../path'
import { readExpand } from '../expand'
import { queryList } from '../query'
import { readBody } from '../requestBody'
import { channelIntegrationBody, integrationBody, integrationParts, openIntegrationBody } from '../shapes/integrations'

const channels: readonly IntegrationChannel[] = ['open', 'whatsapp', 'facebook', 'instagram', 'twitter', 'apple']

const reference = z.strictObject({ id: z.string(), name: z.optional(z.string()), selfUri: z.optional(z.string()) })

/** The fields that `OpenIntegrationRequest` and `OpenIntegrationUpdateRequest` share. */
const openFields = {
  id: z.optional(z.string()),
  name: z.string(),
  supportedContent: z.optional(reference),
  messagingSetting: z.optional(reference),
  webhookHeaders: z.optional(z.record(z.string(), z.string())),
  selfUri: z.optional(z.string())
}

const openRequest = z.strictObject({
  ...openFields,
  outboundNotificationWebhookUrl: z.string(),
  outboundNotificationWebhookSignatureSecretToken: z.string()
})

const openUpdate = z.strictObject({
  ...openFields,
  outboundNotificationWebhookUrl: z.optional(z.string()),
  outboundNotificationWebhookSignatureSecretToken: z.optional(z.string())
})

/** Source: Genesys developer site, open messaging: HTTPS, port 443. */
const isWebhook = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, port } = new URL(text)
  return protocol === 'https:' && port === ''
}

/** Source: text of `notification.webhook.signature.secret.token.longer.than.15.characters`. */
const shortestSecret = 16

type OpenFields = Pick<IntegrationOn<'open'>, 'name' | 'webhookUrl' | 'webhookSecret'>

const checkOpen = ({ name, webhookUrl, webhookSecret }: OpenFields): void => {
  if (name.trim() === '') throw new Refusal(documented.missingFieldValue, 'name must not be blank.', { field: 'name' })
  if (!isWebhook(webhookUrl)) {
    throw new Refusal(documented.webhookUrl, `“${webhookUrl}” is not an HTTPS address on port 443.`, {
      field: 'outboundNotificationWebhookUrl'
    })
  }
  if (webhookSecret.length < shortestSecret) {
    throw new Refusal(documented.webhookSecret, `The secret token needs ${shortestSecret} characters at least.`, {
      field: 'outboundNotificationWebhookSignatureSecretToken'
    })
  }
}

/** The connections to messaging channels, and those of open messaging to change. */
export const integrationRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const view = needs({ token: 'any', permissions: { every: ['messaging:integration:view'] } })
  const routes = new Hono<Environment>()

  /** Those that the query’s filters leave. */
  const filtered = (c: RequestContext): readonly Integration[] => {
    const contents = queryList(c, 'supportedContent.id')
    const settings = queryList(c, 'messagingSetting.id')
    return world.organisation.integrations.filter(
      ({ supportedContentId, messagingSettingId }) =>
        (contents.length === 0 || contents.includes(supportedContentId)) && (settings.length === 0 || settings.includes(messagingSettingId))
    )
  }

  const onPath = <Channel extends IntegrationChannel>(c: RequestContext, channel: Channel): Integration & { channel: Channel } => {
    const id = pathId(c, 'integrationId')
    const isIt = (candidate: Integration): candidate is Integration & { channel: Channel } =>
      candidate.id === id && candidate.channel === channel
    const integration = world.organisation.integrations.find(isIt)
    if (integration === undefined) throw new Refusal(documented.notFound, `This organisation has no ${channel} integration ${id}.`)
    return integration
  }

  const change = (transition: (integrations: readonly Integration[]) => readonly Integration[]): void => {
    world.configuration.change((organisation) => {
      const integrations = transition(organisation.integrations)
      return { ...organisation, integrations, senders: sendersOf(organisation.smsNumbers, integrations) }
    })
  }

  const profile = (id: string | undefined, kind: 'supportedContent' | 'messagingSettings', otherwise: string): string => {
    if (id === undefined) return otherwise
    const found = world.organisation[kind].profiles.find((candidate) => candidate.id === id.toLowerCase())
    if (found) return found.id
    const field = kind === 'supportedContent' ? 'supportedContent' : 'messagingSetting'
    throw new Refusal(documented.invalidIntegration, `${field} names nothing that this organisation has.`, { field })
  }

  routes.get('/', view, (c) => {
    const expand = readExpand(c, integrationParts)
    const body: Answer<Models.MessagingIntegrationEntityListing> = listing(c, filtered(c), (integration) =>
      integrationBody(world.organisation, integration, expand)
    )
    return c.json(body)
  })

  for (const channel of channels) {
    routes.get(`/${channel}`, view, (c) => {
      const expand = readExpand(c, integrationParts)
      const ofChannel = filtered(c).filter((integration) => integration.channel === channel)
      return c.json(listing(c, ofChannel, (integration) => channelIntegrationBody(world.organisation, integration, expand)))
    })

    routes.get(`/${channel}/:integrationId`, view, (c) =>
      c.json(channelIntegrationBody(world.organisation, onPath(c, channel), readExpand(c, integrationParts)))
    )
  }

  routes.post(
    '/open',
    needs({ token: 'any', permissions: { every: ['messaging:integration:add'] } }),
    restsOn('integration.at-once'),
    (c) => {
      const request = readBody(c, openRequest, 'OpenIntegrationRequest')
      const { organisation, clock, ids } = world
      const now = clock.now()
      const integration: IntegrationOn<'open'> = {
        channel: 'open',
        id: ids.next('integration'),
        name: request.name,
        webhookUrl: request.outboundNotificationWebhookUrl,
        webhookSecret: request.outboundNotificationWebhookSignatureSecretToken,
        webhookHeaders: request.webhookHeaders ?? {},
        status: 'Active',
        created: now,
        modified: now,
        version: 1,
        supportedContentId: profile(request.supportedContent?.id, 'supportedContent', organisation.supportedContent.defaultId),
        messagingSettingId: profile(request.messagingSetting?.id, 'messagingSettings', organisation.messagingSettings.defaultId),
        resolvesIdentities: false
      }
      checkOpen(integration)
      change((integrations) => [...integrations, integration])
      return c.json(openIntegrationBody(world.organisation, integration, new Set()))
    }
  )

  routes.patch('/open/:integrationId', needs({ token: 'any', permissions: { every: ['messaging:integration:edit'] } }), (c) => {
    const before = onPath(c, 'open')
    const request = readBody(c, openUpdate, 'OpenIntegrationUpdateRequest')
    const after = {
      ...before,
      name: request.name,
      webhookUrl: request.outboundNotificationWebhookUrl ?? before.webhookUrl,
      webhookSecret: request.outboundNotificationWebhookSignatureSecretToken ?? before.webhookSecret,
      webhookHeaders: request.webhookHeaders ?? before.webhookHeaders,
      supportedContentId: profile(request.supportedContent?.id, 'supportedContent', before.supportedContentId),
      messagingSettingId: profile(request.messagingSetting?.id, 'messagingSettings', before.messagingSettingId),
      modified: world.clock.now(),
      version: before.version + 1
    }
    checkOpen({ ...after, webhookSecret: request.outboundNotificationWebhookSignatureSecretToken ?? 'kept as it was set' })
    change((integrations) => withItem(integrations, after))
    return c.json(openIntegrationBody(world.organisation, after, new Set()))
  })

  routes.delete('/open/:integrationId', needs({ token: 'any', permissions: { every: ['messaging:integration:delete'] } }), (c) => {
    const { id, name, flow } = onPath(c, 'open')
    if (flow) throw new Refusal(documented.recipientHasFlow, `${name} leads to the flow ${flow.name}. Take the flow away first.`)
    change((integrations) => withoutItem(integrations, id))
    return c.body(null, 204)
  })
  return routes
}
