// The bodies of the inbound operations of open messaging. Source: SDK 262 and the published OpenAPI of July 2026.
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import type { Answer } from './answers'

const from = z.strictObject({
  nickname: z.optional(z.string()),
  id: z.string(),
  idType: z.enum(['Email', 'Phone', 'Opaque']),
  firstName: z.optional(z.string()),
  lastName: z.optional(z.string()),
  image: z.optional(z.string()),
  email: z.optional(z.string())
})

const to = z.strictObject({
  nickname: z.optional(z.string()),
  id: z.string(),
  idType: z.optional(z.enum(['Email', 'Phone', 'Opaque'])),
  firstName: z.optional(z.string()),
  lastName: z.optional(z.string()),
  image: z.optional(z.string()),
  email: z.optional(z.string())
})

/** The time may be missing: that has a code of its own. */
const time = z.optional(z.iso.datetime({ offset: true }))
const metadata = z.optional(z.record(z.string(), z.string()))

const messageChannel = z.strictObject({
  from,
  time,
  messageId: z.optional(z.string()),
  metadata: z.optional(z.looseObject({}))
})

const attachment = z.strictObject({
  id: z.optional(z.string()),
  mediaType: z.enum(['Image', 'Video', 'Audio', 'File', 'Link']),
  url: z.string(),
  mime: z.string(),
  text: z.optional(z.string()),
  sha256: z.optional(z.string()),
  filename: z.optional(z.string())
})

export const inboundMessage = z.strictObject({
  channel: messageChannel,
  text: z.optional(z.string()),
  content: z.optional(z.array(z.strictObject({ attachment: z.optional(attachment) }))),
  metadata
})

export const inboundEvent = z.strictObject({
  channel: z.strictObject({ from, time }),
  events: z.array(
    z.strictObject({
      eventType: z.enum(['Typing']),
      typing: z.optional(z.strictObject({ type: z.enum(['On']), duration: z.optional(z.int()) }))
    })
  )
})

const reasons = z.optional(
  z.array(
    z.strictObject({
      code: z.optional(
        z.enum([
          'MessageExpired',
          'RateLimited',
          'MessageNotAllowed',
          'GeneralError',
          'UnsupportedMessage',
          'UnknownMessage',
          'InvalidMessageStructure',
          'InvalidDestination',
          'ServerError',
          'MediaTypeNotAllowed',
          'InvalidMediaContentLength',
          'RecipientOptedOut',
          'DataFiltered'
        ])
      ),
      message: z.string()
    })
  )
)

export const inboundReceipt = z.strictObject({
  id: z.string(),
  channel: z.strictObject({ to, time }),
  status: z.enum(['Sent', 'Delivered', 'Failed', 'Published', 'Removed']),
  reasons,
  isFinalReceipt: z.optional(z.boolean())
})

export const inboundStructuredResponse = z.strictObject({
  channel: messageChannel,
  buttonResponse: z.strictObject({ id: z.optional(z.string()), type: z.string(), text: z.string(), payload: z.string() }),
  originatingMessageId: z.string()
})

/** Of the deprecated operation, which takes messages and receipts. The integration is the channel’s `to`, or its `id`. */
export const deprecatedInbound = z.strictObject({
  id: z.optional(z.string()),
  channel: z.strictObject({
    id: z.optional(z.string()),
    platform: z.optional(z.enum(['Open'])),
    type: z.optional(z.enum(['Private'])),
    messageId: z.optional(z.string()),
    to,
    from,
    time,
    metadata: z.optional(z.looseObject({}))
  }),
  type: z.enum(['Text', 'Receipt']),
  text: z.optional(z.string()),
  content: z.optional(z.array(z.looseObject({}))),
  status: z.optional(z.enum(['Sent', 'Delivered', 'Read', 'Failed', 'Published', 'Removed'])),
  reasons,
  isFinalReceipt: z.optional(z.boolean()),
  direction: z.optional(z.enum(['Inbound', 'Outbound'])),
  metadata
})

export type InboundMessage = z.output<typeof inboundMessage>
export type OpenSender = z.output<typeof from>
export type OpenReasons = z.output<typeof reasons>
export type OpenChannel = Answer<Models.OpenMessagingChannel>
