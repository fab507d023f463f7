import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { documented, type DocumentedError } from '../../documentedErrors'
import type { Channel } from '../../notifications/channel'
import { ownerOf } from '../../notifications/channel'
import { channelPath } from '../../notifications/channelSocket'
import { publishedTopics } from '../../notifications/publishedTopics'
import { judgeTopics, subscribe, type JudgedTopic, type SubscriptionChange } from '../../notifications/subscribing'
import { firingTopics } from '../../notifications/topic'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import { isoTime, type Answer } from '../answers'
import type { Needs } from '../authentication'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { refuseUnknownPath } from '../path'
import { readBody } from '../requestBody'

/** `ChannelTopic`. Programs send back what they were answered: the other fields are taken and passed over. */
const channelTopics = z.array(
  z.strictObject({
    id: z.string(),
    state: z.optional(z.string()),
    rejectionReason: z.optional(z.string()),
    missingPermissions: z.optional(z.array(z.string())),
    selfUri: z.optional(z.string())
  })
)

const invalidQuery = (name: string, allowed: readonly string[]): Refusal =>
  new Refusal(documented.invalidQueryValue, `${name} must be one of: ${allowed.join(', ')}.`)

const tokenOf = (c: RequestContext): string => c.req.header('authorization') ?? ''

const channelBody = (c: RequestContext, { id, expires }: Channel): Answer<Models.Channel> => ({
  connectUri: `ws://${c.req.header('host') ?? ''}${channelPath(id)}`,
  id,
  expires: isoTime(expires)
})

const topicBody = ({ id }: Channel, { topic, lack }: JudgedTopic): Answer<Models.ChannelTopic> => ({
  id: topic.name,
  state: lack === undefined ? 'Permitted' : 'Rejected',
  rejectionReason: lack && `The permission ${lack.permission} is missing ${lack.where}.`,
  missingPermissions: lack && [lack.permission],
  selfUri: `/api/v2/notifications/channels/${id}/subscriptions`
})

const expandable = [
  'description',
  'enforced',
  'schema',
  'visibility',
  'transports',
  'publicApiTemplateUriPaths',
  'requiresPermissions',
  'permissionDetails',
  'topicParameters'
] as const

const availableTopic = (template: string, expand: readonly string[]): Answer<Models.AvailableTopic> => {
  const firing = firingTopics.get(template)
  return {
    id: template,
    description: expand.includes('description') ? (firing ? 'The sandbox fires it.' : 'The sandbox never fires it.') : undefined,
    transports: expand.includes('transports') ? ['Websocket'] : undefined,
    requiresPermissions: expand.includes('requiresPermissions') && firing ? [firing.permission] : undefined,
    topicParameters: expand.includes('topicParameters') ? (template.match(/\{id\}/g) ?? []).map(() => 'id') : undefined
  }
}

/** Channels, and the topics that they are subscribed to. Their websockets are in notifications/channelSocket.ts. */
export const notificationRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const { channels } = world
  const routes = new Hono<Environment>()

  /** The channel that the path names, if it is the credential’s own. */
  const pathChannel = (c: RequestContext, error: DocumentedError): Channel => {
    const id = c.req.param('channelId') ?? ''
    const channel = channels.find(id)
    if (channel === undefined || ownerOf(channel.credential) !== ownerOf(c.var.credential)) {
      throw new Refusal(error, `There is no channel ${id} of this user and program.`, {
        restsOn: c.req.method === 'HEAD' ? [] : ['notifications.channel-unknown']
      })
    }
    return channel
  }

  const changeSubscriptions = (c: RequestContext, change: SubscriptionChange, unknownChannel: DocumentedError): Response => {
    const channel = pathChannel(c, unknownChannel)
    const names = readBody(c, channelTopics, 'a list of ChannelTopic').map(({ id }) => id)
    const ignoreErrors = c.req.query('ignoreErrors') === 'true'
    const judged = judgeTopics(world, c.var.credential, names)
    subscribe(world, channel, judged, change, { ignoreErrors }, assumeFor(c))
    assumeFor(c)('notifications.answers')
    const body: Answer<Models.ChannelTopicEntityListing> = { entities: judged.map((topic) => topicBody(channel, topic)) }
    return c.json(body)
  }

  routes.get('/availabletopics', needs({ token: 'any' }), (c) => {
    const expand = (c.req.queries('expand') ?? []).flatMap((value) => value.split(','))
    if (expand.some((field) => !expandable.some((known) => known === field))) throw invalidQuery('expand', expandable)
    assumeFor(c)('notifications.permissions')
    const body: Answer<Models.AvailableTopicEntityListing> = { entities: publishedTopics.map((topic) => availableTopic(topic, expand)) }
    return c.json(body)
  })

  routes.get('/channels', needs({ token: 'any' }), (c) => {
    const which = c.req.query('includechannels') ?? 'token'
    if (which !== 'token' && which !== 'oauthclient') throw invalidQuery('includechannels', ['token', 'oauthclient'])
    const mine = channels.of(c.var.credential)
    const entities = mine.flatMap((channel): readonly Answer<Models.Channel>[] => {
      if (channel.token === tokenOf(c)) return [channelBody(c, channel)]
      // Those of other tokens are there to be counted; their ids, which are keys, are not shown.
      return which === 'oauthclient' ? [{ expires: isoTime(channel.expires) }] : []
    })
    const body: Answer<Models.ChannelEntityListing> = { entities }
    return c.json(body)
  })

  routes.post('/channels', needs({ token: 'any' }), (c) => {
    assumeFor(c)('notifications.socket')
    return c.json(channelBody(c, channels.create(c.var.credential, tokenOf(c))))
  })

  // Hono answers a HEAD by the route of the GET. The platform has no such GET.
  routes.get('/channels/:channelId', needs({ token: 'any' }), (c) => {
    if (c.req.method !== 'HEAD') return refuseUnknownPath(c)
    pathChannel(c, documented.notFound)
    return c.body(null, 200)
  })

  routes.get('/channels/:channelId/subscriptions', needs({ token: 'any' }), (c) => {
    const channel = pathChannel(c, documented.notFound)
    const body: Answer<Models.ChannelTopicEntityListing> = {
      entities: [...channel.topics.values()].map((topic) => topicBody(channel, { topic, lack: undefined }))
    }
    return c.json(body)
  })

  routes.post('/channels/:channelId/subscriptions', needs({ token: 'any' }), (c) =>
    changeSubscriptions(c, 'add', documented.unableToGetChannel)
  )

  routes.put('/channels/:channelId/subscriptions', needs({ token: 'any' }), (c) =>
    changeSubscriptions(c, 'replace', documented.entityNotFound)
  )

  routes.delete('/channels/:channelId/subscriptions', needs({ token: 'any' }), (c) => {
    channels.unsubscribe(pathChannel(c, documented.notFound).id)
    assumeFor(c)('notifications.answers')
    return c.body(null, 204)
  })
  return routes
}
