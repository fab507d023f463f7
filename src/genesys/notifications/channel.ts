import * as z from 'zod/mini'
import { hours, parseInstant, type Instant } from '../../model/instant'
import { PlatformError } from '../platformError'
import { text } from '../wire/fields'

/** A notification channel: the topics that are subscribed to, and where its websocket is. Whoever knows its id can listen. */
export interface Channel {
  readonly id: string
  readonly connectUri: string
  /** Subscribed to again before this, it lives another 24 hours. */
  readonly renewAt: Instant
}

/** A topic that the platform did not subscribe to. */
export interface RefusedTopic {
  readonly topic: string
  readonly why: string
}

/** A channel lives 24 hours from its last subscription. Source: Genesys developer centre, notifications. */
const lifeMs = hours(24)

/** A channel is renewed when so much of its life is left, so that a machine that slept a while does not come too late. */
const leftMs = hours(2)

/** When a channel has to be renewed that was subscribed to at `now`. */
export const renewalAfter = (now: Instant): Instant => now + lifeMs - leftMs

const channel = z.object({ id: z.string(), connectUri: z.string(), expires: text })

/**
 * Reads the body of POST /api/v2/notifications/channels (`Channel`).
 * @param mayBePlain whether a websocket without TLS will do: to this machine only
 */
export const readChannel = (body: unknown, now: Instant, mayBePlain: boolean): Channel => {
  const what = 'Creating a notification channel'
  const parsed = channel.safeParse(body)
  if (!parsed.success) throw new PlatformError(what, { kind: 'unexpected', why: 'it has no id or no connectUri' })
  const { id, connectUri, expires } = parsed.data
  if (!connectUri.startsWith('wss://') && !(mayBePlain && connectUri.startsWith('ws://')))
    throw new PlatformError(what, { kind: 'unexpected', why: 'its websocket is not encrypted' })
  const end = parseInstant(expires)
  return { id, connectUri, renewAt: end === undefined ? renewalAfter(now) : end - leftMs }
}

const topics = z.object({
  entities: z.optional(
    z.nullable(
      z.array(
        z.object({ id: z.string(), state: text, rejectionReason: text, missingPermissions: z.optional(z.nullable(z.array(z.string()))) })
      )
    )
  )
})

/** Reads which topics of PUT …/subscriptions (`ChannelTopicEntityListing`) the platform did not take. */
export const readRefusedTopics = (body: unknown): readonly RefusedTopic[] => {
  const parsed = topics.safeParse(body)
  if (!parsed.success) throw new PlatformError('Subscribing', { kind: 'unexpected', why: 'it is not a list of topics' })
  return (parsed.data.entities ?? []).flatMap(({ id, state, rejectionReason, missingPermissions }) =>
    state === 'Rejected'
      ? [{ topic: id, why: rejectionReason ?? `missing: ${(missingPermissions ?? []).join(', ') || 'the platform does not say what'}` }]
      : []
  )
}
