// What a guest says. Fields that the schema does not have are passed over: real clients send more than it lists.
import * as z from 'zod/mini'

const texts = z.record(z.string(), z.string())

const common = { token: z.uuid(), tracingId: z.optional(z.string()) }

const channel = z.optional(z.object({ metadata: z.optional(z.object({ customAttributes: z.optional(texts) })) }))

const presence = z.object({
  eventType: z.literal('Presence'),
  presence: z.object({ type: z.enum(['Join', 'Disconnect', 'Clear']) })
})

const typing = z.object({ eventType: z.literal('Typing'), typing: z.object({ type: z.literal('On'), duration: z.optional(z.number()) }) })

const event = z.discriminatedUnion('eventType', [presence, typing])

const attachment = z.object({ contentType: z.literal('Attachment'), attachment: z.object({ id: z.string() }) })

const buttonResponse = z.object({
  contentType: z.literal('ButtonResponse'),
  buttonResponse: z.object({
    type: z.enum(['Button', 'QuickReply', 'DatePicker', 'ListPicker', 'Form']),
    text: z.string(),
    payload: z.string(),
    originatingMessageId: z.optional(z.string())
  })
})

const element = z.discriminatedUnion('contentType', [attachment, buttonResponse])

const message = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['Text', 'Structured']),
    text: z.optional(z.string()),
    content: z.optional(z.array(element)),
    metadata: z.optional(texts),
    channel
  }),
  z.object({ type: z.literal('Event'), events: z.array(event).check(z.minLength(1)), metadata: z.optional(texts), channel })
])

export const guestRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('configureSession'), ...common, deploymentId: z.string(), startNew: z.optional(z.boolean()) }),
  z.object({ action: z.literal('configureAuthenticatedSession'), ...common }),
  z.object({ action: z.literal('resumeToken'), ...common }),
  z.object({ action: z.literal('onMessage'), ...common, message, channel }),
  z.object({
    action: z.literal('echo'),
    ...common,
    message: z.object({ type: z.literal('Text'), text: z.optional(z.string()), metadata: z.optional(texts) })
  }),
  z.object({ action: z.literal('getJwt'), ...common }),
  z.object({ action: z.literal('getConfiguration'), ...common, deploymentId: z.string() }),
  z.object({ action: z.literal('closeSession'), ...common, closeAllConnections: z.optional(z.boolean()) }),
  z.object({ action: z.literal('disconnectCustomer'), ...common }),
  z.object({
    action: z.literal('onAttachment'),
    ...common,
    attachmentId: z.optional(z.uuid()),
    fileName: z.string(),
    fileType: z.string(),
    fileSize: z.optional(z.int()),
    fileMd5: z.optional(z.string())
  }),
  z.object({ action: z.literal('getAttachment'), ...common, attachmentId: z.string() }),
  z.object({ action: z.literal('deleteAttachment'), ...common, attachmentId: z.string() })
])

export type GuestRequest = z.infer<typeof guestRequest>

/** The request with this action. */
export type RequestFor<Action extends GuestRequest['action']> = Extract<GuestRequest, { readonly action: Action }>

/** What a request that cannot be read otherwise may still say. */
export const traceable = z.object({ tracingId: z.string() })
