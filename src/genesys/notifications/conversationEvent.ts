import * as z from 'zod/mini'
import { isAlive, legsOf, type Conversation, type Leg, type MessageRecord, type Participant } from '../../model/conversation'
import { parseUuid, type Uuid } from '../../model/ids'
import { parseInstant, type Instant } from '../../model/instant'
import { legStateOf, partyOf } from '../../model/party'
import { owesWrapUp } from '../wire/conversation'
import { half, halfMany, halfText, many } from '../wire/fields'
import { contradicts } from './contradiction'

const reference = half(z.object({ id: halfText, name: halfText }))
const flag = half(z.boolean())

const messageDetails = z.object({
  message: reference,
  messageStatus: halfText,
  messageTime: halfText,
  errorInfo: half(z.object({ code: halfText, message: halfText }))
})

const participant = z.object({
  id: z.string(),
  name: halfText,
  address: halfText,
  startTime: halfText,
  connectedTime: halfText,
  endTime: halfText,
  purpose: halfText,
  state: halfText,
  disconnectType: halfText,
  wrapupRequired: flag,
  wrapupSkipped: flag,
  wrapup: z.optional(z.unknown()),
  user: reference,
  queue: reference,
  externalContact: reference,
  peer: halfText,
  parkTime: halfText,
  type: halfText,
  messages: halfMany(messageDetails)
})

/** `ConversationMessageEventTopicMessageConversation` of SDK 262, as far as the product reads it. It has neither times nor communications of its own. */
const messageConversation = z.object({ id: z.string(), participants: many(participant) })

type RawParticipant = z.infer<typeof participant>

/** What an event tells of a conversation. */
export type EventReading =
  /** Everything. */
  | { readonly kind: 'whole'; readonly conversation: Conversation }
  /** Its state, its people and its messages, but not every communication by its id, or not when it ended. */
  | { readonly kind: 'partial'; readonly conversation: Conversation }
  /** It contradicts what is known, and may be older. */
  | { readonly kind: 'doubtful'; readonly id: Uuid }

const readMessages = (raw: readonly z.infer<typeof messageDetails>[]): readonly MessageRecord[] => {
  const messages: MessageRecord[] = []
  for (const { message, messageStatus, messageTime, errorInfo } of raw) {
    if (typeof message?.id !== 'string') continue
    messages.push({
      id: message.id,
      status: messageStatus ?? undefined,
      at: parseInstant(messageTime),
      error: errorInfo ? { code: errorInfo.code ?? undefined, text: errorInfo.message ?? undefined } : undefined
    })
  }
  return messages
}

/** The latest communication, which is the one that the event speaks of. @param known the same one, as far as it is known */
const readLeg = (raw: RawParticipant, messages: readonly MessageRecord[], known: Leg | undefined): Leg => {
  const rawState = raw.state ?? 'not given'
  const state = legStateOf(rawState)
  return {
    id: known?.id ?? '',
    state,
    rawState,
    messengerType: raw.type ?? known?.messengerType,
    startedAt: known?.startedAt ?? parseInstant(raw.startTime),
    connectedAt: known?.connectedAt ?? parseInstant(raw.connectedTime),
    parkedAt: parseInstant(raw.parkTime) ?? known?.parkedAt,
    disconnectedAt: state === 'disconnected' ? parseInstant(raw.endTime) : undefined,
    disconnectType: raw.disconnectType ?? undefined,
    peerId: raw.peer ?? known?.peerId,
    fromAddress: known?.fromAddress ?? raw.address ?? undefined,
    toAddress: known?.toAddress,
    messages
  }
}

/** The messages of communications that are over, as they are told now, in their places; all others are the latest communication’s. */
const withEarlierLegs = (
  messages: readonly MessageRecord[],
  before: readonly Leg[]
): { readonly earlier: readonly Leg[]; readonly others: readonly MessageRecord[] } => {
  if (before.length === 0) return { earlier: [], others: messages }
  const told = new Map(messages.map((message) => [message.id, message]))
  const earlier = before.map((leg) => ({ ...leg, messages: leg.messages.map((old) => told.get(old.id) ?? old) }))
  const ofEarlier = new Set(earlier.flatMap((leg) => leg.messages.map(({ id }) => id)))
  return { earlier, others: messages.filter(({ id }) => !ofEarlier.has(id)) }
}

const readParticipant = (raw: RawParticipant, known: Participant | undefined): Participant => {
  const purpose = raw.purpose ?? 'not given'
  const party = partyOf(purpose)
  const messages = readMessages(raw.messages ?? [])
  const { earlier, others } = withEarlierLegs(messages, known?.legs.slice(0, -1) ?? [])
  const latest = readLeg(raw, others, known?.legs.at(-1))
  return {
    id: raw.id,
    purpose,
    party,
    name: raw.name ?? undefined,
    userId: raw.user?.id ?? known?.userId,
    queueId: raw.queue?.id ?? known?.queueId,
    queueName: raw.queue?.name ?? known?.queueName,
    externalContactId: raw.externalContact?.id ?? known?.externalContactId,
    wrapUpPending: owesWrapUp(party, raw),
    legs: [...earlier, latest]
  }
}

const earliest = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.reduce((first, at) => (first === undefined || (at !== undefined && at < first) ? at : first), undefined)

/**
 * Reads the event of a topic `…conversations.messages`, in the light of what is known of its conversation. `undefined` when it is none.
 * @param known the conversation as it was read or told before
 */
export const readConversationEvent = (
  body: unknown,
  known: (id: Uuid) => Conversation | undefined,
  readAt: Instant
): EventReading | undefined => {
  const parsed = messageConversation.safeParse(body)
  const id = parsed.success ? parseUuid(parsed.data.id) : undefined
  if (!parsed.success || id === undefined) return undefined
  const held = known(id)
  const byId = new Map(held?.participants.map((one) => [one.id, one]))
  const participants = parsed.data.participants.map((raw) => readParticipant(raw, byId.get(raw.id)))
  const told: Conversation = {
    id,
    startedAt: held?.startedAt ?? earliest(participants.flatMap(({ legs }) => legs.map(({ startedAt }) => startedAt))),
    endedAt: undefined,
    participants,
    reading: 'live',
    readAt
  }
  if (held !== undefined && contradicts(told, held)) return { kind: 'doubtful', id }
  const legs = legsOf(told)
  const hasEnded = !legs.some(({ leg }) => isAlive(leg))
  const conversation = hasEnded ? { ...told, endedAt: held?.endedAt } : told
  const isWhole = legs.every(({ leg }) => leg.id !== '') && (!hasEnded || conversation.endedAt !== undefined)
  return { kind: isWhole ? 'whole' : 'partial', conversation }
}
