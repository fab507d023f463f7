import * as z from 'zod/mini'
import type { Conversation, Participant } from '../../model/conversation'
import { parseUuid } from '../../model/ids'
import { parseInstant, type Instant } from '../../model/instant'
import { legStateOf, partyOf } from '../../model/party'
import { PlatformError } from '../platformError'
import { address, addressOf, messageDetails, readMessage } from './conversation'
import { half, halfMany, halfText, many } from './fields'

const reference = half(z.object({ id: halfText, name: halfText }))

/** `MessageMediaParticipant`: a participant with its latest communication folded into it. */
const participant = z.object({
  id: halfText,
  name: halfText,
  purpose: halfText,
  state: halfText,
  type: halfText,
  startTime: halfText,
  startAlertingTime: halfText,
  connectedTime: halfText,
  endTime: halfText,
  parkTime: halfText,
  disconnectType: halfText,
  peer: halfText,
  fromAddress: address,
  toAddress: address,
  user: reference,
  queue: reference,
  externalContact: reference,
  messages: halfMany(messageDetails)
})

const conversation = z.object({ id: z.string(), participants: halfMany(participant) })

const listing = z.object({ entities: z.optional(z.nullable(many(conversation))) })

/** Its communication’s own id is not in this form. */
const readParticipant = (raw: z.infer<typeof participant>): Participant => {
  const purpose = raw.purpose ?? 'not given'
  const rawState = raw.state ?? 'not given'
  const state = legStateOf(rawState)
  return {
    id: raw.id ?? '',
    purpose,
    party: partyOf(purpose),
    name: raw.name ?? undefined,
    userId: raw.user?.id ?? undefined,
    queueId: raw.queue?.id ?? undefined,
    queueName: raw.queue?.name ?? undefined,
    externalContactId: raw.externalContact?.id ?? undefined,
    wrapUpPending: false,
    legs: [
      {
        id: '',
        state,
        rawState,
        messengerType: raw.type ?? undefined,
        startedAt: parseInstant(raw.startAlertingTime) ?? parseInstant(raw.startTime),
        connectedAt: parseInstant(raw.connectedTime),
        parkedAt: parseInstant(raw.parkTime),
        disconnectedAt: state === 'disconnected' ? parseInstant(raw.endTime) : undefined,
        disconnectType: raw.disconnectType ?? undefined,
        peerId: raw.peer ?? undefined,
        fromAddress: addressOf(raw.fromAddress),
        toAddress: addressOf(raw.toAddress),
        messages: (raw.messages ?? []).flatMap(readMessage)
      }
    ]
  }
}

const startOf = (participants: readonly Participant[], raw: z.infer<typeof conversation>): Instant | undefined => {
  const times = [
    ...participants.flatMap(({ legs }) => legs.map(({ startedAt }) => startedAt)),
    ...(raw.participants ?? []).map(({ startTime }) => parseInstant(startTime))
  ].filter((time) => time !== undefined)
  return times.length === 0 ? undefined : Math.min(...times)
}

/**
 * Reads the user’s own active conversations (GET /api/v2/conversations/messages). They carry enough for a row, and not the ids of their
 * communications. A conversation has no time of its own there: it began with its first participant. Throws `PlatformError` when it is no listing.
 */
export const readMyConversations = (body: unknown, readAt: Instant): readonly Conversation[] => {
  const parsed = listing.safeParse(body)
  if (!parsed.success) throw new PlatformError('Listing the user’s conversations', { kind: 'unexpected', why: 'it is not a listing' })
  return (parsed.data.entities ?? []).flatMap((raw) => {
    const id = parseUuid(raw.id)
    if (id === undefined) return []
    const participants = (raw.participants ?? []).map(readParticipant)
    return [{ id, startedAt: startOf(participants, raw), endedAt: undefined, participants, reading: 'live' as const, readAt }]
  })
}
