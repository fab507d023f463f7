import type { Models } from 'purecloud-platform-client-v2'
import type { ConversationChange } from '../conversations/conversationStore'
import { isoTime, type Answer } from '../http/answers'
import type { Signal } from '../signals'
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

const eventsOfSignal = (world: World, signal: Signal): readonly TopicEvent[] => {
  switch (signal.kind) {
    case 'customerTyping': {
      const conversation = world.conversations.get(signal.conversationId)
      return conversation ? typingEvents(conversation, signal.duration, world.clock.now()) : []
    }
    case 'detailsAvailable': {
      const body: Answer<Models.ConversationDetailsDatalakeAvailabilityTopicDataAvailabilityChangeNotification> = {
        dataAvailabilityDate: isoTime(signal.until)
      }
      return [{ topic: 'v2.analytics.conversations.details.jobs.availability', body: () => JSON.stringify(body) }]
    }
  }
}

/** From now on tells whoever is subscribed of what happens in the world, in the order in which it happens. */
export const notifyOfChanges = (world: World): void => {
  const { channels, conversations, signals, ids } = world
  const tell = (events: readonly TopicEvent[]): void => {
    for (const { topic, body } of events) channels.tell(topic, () => eventFrame(topic, body(), ids.next('notification')))
  }
  conversations.onChange((change) => {
    if (channels.hasListeners) tell(eventsOfChange(world, change))
  })
  signals.onSignal((signal) => {
    if (channels.hasListeners) tell(eventsOfSignal(world, signal))
  })
}
