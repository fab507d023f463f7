import type { Models } from 'purecloud-platform-client-v2'
import type { Conversation, DisconnectType, Leg, MessageStatus, Participant } from '../../conversations/conversation'
import { divisionsOf } from '../../conversations/divisions'
import { businessSide, customerOf, endTimeOf, owesWrapUp, peerOf } from '../../conversations/reading'
import type { World } from '../../world'
import { isoTime, optionalIsoTime, type Answer } from '../answers'
import { connectedTimeOf, disconnectedTimeOf, provider } from './legFields'

type Segment = Answer<Models.AnalyticsConversationSegment>

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

const segmentsOf = (participant: Participant, leg: Leg): readonly Segment[] => {
  const { state } = leg
  const queueId = participant.purpose === 'agent' || participant.purpose === 'acd' ? participant.queueId : undefined
  const connected = connectedTimeOf(state)
  const end = disconnectedTimeOf(state)
  const segments: Segment[] = []
  if (connected !== leg.startTime) {
    segments.push({ segmentType: 'alert', segmentStart: isoTime(leg.startTime), segmentEnd: optionalIsoTime(connected ?? end), queueId })
  }
  if (connected !== undefined) {
    segments.push({
      segmentType: participant.purpose === 'botflow' ? 'ivr' : 'interact',
      segmentStart: isoTime(connected),
      segmentEnd: optionalIsoTime(state.name === 'parked' ? state.parkTime : end),
      disconnectType: state.name === 'disconnected' ? disconnectTypes[state.disconnectType] : undefined,
      queueId
    })
  }
  if (state.name === 'parked') segments.push({ segmentType: 'parked', segmentStart: isoTime(state.parkTime), queueId })
  if (participant.purpose === 'agent' && end !== undefined && (participant.wrapUp.kind === 'done' || owesWrapUp(participant))) {
    const { wrapUp } = participant
    segments.push({
      segmentType: 'wrapup',
      segmentStart: isoTime(end),
      segmentEnd: wrapUp.kind === 'done' ? isoTime(wrapUp.time) : undefined,
      wrapUpCode: wrapUp.kind === 'done' ? wrapUp.code : undefined,
      queueId
    })
  }
  return segments
}

const session = (conversation: Conversation, participant: Participant, leg: Leg): Answer<Models.AnalyticsSession> => {
  const { customerAddress, businessAddress, messengerType } = conversation
  const inbound = leg.direction === 'inbound'
  const lastMessage = leg.messages.at(-1)
  return {
    sessionId: leg.id,
    mediaType: 'message',
    messageType: messengerType,
    direction: leg.direction,
    addressFrom: inbound ? customerAddress : businessAddress,
    addressTo: inbound ? businessAddress : customerAddress,
    peerId: peerOf(conversation, leg),
    provider,
    authenticated: false,
    deliveryStatus: participant.purpose !== 'customer' && lastMessage ? deliveryStatuses[lastMessage.status] : undefined,
    flow:
      participant.purpose === 'botflow' ? { flowId: participant.flowId, flowName: participant.name, flowType: 'DIGITALBOT' } : undefined,
    segments: segmentsOf(participant, leg)
  }
}

const participantRow = (conversation: Conversation, participant: Participant): Answer<Models.AnalyticsParticipantWithoutAttributes> => ({
  participantId: participant.id,
  participantName: participant.name,
  purpose: participant.purpose,
  userId: participant.purpose === 'agent' ? participant.userId : undefined,
  externalContactId: participant.purpose === 'customer' ? participant.externalContactId : undefined,
  sessions: participant.legs.map((leg) => session(conversation, participant, leg))
})

export type AnalyticsRow = Answer<Models.AnalyticsConversationWithoutAttributes>

/** As a row of `POST /api/v2/analytics/conversations/details/query` has it. */
export const analyticsRow = ({ organisation }: World, conversation: Conversation): AnalyticsRow => ({
  conversationId: conversation.id,
  conversationStart: isoTime(conversation.startTime),
  conversationEnd: optionalIsoTime(endTimeOf(conversation)),
  originatingDirection: conversation.originatingDirection,
  conversationInitiator: conversation.originatingDirection === 'inbound' ? 'customer' : businessSide(conversation)[0]?.purpose,
  customerParticipation: customerOf(conversation)?.legs.some(({ messages }) => messages.length > 0) ?? false,
  divisionIds: divisionsOf(organisation, conversation).map(({ id }) => id),
  participants: conversation.participants.map((participant) => participantRow(conversation, participant))
})
