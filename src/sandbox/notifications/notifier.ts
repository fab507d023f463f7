import type { Models } from 'purecloud-platform-client-v2'
import type { ConversationChange } from '../conversations/conversationStore'
import { isoTime, type Answer } from '../http/answers'
import type { World } from '../world'
import { conversationEvents } from './events/conversationEvents'
import { detailEvents } from './events/detailEvents'
import type { TopicEvent } from './events/event'
import { typingEvents } from './events/typingEvents'
import { undeliveredEvents } from './events/undeliveredEvents'
import { eventFrame } from './frames'

const eventsOfChange = (world: World, change: ConversationChange): readonly TopicEvent[] => [
  ...conversationEvents(world, change.after),
  ...detailEvents(world, change),
  ...undeliveredEvents(change, world.clock.now())
]

const tell = ({ channels, ids }: World, events: readonly TopicEvent[]): void => {
  for (const { topic, body } of events) channels.tell(topic, () => eventFrame(topic, body(), ids.next('notification')))
}

const hour = 60 * 60 * 1000

/** Tells every hour up to when the details jobs of analytics have conversations. */
const tellAvailability = (world: World): void => {
  world.clock.after(hour, () => {
    const body: Answer<Models.ConversationDetailsDatalakeAvailabilityTopicDataAvailabilityChangeNotification> = {
      dataAvailabilityDate: isoTime(world.records.availableUntil())
    }
    tell(world, [{ topic: 'v2.analytics.conversations.details.jobs.availability', body: () => JSON.stringify(body) }])
    tellAvailability(world)
  })
}

/** From now on tells whoever is subscribed of what happens in the world, in the order in which it happens. */
export const notifyOfChanges = (world: World): void => {
  const { channels, conversations, typing } = world
  tellAvailability(world)
  conversations.onChange((change) => {
    if (channels.hasListeners) tell(world, eventsOfChange(world, change))
  })
  typing.onTyping(({ conversationId, by, time }) => {
    const conversation = by === 'customer' && channels.hasListeners ? conversations.get(conversationId) : undefined
    if (conversation) tell(world, typingEvents(conversation, time))
  })
}
