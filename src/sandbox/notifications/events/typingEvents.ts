import type { Models } from 'purecloud-platform-client-v2'
import type { Conversation } from '../../conversations/conversation'
import { isLive } from '../../conversations/reading'
import { isoTime, type Answer } from '../../http/answers'
import { platformOf } from '../../http/shapes/messageData'
import { once, type TopicEvent } from './event'

/**
 * That the customer is typing, for the agents who are connected.
 * Source: `V2ConversationMessageTypingEventForUserTopicMessageData` of SDK 262.
 * @param duration in milliseconds
 */
export const typingEvents = (conversation: Conversation, duration: number, now: number): readonly TopicEvent[] => {
  const event: Answer<Models.V2ConversationMessageTypingEventForUserTopicMessageData> = {
    conversationId: conversation.id,
    normalizedMessage: {
      channel: {
        platform: platformOf(conversation.messengerType),
        to: { id: conversation.businessAddress },
        from: { id: conversation.customerAddress },
        time: isoTime(now)
      },
      type: 'Event',
      events: [{ eventType: 'Typing', typing: { type: 'On', duration } }],
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
