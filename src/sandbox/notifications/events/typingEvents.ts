import type { Models } from 'purecloud-platform-client-v2'
import type { Conversation } from '../../conversations/conversation'
import { isLive } from '../../conversations/reading'
import { isoTime, type Answer } from '../../http/answers'
import { platformOf } from '../../http/shapes/messageData'
import { once, type TopicEvent } from './event'

/**
 * That the customer is typing, for the agents who are connected. For how long is not known here.
 * Source: `V2ConversationMessageTypingEventForUserTopicMessageData` of SDK 262.
 */
export const typingEvents = (conversation: Conversation, time: number): readonly TopicEvent[] => {
  const event: Answer<Models.V2ConversationMessageTypingEventForUserTopicMessageData> = {
    conversationId: conversation.id,
    normalizedMessage: {
      channel: {
        platform: platformOf(conversation.messengerType),
        to: { id: conversation.businessAddress },
        from: { id: conversation.customerAddress },
        time: isoTime(time)
      },
      type: 'Event',
      events: [{ eventType: 'Typing', typing: { type: 'On' } }],
      direction: 'Inbound'
    }
  }
  const body = once(() => JSON.stringify(event))
  return conversation.participants.flatMap((participant) =>
    participant.purpose === 'agent' && participant.legs.some((leg) => isLive(leg) && leg.state.name !== 'alerting')
      ? [{ topic: `v2.users.${participant.userId}.conversations.inbound.typing.event`, body }]
      : []
  )
}
