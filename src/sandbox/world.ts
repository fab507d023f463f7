import type { Clock } from './clock'
import type { ConversationStore } from './conversations/conversationStore'
import type { TypingEvents } from './conversations/typing'
import type { Ids } from './ids'
import type { ChannelStore } from './notifications/channelStore'
import type { Organisation } from './organisation/organisation'
import type { GuestPresence } from './receiving/guestPresence'
import type { OptOuts } from './receiving/optOuts'
import type { RoutingStatuses } from './routing/routingStatus'

/** Everything that an operation of the sandbox works on. */
export interface World {
  readonly organisation: Organisation
  readonly conversations: ConversationStore
  /** Who is to be notified of what. */
  readonly channels: ChannelStore
  readonly clock: Clock
  readonly ids: Ids
  readonly guests: GuestPresence
  readonly optOuts: OptOuts
  readonly routingStatuses: RoutingStatuses
  readonly typing: TypingEvents
}
