import * as z from 'zod/mini'
import type { Conversation, Leg, MessageRecord, Participant, Party } from '../../model/conversation'
import { parseUuid } from '../../model/ids'
import { parseInstant, type Instant } from '../../model/instant'
import { legStateOf, partyOf } from '../../model/party'
import { PlatformError } from '../platformError'
import { half, halfMany, halfText, many } from './fields'

/** An address of a communication. */
export const address = half(z.object({ addressNormalized: halfText, addressRaw: halfText }))
const errorInfo = half(z.object({ code: halfText, message: halfText }))

/** `MessageDetails`. */
export const messageDetails = z.object({ messageId: halfText, messageStatus: halfText, messageTime: halfText, errorInfo })

const message = z.object({
  id: halfText,
  state: halfText,
  type: halfText,
  startAlertingTime: halfText,
  connectedTime: halfText,
  parkTime: halfText,
  disconnectedTime: halfText,
  disconnectType: halfText,
  peerId: halfText,
  fromAddress: address,
  toAddress: address,
  messages: halfMany(messageDetails)
})

const participant = z.object({
  id: halfText,
  purpose: halfText,
  name: halfText,
  userId: halfText,
  queueId: halfText,
  queueName: halfText,
  externalContactId: halfText,
  startTime: halfText,
  wrapupRequired: half(z.boolean()),
  wrapupSkipped: half(z.boolean()),
  wrapup: z.optional(z.unknown()),
  messages: halfMany(message)
})

/** The fields of `Conversation` (GET /api/v2/conversations/{conversationId}) that the product reads; the rest is passed over. */
const conversation = z.object({
  id: z.string(),
  startTime: halfText,
  endTime: halfText,
  participants: many(participant)
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
