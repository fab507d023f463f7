import type { Models } from 'purecloud-platform-client-v2'
import type { Conversation } from '../../conversations/conversation'
import type { Answer } from '../../http/answers'
import { conversationBody } from '../../http/shapes/conversation'
import type { World } from '../../world'

type Communication = Answer<Models.Message>
type Details = Answer<Models.MessageDetails>

const messageDetails = (message: Details): Answer<Models.ConversationEventTopicMessageDetails> => ({
  messageId: message.messageId,
  messageTime: message.messageTime,
  messageStatus: message.messageStatus,
  messageSegmentCount: message.messageSegmentCount,
  errorInfo: message.errorInfo && { code: message.errorInfo.code, message: message.errorInfo.message }
})

const communication = (leg: Communication): Answer<Models.ConversationEventTopicMessage> => ({
  id: leg.id,
  state: leg.state,
  direction: leg.direction,
  held: leg.held,
  provider: leg.provider,
  peerId: leg.peerId,
  disconnectType: leg.disconnectType,
  connectedTime: leg.connectedTime,
  disconnectedTime: leg.disconnectedTime,
  toAddress: leg.toAddress,
  fromAddress: leg.fromAddress,
  messages: leg.messages?.map(messageDetails),
  type: leg.type,
  resumeTime: leg.resumeTime,
  parkTime: leg.parkTime
})

const participant = (body: Answer<Models.Participant>): Answer<Models.ConversationEventTopicParticipant> => ({
  id: body.id,
  connectedTime: body.connectedTime,
  endTime: body.endTime,
  userId: body.userId,
  externalContactId: body.externalContactId,
  name: body.name,
  queueId: body.queueId,
  purpose: body.purpose,
  address: body.address,
  wrapupRequired: body.wrapupRequired,
  wrapupPrompt: body.wrapupPrompt,
  wrapup: body.wrapup && { code: body.wrapup.code, notes: body.wrapup.notes, endTime: body.wrapup.endTime },
  attributes: body.attributes,
  messages: body.messages?.map(communication)
})

/**
 * As `v2.users.{id}.conversations` and `v2.routing.queues.{id}.conversations` tell it. Unlike the record that REST answers it has no times of its
 * own. Source: `ConversationEventTopicConversation` and `QueueConversationEventTopicConversation` of SDK 262, which have the same fields.
 */
export const conversationEvent = (world: World, conversation: Conversation): Answer<Models.ConversationEventTopicConversation> => {
  const { id, recordingState, address, securePause, divisions, participants } = conversationBody(world, conversation)
  return { id, recordingState, address, securePause, divisions, participants: participants.map(participant) }
}
