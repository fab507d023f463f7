// What a filter can look at, in a conversation and in one segment of it.
import type { Conversation, Leg, Participant } from '../../conversations/conversation'
import { endTimeOf } from '../../conversations/reading'
import { conversationInitiator, customerParticipation, deliveryStatusOf, segmentsOf, type Segment } from '../../analytics/segments'
import type { Organisation } from '../../organisation/organisation'
import { isoTime, optionalIsoTime } from '../answers'
import { provider } from '../shapes/legFields'

/** A segment, with the communication and the participant that it belongs to. */
export interface SegmentView {
  readonly conversation: Conversation
  readonly participant: Participant
  readonly leg: Leg
  readonly segment: Segment
}

/** Reads the value of a dimension; `undefined` where there is none. */
export type Reader<View> = (view: View) => string | undefined

export type Readers<View> = ReadonlyMap<string, Reader<View>>

export const conversationReaders = ({ division }: Organisation): Readers<Conversation> =>
  new Map<string, Reader<Conversation>>([
    ['conversationId', ({ id }) => id],
    ['conversationStart', ({ startTime }) => isoTime(startTime)],
    ['conversationEnd', (conversation) => optionalIsoTime(endTimeOf(conversation))],
    ['conversationInitiator', conversationInitiator],
    ['customerParticipation', (conversation) => String(customerParticipation(conversation))],
    ['originatingDirection', ({ originatingDirection }) => originatingDirection],
    ['divisionId', () => division.id],
    ['externalTag', ({ externalTag }) => externalTag]
  ])

/** Whose address a communication comes from, and whose it goes to. */
const addresses = ({ conversation: { customerAddress, businessAddress }, leg }: SegmentView) =>
  leg.direction === 'inbound' ? { from: customerAddress, to: businessAddress } : { from: businessAddress, to: customerAddress }

export const segmentReaders: Readers<SegmentView> = new Map<string, Reader<SegmentView>>([
  ['mediaType', () => 'message'],
  ['messageType', ({ conversation }) => conversation.messengerType],
  ['direction', ({ leg }) => leg.direction],
  ['addressFrom', (view) => addresses(view).from],
  ['addressTo', (view) => addresses(view).to],
  ['authenticated', () => 'false'],
  ['deliveryStatus', ({ participant, leg }) => deliveryStatusOf(participant, leg)],
  ['provider', () => provider],
  ['purpose', ({ participant }) => participant.purpose],
  ['participantName', ({ participant }) => participant.name],
  ['userId', ({ participant }) => (participant.purpose === 'agent' ? participant.userId : undefined)],
  ['externalContactId', ({ participant }) => (participant.purpose === 'customer' ? participant.externalContactId : undefined)],
  ['flowId', ({ participant }) => (participant.purpose === 'botflow' ? participant.flowId : undefined)],
  ['flowName', ({ participant }) => (participant.purpose === 'botflow' ? participant.name : undefined)],
  ['queueId', ({ segment }) => segment.queueId],
  ['segmentType', ({ segment }) => segment.segmentType],
  ['segmentEnd', ({ segment }) => optionalIsoTime(segment.end)],
  ['disconnectType', ({ segment }) => segment.disconnectType],
  ['wrapUpCode', ({ segment }) => segment.wrapUpCode],
  ['wrapUpNote', ({ participant, segment }) => noteOf(participant, segment)]
])

const noteOf = (participant: Participant, { segmentType }: Segment): string | undefined =>
  segmentType === 'wrapup' && participant.purpose === 'agent' && participant.wrapUp.kind === 'done' ? participant.wrapUp.notes : undefined

/** Every segment of a conversation. */
export const segmentViews = (conversation: Conversation): readonly SegmentView[] =>
  conversation.participants.flatMap((participant) =>
    participant.legs.flatMap((leg) => segmentsOf(participant, leg).map((segment) => ({ conversation, participant, leg, segment })))
  )

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Source: published OpenAPI, `ConversationDetailQueryPredicate.dimension`. */
export const documentedConversationDimensions = words(
  `accessAttribute conversationEnd conversationId conversationInitiator conversationStart customerParticipation divisionId externalTag
  mediaStatsMinConversationMos originatingDirection originatingSocialMediaPublic`
)

/** Source: published OpenAPI, `SegmentDetailQueryPredicate.dimension`. */
export const documentedSegmentDimensions = words(
  `addressFrom addressTo agentAssistantId agentOwned ani authenticated bargedParticipantId callbackNumber callbackScheduledTime
  canonicalExternalContactId cleared coachedParticipantId conference deliveryPushed deliveryStatus destinationAddress destinationConversationId
  detectedSpeechEnd detectedSpeechStart direction disconnectType dnis edgeId engagementSource errorCode exitReason extendedDeliveryStatus
  externalContactId externalOrganizationId flaggedReason flowId flowName flowOutType flowOutcome flowOutcomeId flowOutcomeValue flowVersion
  groupId journeyActionId journeyActionMapId journeyCustomerId journeyCustomerIdType journeyCustomerSessionId mediaCount mediaType messageType
  monitoredParticipantId outboundCampaignId outboundContactId outboundContactListId participantName protocolCallId provider purpose queueId
  recording remote remoteNameDisplayable requestedLanguageId requestedRouting requestedRoutingSkillId scoredAgentId screenMonitoredUserId
  screenRecording scriptId segmentEnd segmentType sessionDnis sipResponseCode skillExpressionId snippetRecording subject teamId
  transferTargetAddress transferTargetName transferType usedRouting userId wrapUpCode wrapUpNote`
)
