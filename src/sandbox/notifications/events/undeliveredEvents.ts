import type { Models } from 'purecloud-platform-client-v2'
import type { ConversationChange } from '../../conversations/conversationStore'
import { customerOf, findMessage, messagesOf } from '../../conversations/reading'
import type { Answer } from '../../http/answers'
import type { TopicEvent } from './event'

type Body = Answer<Models.V2WebMessagingUndeliveredMessageTopicWebMessagingUndeliveredMessageEventBody>

/**
 * That messages have not reached a web messaging guest. `sessionExpiry` is left out: the conversation does not say when the guest’s session ends.
 * Source: `V2WebMessagingUndeliveredMessageTopic…` of SDK 262; Genesys blueprint “send-email-notification-when-outbound-message-fails”.
 */
export const undeliveredEvents = ({ before, after }: ConversationChange, now: number): readonly TopicEvent[] => {
  if (after.messengerType !== 'webmessaging') return []
  const failed = messagesOf(after).filter(
    ({ participant, message }) =>
      participant.purpose !== 'customer' &&
      message.status === 'delivery-failed' &&
      (before && findMessage(before, message.id)?.message.status) !== 'delivery-failed'
  )
  if (failed.length === 0) return []
  const customer = customerOf(after)
  const body: Body = {
    conversationId: after.id,
    deploymentId: after.businessAddress,
    participantId: customer?.id,
    externalContactId: customer?.externalContactId,
    communicationId: customer?.legs.at(-1)?.id,
    messages: failed.map(({ message }) => ({ id: message.id, eventTimeMs: message.time })),
    eventTimeMs: now
  }
  return [{ topic: `v2.webmessaging.deployments.${after.businessAddress}.undelivered.messages`, body: () => JSON.stringify(body) }]
}
