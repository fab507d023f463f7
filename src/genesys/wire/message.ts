import * as z from 'zod/mini'
import { PlatformError } from '../platformError'
import { text } from './fields'

/** `MessageData` and `SendAgentlessOutboundMessageResponse`; the second has the first inside. */
const sentMessage = z.object({ id: text, conversationId: text, message: z.optional(z.nullable(z.object({ id: text }))) })
/** `CreateOutboundMessagingConversationResponse`. */
const openedConversation = z.object({ id: text })
const messageData = z.object({ status: z.string() })
const named = z.object({ id: z.string(), name: text })

/** What a send's answer names: the message, and the conversation it went into. Both are absent in a 202. */
export interface SentIds {
  readonly messageId: string | undefined
  readonly conversationId: string | undefined
}

/** Reads the answer of a send that carries a message. */
export const readSentIds = (body: unknown): SentIds => {
  const parsed = sentMessage.safeParse(body)
  if (!parsed.success) return { messageId: undefined, conversationId: undefined }
  const { id, conversationId, message } = parsed.data
  return { messageId: message?.id ?? id ?? undefined, conversationId: conversationId ?? undefined }
}

/** Reads the answer of POST /api/v2/conversations/messages, which opens a conversation and sends no message. */
export const readOpenedConversation = (body: unknown): SentIds => {
  const parsed = openedConversation.safeParse(body)
  return { messageId: undefined, conversationId: (parsed.success ? parsed.data.id : undefined) ?? undefined }
}

/** The `status` of a message (`MessageData`), as the platform writes it. */
export const readMessageStatus = (body: unknown): string => {
  const parsed = messageData.safeParse(body)
  if (!parsed.success) throw new PlatformError('Reading the message', { kind: 'unexpected', why: 'it has no status' })
  return parsed.data.status
}

/** Id and name of a user or an organisation. */
export const readNamed = (what: string, body: unknown): { readonly id: string; readonly name: string } => {
  const parsed = named.safeParse(body)
  if (!parsed.success) throw new PlatformError(what, { kind: 'unexpected', why: 'it has no id' })
  return { id: parsed.data.id, name: parsed.data.name ?? parsed.data.id }
}
