import type { AnalyticsRecords } from './analytics/records'
import type { Clock } from './clock'
import type { ConversationStore } from './conversations/conversationStore'
import type { TypingEvents } from './conversations/typing'
import type { Guests } from './guests/guests'
import type { Ids } from './ids'
import type { ChannelStore } from './notifications/channelStore'
import type { Organisation } from './organisation/organisation'
import type { MediaStore } from './media/mediaStore'
import type { OrganisationStore } from './organisation/organisationStore'
import type { OptOuts } from './receiving/optOuts'
import type { RoutingStatuses } from './routing/routingStatus'

/** Everything that an operation of the sandbox works on. */
export interface World {
  /** As it is configured now. Ask for it each time: what is kept of it grows old. */
  readonly organisation: Organisation
  /** Where the configuration is changed. */
  readonly configuration: OrganisationStore
  readonly conversations: ConversationStore
  /** Who is to be notified of what. */
  readonly channels: ChannelStore
  /** The conversations as analytics has them by now. */
  readonly records: AnalyticsRecords
  readonly media: MediaStore
  readonly clock: Clock
  readonly ids: Ids
  readonly guests: Guests
  readonly optOuts: OptOuts
  readonly routingStatuses: RoutingStatuses
  readonly typing: TypingEvents
}

export const worldOf = (parts: Omit<World, 'organisation'>): World => ({
  ...parts,
  get organisation() {
    return parts.configuration.current
  }
})
