import type { Models } from 'purecloud-platform-client-v2'
import type { Conversation, Leg, Participant } from '../../conversations/conversation'
import { endTimeOf, peerOf } from '../../conversations/reading'
import type { World } from '../../world'
import { isoTime, optionalIsoTime, type Answer } from '../answers'
import {
  addressesOf,
  connectedTimeOf,
  disconnectedTimeOf,
  divisionMemberships,
  messageDetailsOf,
  provider,
  stateName,
  timesOf,
  wrapUpOf
} from './legFields'

const communication = (world: World, conversation: Conversation, leg: Leg): Answer<Models.Message> => {
  const { state } = leg
  const { from, to } = addressesOf(world, conversation, leg.direction)
  return {
    id: leg.id,
    state: stateName(state),
    held: false,
    direction: leg.direction,
    type: conversation.messengerType,
    provider,
    authenticated: false,
    peerId: peerOf(conversation, leg),
    startAlertingTime: connectedTimeOf(state) === leg.startTime ? undefined : isoTime(leg.startTime),
    connectedTime: optionalIsoTime(connectedTimeOf(state)),
    disconnectedTime: optionalIsoTime(disconnectedTimeOf(state)),
    disconnectType: state.name === 'disconnected' ? state.disconnectType : undefined,
    parkTime: state.name === 'parked' ? isoTime(state.parkTime) : undefined,
    resumeTime: state.name === 'parked' ? optionalIsoTime(state.resumeTime) : undefined,
    fromAddress: from,
    toAddress: to,
    messages: messageDetailsOf(conversation, [leg])
  }
}

const queueNameOf = ({ organisation }: World, queueId: string | undefined): string | undefined =>
  organisation.queues.find(({ id }) => id === queueId)?.name

const participantBody = (world: World, conversation: Conversation, participant: Participant): Answer<Models.Participant> => {
  const { start, connected, end } = timesOf(participant)
  const userId = participant.purpose === 'agent' ? participant.userId : undefined
  const queueId = participant.purpose === 'agent' || participant.purpose === 'acd' ? participant.queueId : undefined
  return {
    id: participant.id,
    name: participant.name,
    purpose: participant.purpose,
    address: participant.purpose === 'customer' ? conversation.customerAddress : undefined,
    startTime: optionalIsoTime(start),
    connectedTime: optionalIsoTime(connected),
    endTime: optionalIsoTime(end),
    userId,
    userUri: userId && `/api/v2/users/${userId}`,
    queueId,
    queueName: queueNameOf(world, queueId),
    externalContactId: participant.purpose === 'customer' ? participant.externalContactId : undefined,
    attributes: participant.attributes ?? {},
    ...wrapUpOf(participant),
    messages: participant.legs.map((leg) => communication(world, conversation, leg))
  }
}

/** As `GET /api/v2/conversations/{conversationId}` answers it. */
export const conversationBody = (world: World, conversation: Conversation): Answer<Models.Conversation> => ({
  id: conversation.id,
  startTime: isoTime(conversation.startTime),
  endTime: optionalIsoTime(endTimeOf(conversation)),
  address: conversation.businessAddress,
  participants: conversation.participants.map((participant) => participantBody(world, conversation, participant)),
  externalTag: conversation.externalTag,
  recordingState: conversation.recordingState ?? 'NONE',
  securePause: conversation.recordingState === 'PAUSED',
  divisions: divisionMemberships(world, conversation),
  selfUri: `/api/v2/conversations/${conversation.id}`
})
