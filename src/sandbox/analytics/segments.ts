// A conversation cut into what each party was doing from when to when, as analytics tells it.
import type { Conversation, DisconnectType, Leg, MessageStatus, Participant } from '../conversations/conversation'
import { businessSide, customerOf, owesWrapUp } from '../conversations/reading'

export interface Segment {
  readonly segmentType: 'alert' | 'interact' | 'ivr' | 'parked' | 'wrapup'
  /** Milliseconds since 1970, as `end`, which is absent while it lasts. */
  readonly start: number
  readonly end: number | undefined
  readonly disconnectType: string | undefined
  readonly queueId: string | undefined
  readonly wrapUpCode: string | undefined
}

/** Analytics writes the same words in camel case. */
const disconnectTypes: Readonly<Record<DisconnectType, string>> = {
  client: 'client',
  peer: 'peer',
  transfer: 'transfer',
  'transfer.noanswer': 'noAnswerTransfer',
  system: 'system',
  inactivity: 'inactivity',
  'session.expired': 'sessionExpired'
}

/** Analytics has no word for a removed message. */
const deliveryStatuses: Readonly<Record<MessageStatus, string | undefined>> = {
  received: 'Received',
  queued: 'Queued',
  sent: 'Sent',
  published: 'Published',
  'delivery-success': 'DeliverySuccess',
  'delivery-failed': 'DeliveryFailed',
  read: 'Read',
  removed: undefined
}

/** What became of the last message that a party of the business sent. */
export const deliveryStatusOf = (participant: Participant, leg: Leg): string | undefined => {
  const last = leg.messages.at(-1)
  return participant.purpose === 'customer' || last === undefined ? undefined : deliveryStatuses[last.status]
}

/** The segments of one communication, oldest first. */
export const segmentsOf = (participant: Participant, leg: Leg): readonly Segment[] => {
  const { state, startTime } = leg
  const queueId = participant.purpose === 'agent' || participant.purpose === 'acd' ? participant.queueId : undefined
  const connected = state.name === 'alerting' ? undefined : state.connectedTime
  const end = state.name === 'disconnected' ? state.disconnectedTime : undefined
  const segment = (
    segmentType: Segment['segmentType'],
    start: number,
    segmentEnd: number | undefined,
    more: Partial<Pick<Segment, 'disconnectType' | 'wrapUpCode'>> = {}
  ): Segment => ({ segmentType, start, end: segmentEnd, disconnectType: undefined, wrapUpCode: undefined, queueId, ...more })

  const segments: Segment[] = []
  if (connected !== startTime) segments.push(segment('alert', startTime, connected ?? end))
  if (connected !== undefined) {
    segments.push(
      segment(participant.purpose === 'botflow' ? 'ivr' : 'interact', connected, state.name === 'parked' ? state.parkTime : end, {
        disconnectType: state.name === 'disconnected' ? disconnectTypes[state.disconnectType] : undefined
      })
    )
  }
  if (state.name === 'parked') segments.push(segment('parked', state.parkTime, undefined))
  if (participant.purpose === 'agent' && end !== undefined && (participant.wrapUp.kind === 'done' || owesWrapUp(participant))) {
    const { wrapUp } = participant
    segments.push(
      wrapUp.kind === 'done' ? segment('wrapup', end, wrapUp.time, { wrapUpCode: wrapUp.code }) : segment('wrapup', end, undefined)
    )
  }
  return segments
}

/** Who started it: the customer, or the purpose of whoever did for the business. */
export const conversationInitiator = (conversation: Conversation): string | undefined =>
  conversation.originatingDirection === 'inbound' ? 'customer' : businessSide(conversation)[0]?.purpose

/** Whether the customer has written anything. */
export const customerParticipation = (conversation: Conversation): boolean =>
  customerOf(conversation)?.legs.some(({ messages }) => messages.length > 0) ?? false
