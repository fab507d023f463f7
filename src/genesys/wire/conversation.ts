import * as z from 'zod/mini'
import type { Conversation, Leg, MessageRecord, Participant, Party } from '../../model/conversation'
import { parseUuid } from '../../model/ids'
import { parseInstant, type Instant } from '../../model/instant'
import { legStateOf, partyOf } from '../../model/party'
import { PlatformError } from '../platformError'
import { text } from './fields'

/** An address of a communication. */
export const address = z.optional(z.nullable(z.object({ addressNormalized: text, addressRaw: text })))
const errorInfo = z.optional(z.nullable(z.object({ code: text, message: text })))

/** `MessageDetails`. */
export const messageDetails = z.object({ messageId: text, messageStatus: text, messageTime: text, errorInfo })

const message = z.object({
  id: text,
  state: text,
  type: text,
  startAlertingTime: text,
  connectedTime: text,
  parkTime: text,
  disconnectedTime: text,
  disconnectType: text,
  peerId: text,
  fromAddress: address,
  toAddress: address,
  messages: z.optional(z.nullable(z.array(messageDetails)))
})

const participant = z.object({
  id: text,
  purpose: text,
  name: text,
  userId: text,
  queueId: text,
  queueName: text,
  externalContactId: text,
  startTime: text,
  wrapupRequired: z.optional(z.nullable(z.boolean())),
  wrapupSkipped: z.optional(z.nullable(z.boolean())),
  wrapup: z.optional(z.nullable(z.unknown())),
  messages: z.optional(z.nullable(z.array(message)))
})

/** The fields of `Conversation` (GET /api/v2/conversations/{conversationId}) that the product reads; the rest is passed over. */
const conversation = z.object({
  id: z.string(),
  startTime: text,
  endTime: text,
  participants: z.array(participant)
})

export const addressOf = (value: z.infer<typeof address>): string | undefined => value?.addressNormalized ?? value?.addressRaw ?? undefined

export const readMessage = (details: z.infer<typeof messageDetails>): MessageRecord[] =>
  details.messageId === null || details.messageId === undefined
    ? []
    : [
        {
          id: details.messageId,
          status: details.messageStatus ?? undefined,
          at: parseInstant(details.messageTime),
          error: details.errorInfo ? { code: details.errorInfo.code ?? undefined, text: details.errorInfo.message ?? undefined } : undefined
        }
      ]

/** @param startTime - the participant’s, which stands in for the start of its first leg */
const readLeg = (leg: z.infer<typeof message>, startTime: string | null | undefined): Leg => {
  const rawState = leg.state ?? 'not given'
  return {
    id: leg.id ?? '',
    state: legStateOf(rawState),
    rawState,
    messengerType: leg.type ?? undefined,
    startedAt: parseInstant(leg.startAlertingTime) ?? parseInstant(startTime),
    connectedAt: parseInstant(leg.connectedTime),
    parkedAt: parseInstant(leg.parkTime),
    disconnectedAt: parseInstant(leg.disconnectedTime),
    disconnectType: leg.disconnectType ?? undefined,
    peerId: leg.peerId ?? undefined,
    fromAddress: addressOf(leg.fromAddress),
    toAddress: addressOf(leg.toAddress),
    messages: (leg.messages ?? []).flatMap(readMessage)
  }
}

interface WrapUp {
  readonly wrapupRequired?: boolean | null | undefined
  readonly wrapupSkipped?: boolean | null | undefined
  readonly wrapup?: unknown
}

/** Whether a participant still owes after-conversation work. */
export const owesWrapUp = (party: Party, { wrapupRequired, wrapupSkipped, wrapup }: WrapUp): boolean =>
  party === 'agent' && wrapupRequired === true && wrapupSkipped !== true && (wrapup === undefined || wrapup === null)

const readParticipant = (raw: z.infer<typeof participant>): Participant => {
  const purpose = raw.purpose ?? 'not given'
  const party = partyOf(purpose)
  return {
    id: raw.id ?? '',
    purpose,
    party,
    name: raw.name ?? undefined,
    userId: raw.userId ?? undefined,
    queueId: raw.queueId ?? undefined,
    queueName: raw.queueName ?? undefined,
    externalContactId: raw.externalContactId ?? undefined,
    wrapUpPending: owesWrapUp(party, raw),
    legs: (raw.messages ?? []).map((leg, index) => readLeg(leg, index === 0 ? raw.startTime : undefined))
  }
}

/** Reads the body of GET /api/v2/conversations/{conversationId}. Throws `PlatformError` when it is no conversation. */
export const readConversation = (body: unknown, readAt: Instant): Conversation => {
  const parsed = conversation.safeParse(body)
  const id = parsed.success ? parseUuid(parsed.data.id) : undefined
  if (!parsed.success || id === undefined)
    throw new PlatformError('Reading the conversation', { kind: 'unexpected', why: 'it is not a conversation' })
  return {
    id,
    startedAt: parseInstant(parsed.data.startTime),
    endedAt: parseInstant(parsed.data.endTime),
    participants: parsed.data.participants.map(readParticipant),
    reading: 'live',
    readAt
  }
}
