import type { Conversation } from '../../conversations/conversation'
import type { World } from '../../world'
import { conversationEvent } from './conversationEvent'
import { once, type TopicEvent } from './event'
import { messageConversationEvent } from './messageConversationEvent'

/** Where the topics of everybody in the conversation begin: each user and queue that is, or was, a participant. */
const audience = ({ participants }: Conversation): ReadonlySet<string> =>
  new Set(
    participants.flatMap((participant) => {
      switch (participant.purpose) {
        case 'agent':
          return [`v2.users.${participant.userId}`, `v2.routing.queues.${participant.queueId}`]
        case 'acd':
          return [`v2.routing.queues.${participant.queueId}`]
        case 'customer':
        case 'botflow':
        case 'api':
          return []
      }
    })
  )

/** The conversation as it is now, for everybody in it. The body is the whole conversation each time, so that the last event says it all. */
export const conversationEvents = (world: World, conversation: Conversation): readonly TopicEvent[] => {
  const body = once(() => JSON.stringify(conversationEvent(world, conversation)))
  const messageBody = once(() => JSON.stringify(messageConversationEvent(world, conversation)))
  return [...audience(conversation)].flatMap((topic) => [
    { topic: `${topic}.conversations`, body },
    { topic: `${topic}.conversations.messages`, body: messageBody }
  ])
}
