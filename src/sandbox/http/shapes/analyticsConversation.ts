import type { Models } from 'purecloud-platform-client-v2'
import { conversationInitiator, customerParticipation, deliveryStatusOf, segmentsOf, type Segment } from '../../analytics/segments'
import type { Conversation, Leg, Participant } from '../../conversations/conversation'
import { divisionsOf } from '../../conversations/divisions'
import { endTimeOf, peerOf } from '../../conversations/reading'
import type { World } from '../../world'
import { isoTime, optionalIsoTime, type Answer } from '../answers'
import { provider } from './legFields'

const segmentBody = ({
  segmentType,
  start,
  end,
  disconnectType,
  queueId,
  wrapUpCode
}: Segment): Answer<Models.AnalyticsConversationSegment> => ({
  segmentType,
  segmentStart: isoTime(start),
  segmentEnd: optionalIsoTime(end),
  disconnectType,
  queueId,
  wrapUpCode
})

const session = (conversation: Conversation, participant: Participant, leg: Leg): Answer<Models.AnalyticsSession> => {
  const { customerAddress, businessAddress, messengerType } = conversation
  const inbound = leg.direction === 'inbound'
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
    deliveryStatus: deliveryStatusOf(participant, leg),
    flow:
      participant.purpose === 'botflow' ? { flowId: participant.flowId, flowName: participant.name, flowType: 'DIGITALBOT' } : undefined,
    segments: segmentsOf(participant, leg).map(segmentBody)
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
  conversationInitiator: conversationInitiator(conversation),
  customerParticipation: customerParticipation(conversation),
  divisionIds: divisionsOf(organisation, conversation).map(({ id }) => id),
  participants: conversation.participants.map((participant) => participantRow(conversation, participant))
})
