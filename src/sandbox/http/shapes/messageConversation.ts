import type { Models } from 'purecloud-platform-client-v2'
import type { Conversation, Participant } from '../../conversations/conversation'
import { owesWrapUp, peerOf } from '../../conversations/reading'
import type { World } from '../../world'
import { isoTime, optionalIsoTime, type Answer } from '../answers'
import { addressesOf, connectedTimeOf, divisionMemberships, messageDetailsOf, provider, stateName, timesOf, wrapUpOf } from './legFields'

const queueRef = ({ organisation }: World, queueId: string): Answer<Models.DomainEntityRef> => ({
  id: queueId,
  name: organisation.queues.find(({ id }) => id === queueId)?.name,
  selfUri: `/api/v2/routing/queues/${queueId}`
})

/** The references that a participant has by its purpose. */
const references = (
  world: World,
  participant: Participant
): Pick<Answer<Models.MessageMediaParticipant>, 'user' | 'queue' | 'externalContact'> => {
  switch (participant.purpose) {
    case 'customer': {
      const { externalContactId } = participant
      return {
        externalContact:
          externalContactId === undefined
            ? undefined
            : { id: externalContactId, selfUri: `/api/v2/externalcontacts/contacts/${externalContactId}` }
      }
    }
    case 'agent':
      return {
        user: { id: participant.userId, name: participant.name, selfUri: `/api/v2/users/${participant.userId}` },
        queue: queueRef(world, participant.queueId)
      }
    case 'acd':
      return { queue: queueRef(world, participant.queueId) }
    case 'botflow':
    case 'api':
      return {}
  }
}

/** A participant with its latest communication folded into it. */
const mediaParticipant = (world: World, conversation: Conversation, participant: Participant): Answer<Models.MessageMediaParticipant> => {
  const { start, connected, end } = timesOf(participant)
  const leg = participant.legs.at(-1)
  const state = leg?.state
  const addresses = leg && addressesOf(world, conversation, leg.direction)
  const owing = participant.purpose === 'agent' && owesWrapUp(participant)
  return {
    id: participant.id,
    name: participant.name,
    purpose: participant.purpose,
    address: participant.purpose === 'customer' ? conversation.customerAddress : undefined,
    state: state && stateName(state),
    direction: leg?.direction,
    held: false,
    startTime: optionalIsoTime(start),
    startAlertingTime: leg && state && connectedTimeOf(state) !== leg.startTime ? isoTime(leg.startTime) : undefined,
    connectedTime: optionalIsoTime(connected),
    endTime: optionalIsoTime(end),
    disconnectType: state?.name === 'disconnected' ? state.disconnectType : undefined,
    parkTime: state?.name === 'parked' ? isoTime(state.parkTime) : undefined,
    resumeTime: state?.name === 'parked' ? optionalIsoTime(state.resumeTime) : undefined,
    startAcwTime: owing ? optionalIsoTime(end) : undefined,
    ...wrapUpOf(participant),
    ...references(world, participant),
    attributes: participant.attributes ?? {},
    provider,
    peer: leg && peerOf(conversation, leg),
    fromAddress: addresses?.from,
    toAddress: addresses?.to,
    type: conversation.messengerType,
    authenticated: false,
    messages: messageDetailsOf(conversation, participant.legs)
  }
}

/** As `GET /api/v2/conversations/messages/{conversationId}` answers it. It has no times of its own: only its participants do. */
export const messageConversationBody = (world: World, conversation: Conversation): Answer<Models.MessageConversation> => ({
  id: conversation.id,
  participants: conversation.participants.map((participant) => mediaParticipant(world, conversation, participant)),
  otherMediaUris: [],
  divisions: divisionMemberships(world, conversation),
  selfUri: `/api/v2/conversations/messages/${conversation.id}`
})
