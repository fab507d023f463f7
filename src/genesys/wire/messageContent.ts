import * as z from 'zod/mini'
import { parseUuid, type Uuid } from '../../model/ids'
import type { MessageContent } from '../../model/messageContent'
import { PlatformError } from '../platformError'
import { text } from './fields'

const nullish = <Schema extends z.core.$ZodType>(schema: Schema) => z.optional(z.nullable(schema))

/** One of `ConversationNormalizedMessage.content`. Kinds that are not read here are passed over. */
const contentPart = z.object({
  attachment: nullish(z.object({ id: text, filename: text, mediaType: text })),
  buttonResponse: nullish(z.object({ text })),
  template: nullish(z.object({ id: text, body: nullish(z.object({ text, parameters: nullish(z.array(z.object({ text }))) })) }))
})

/**
 * The fields of `MessageData` that say what a message says. `textBody` is what older answers have instead of `normalizedMessage.text`. `media` is
 * deprecated as well, and the one place that is documented to have “the optional id of the media object” (`MessageMedia`).
 */
const messageData = z.object({
  id: text,
  textBody: text,
  media: nullish(z.array(z.object({ id: text }))),
  normalizedMessage: nullish(z.object({ text, content: nullish(z.array(contentPart)) }))
})

const listing = z.object({ entities: nullish(z.array(messageData)) })
const ofConversation = z.object({ conversationId: z.string() })

const written = (candidate: string | null | undefined): candidate is string => typeof candidate === 'string' && candidate !== ''

const contentOf = ({ textBody, media, normalizedMessage }: z.infer<typeof messageData>): MessageContent => {
  const parts = normalizedMessage?.content ?? []
  const candidates = [
    normalizedMessage?.text,
    textBody,
    ...parts.flatMap(({ buttonResponse, template }) => [buttonResponse?.text, template?.body?.text])
  ]
  return {
    text: candidates.find(written),
    attachments: parts.flatMap(({ attachment }) => (attachment ? [attachment.filename ?? attachment.mediaType ?? 'attachment'] : [])),
    mediaIds: [...(media ?? []), ...parts.flatMap(({ attachment }) => attachment ?? [])].flatMap(({ id }) => id ?? []),
    templateValues: parts.flatMap(({ template }) => template?.body?.parameters ?? []).flatMap((parameter) => parameter.text ?? []),
    templateId: parts.flatMap(({ template }) => template?.id ?? []).find(written)
  }
}

/** Reads the body of POST /api/v2/conversations/messages/{conversationId}/messages/bulk (`TextMessageListing`), by message id. */
export const readMessageContents = (body: unknown): ReadonlyMap<string, MessageContent> => {
  const parsed = listing.safeParse(body)
  if (!parsed.success) throw new PlatformError('Reading the messages', { kind: 'unexpected', why: 'it is not a listing of messages' })
  return new Map((parsed.data.entities ?? []).flatMap((data) => (written(data.id) ? [[data.id, contentOf(data)] as const] : [])))
}

/** The conversation of a message: reads the body of GET /api/v2/conversations/messages/{messageId}/details (`MessageData`). */
export const readConversationOfMessage = (body: unknown): Uuid => {
  const parsed = ofConversation.safeParse(body)
  const id = parsed.success ? parseUuid(parsed.data.conversationId) : undefined
  if (id === undefined) throw new PlatformError('Reading the message', { kind: 'unexpected', why: 'it names no conversation' })
  return id
}
