import type { Fact } from './fact'
import { minutes, type Instant } from './instant'

/** How long after the end a customer's next message continues the same conversation, per channel (0 to 72 hours). */
export interface ThreadingTimeline {
  readonly defaultMinutes: number
  readonly minutesByMessengerType: ReadonlyMap<string, number>
}

/**
 * When the reply window of a conversation on this channel that ended at `endedAt` is over; `undefined` when the channel's setting is not known.
 * Source: HELP messaging-threading-timeline; that the clock starts at `Conversation.endTime` is inferred.
 */
export const windowEndsAt = (
  messengerType: string | undefined,
  endedAt: Instant,
  threading: Fact<ThreadingTimeline>
): Instant | undefined => {
  if (!threading.known) return undefined
  const own = messengerType === undefined ? undefined : threading.value.minutesByMessengerType.get(messengerType)
  return endedAt + minutes(own ?? threading.value.defaultMinutes)
}
