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

/** A body that is no JSON is no answer of the platform’s: what it says of the request cannot be known. A 202 has none at all. */
const checkAnswer = (body: unknown): void => {
  if (typeof body === 'string' && body !== '') throw new PlatformError('Sending', { kind: 'unexpected', why: 'it is no JSON' })
}

/** Reads the answer of a send that carries a message. Throws `PlatformError` (`unexpected`) for one that is none of the platform’s. */
export const readSentIds = (body: unknown): SentIds => {
  checkAnswer(body)
  const parsed = sentMessage.safeParse(body)
  if (!parsed.success) return { messageId: undefined, conversationId: undefined }
  const { id, conversationId, message } = parsed.data
  return { messageId: message?.id ?? id ?? undefined, conversationId: conversationId ?? undefined }
}

/** Reads the answer of POST /api/v2/conversations/messages, which opens a conversation and sends no message. Throws as `readSentIds` does. */
export const readOpenedConversation = (body: unknown): SentIds => {
  checkAnswer(body)
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
