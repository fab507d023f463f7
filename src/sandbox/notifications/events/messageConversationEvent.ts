import type { Models } from 'purecloud-platform-client-v2'
import type { Conversation } from '../../conversations/conversation'
import type { Answer } from '../../http/answers'
import { messageConversationBody } from '../../http/shapes/messageConversation'
import type { World } from '../../world'

interface Reference {
  readonly id?: string | undefined
  readonly name?: string | undefined
}

const reference = (entity: Reference | undefined): Answer<Models.ConversationMessageEventTopicUriReference> | undefined =>
  entity && { id: entity.id, name: entity.name }

/** Names the message by a reference, where REST has `messageId`. */
const messageDetails = (message: Answer<Models.MessageDetails>): Answer<Models.ConversationMessageEventTopicMessageDetails> => ({
  message: { id: message.messageId },
  messageTime: message.messageTime,
  messageSegmentCount: message.messageSegmentCount,
  messageStatus: message.messageStatus,
  errorInfo: message.errorInfo && { code: message.errorInfo.code, message: message.errorInfo.message }
})

const participant = (
  body: Answer<Models.MessageMediaParticipant>
): Answer<Models.ConversationMessageEventTopicMessageMediaParticipant> => ({
  id: body.id,
  name: body.name,
  address: body.address,
  startTime: body.startTime,
  connectedTime: body.connectedTime,
  endTime: body.endTime,
  purpose: body.purpose,
  state: body.state,
  direction: body.direction,
  disconnectType: body.disconnectType,
  held: body.held,
  wrapupRequired: body.wrapupRequired,
  wrapupPrompt: body.wrapupPrompt,
  user: reference(body.user),
  queue: reference(body.queue),
  attributes: body.attributes,
  wrapupSkipped: body.wrapupSkipped,
  provider: body.provider,
  externalContact: reference(body.externalContact),
  wrapup: body.wrapup && { code: body.wrapup.code, notes: body.wrapup.notes, endTime: body.wrapup.endTime },
  peer: body.peer,
  startAcwTime: body.startAcwTime,
  resumeTime: body.resumeTime,
  parkTime: body.parkTime,
  messages: body.messages?.map(messageDetails),
  type: body.type
})

/**
 * As `v2.users.{id}.conversations.messages` and `v2.routing.queues.{id}.conversations.messages` tell it.
 * Source: `ConversationMessageEventTopicMessageConversation` and its twin for queues, of SDK 262.
 */
export const messageConversationEvent = (
  world: World,
  conversation: Conversation
): Answer<Models.ConversationMessageEventTopicMessageConversation> => {
  const { id, divisions, otherMediaUris, participants } = messageConversationBody(world, conversation)
  return { id, divisions, otherMediaUris, participants: participants?.map(participant) }
}
