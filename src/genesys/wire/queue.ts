import * as z from 'zod/mini'
import type { Listing } from '../../model/listing'
import type { Queue, QueueMembership } from '../../model/queue'
import { PlatformError } from '../platformError'
import { text } from './fields'
import { mapListing, readListingPage } from './listing'

const address = z.optional(z.nullable(z.object({ id: text })))

const queue = z.object({
  id: z.string(),
  name: text,
  enableManualAssignment: z.optional(z.nullable(z.boolean())),
  outboundMessagingAddresses: z.optional(
    z.nullable(z.object({ smsAddress: address, openMessagingRecipient: address, whatsAppRecipient: address }))
  )
})

/** Reads the body of GET /api/v2/routing/queues/{queueId}. Source of the fields: `Queue` and `QueueMessagingAddresses`, SDK 262. */
export const readQueue = (body: unknown): Queue => {
  const parsed = queue.safeParse(body)
  if (!parsed.success) throw new PlatformError('Reading the queue', { kind: 'unexpected', why: 'it has no id' })
  const { id, name, enableManualAssignment, outboundMessagingAddresses: addresses } = parsed.data
  const byChannel = { sms: addresses?.smsAddress, open: addresses?.openMessagingRecipient, whatsapp: addresses?.whatsAppRecipient }
  return {
    id,
    name: name ?? id,
    outboundChannels: Object.entries(byChannel).flatMap(([channel, found]) => (found?.id ? [channel] : [])),
    manualAssignment: enableManualAssignment ?? undefined
  }
}

const membership = z.object({ id: z.string(), name: text, joined: z.optional(z.nullable(z.boolean())) })

/** Reads the body of GET /api/v2/routing/queues/me. */
export const readMemberships = (body: unknown): Listing<QueueMembership> =>
  mapListing(readListingPage('Reading the user’s queues', membership, body), ({ id, name, joined }) => ({
    queueId: id,
    queueName: name ?? id,
    joined: joined ?? undefined
  }))
