import * as z from 'zod/mini'
import type { Conversation, Leg, Participant } from '../../model/conversation'
import { parseUuid } from '../../model/ids'
import { parseInstant, type Instant } from '../../model/instant'
import { legStateOf, partyOf } from '../../model/party'
import { PlatformError } from '../platformError'
import { half, halfMany, halfText, many } from './fields'

const segment = z.object({
  segmentStart: halfText,
  segmentEnd: halfText,
  segmentType: halfText,
  disconnectType: halfText,
  queueId: halfText
})

const session = z.object({
  sessionId: halfText,
  mediaType: halfText,
  messageType: halfText,
  addressFrom: halfText,
  addressTo: halfText,
  peerId: halfText,
  segments: halfMany(segment)
})

const participant = z.object({
  participantId: halfText,
  participantName: halfText,
  purpose: halfText,
  userId: halfText,
  externalContactId: halfText,
  sessions: halfMany(session)
})

const row = z.object({
  conversationId: z.string(),
  conversationStart: halfText,
  conversationEnd: halfText,
  participants: halfMany(participant)
})

/** The body of POST /api/v2/analytics/conversations/details/query, and of a job’s results; without `conversations` when there are none. */
const listing = z.object({
  conversations: z.optional(z.nullable(many(row))),
  totalHits: half(z.number()),
  cursor: halfText
})

/** The state of a communication, told from its last segment. Analytics has no such field: this reading of its segments is inferred. */
const stateOfSegment = (last: z.infer<typeof segment> | undefined): string => {
  if (last === undefined) return 'not given'
  if (typeof last.segmentEnd === 'string') return 'disconnected'
  switch (last.segmentType) {
    case 'interact':
    case 'hold':
    case 'delay':
    case 'ivr':
    case 'system':
      return 'connected'
    case 'alert':
    case 'contacting':
    case 'dialing':
      return 'alerting'
    case 'wrapup':
      return 'disconnected'
    default:
      return last.segmentType ?? 'not given'
  }
}

const readSession = (raw: z.infer<typeof session>): Leg => {
  const segments = raw.segments ?? []
  const last = segments.at(-1)
  const conversing = segments.filter(({ segmentType }) => segmentType !== 'wrapup')
  const rawState = stateOfSegment(last)
  const state = legStateOf(rawState)
  return {
    id: raw.sessionId ?? '',
    state,
    rawState,
    messengerType: raw.messageType ?? undefined,
    startedAt: parseInstant(segments[0]?.segmentStart),
    connectedAt: parseInstant(segments.find(({ segmentType }) => segmentType === 'interact')?.segmentStart),
    parkedAt: parseInstant(segments.findLast(({ segmentType }) => segmentType === 'parked')?.segmentStart),
    disconnectedAt: state === 'disconnected' ? parseInstant(conversing.at(-1)?.segmentEnd) : undefined,
    disconnectType: conversing.findLast(({ disconnectType }) => typeof disconnectType === 'string')?.disconnectType ?? undefined,
    peerId: raw.peerId ?? undefined,
    fromAddress: raw.addressFrom ?? undefined,
    toAddress: raw.addressTo ?? undefined,
    messages: []
  }
}

const readParticipant = (raw: z.infer<typeof participant>): Participant => {
  const purpose = raw.purpose ?? 'not given'
  const sessions = (raw.sessions ?? []).filter(({ mediaType }) => mediaType === 'message' || mediaType === undefined || mediaType === null)
  const segments = sessions.flatMap((own) => own.segments ?? [])
  const wrapUp = segments.findLast(({ segmentType }) => segmentType === 'wrapup')
  return {
    id: raw.participantId ?? '',
    purpose,
    party: partyOf(purpose),
    name: raw.participantName ?? undefined,
    userId: raw.userId ?? undefined,
    queueId: segments.findLast(({ queueId }) => typeof queueId === 'string')?.queueId ?? undefined,
    queueName: undefined,
    externalContactId: raw.externalContactId ?? undefined,
    wrapUpPending: wrapUp !== undefined && typeof wrapUp.segmentEnd !== 'string',
    legs: sessions.map(readSession)
  }
}

const readRow = (raw: z.infer<typeof row>, readAt: Instant): Conversation[] => {
  const id = parseUuid(raw.conversationId)
  if (id === undefined) return []
  return [
    {
      id,
      startedAt: parseInstant(raw.conversationStart),
      endedAt: parseInstant(raw.conversationEnd),
      participants: (raw.participants ?? []).map(readParticipant),
      reading: 'analytics',
      readAt
    }
  ]
}

/** A page of an analytics listing. */
export interface DetailsPage {
  readonly conversations: readonly Conversation[]
  /** How many conversations all pages have together; `undefined` where that is not said. */
  readonly total: number | undefined
  /** Names the page after this one, in the results of a job. */
  readonly cursor: string | undefined
}

/** Reads an analytics listing. Rows without a usable id are left out. Throws `PlatformError` when it is no listing. */
export const readListing = (body: unknown, readAt: Instant): DetailsPage => {
  const parsed = listing.safeParse(body)
  if (!parsed.success) throw new PlatformError('Listing conversations', { kind: 'unexpected', why: 'it is not an analytics listing' })
  const { conversations, totalHits, cursor } = parsed.data
  return {
    conversations: (conversations ?? []).flatMap((raw) => readRow(raw, readAt)),
    total: totalHits ?? undefined,
    cursor: cursor ?? undefined
  }
}
