import type { Clock } from './clock'
import type { ConversationStore } from './conversations/conversationStore'
import type { Ids } from './ids'
import type { ChannelStore } from './notifications/channelStore'
import type { Organisation } from './organisation/organisation'
import type { Signals } from './signals'

/** Everything that an operation of the sandbox works on. */
export interface World {
  readonly organisation: Organisation
  readonly conversations: ConversationStore
  /** Who is to be notified of what. */
  readonly channels: ChannelStore
  readonly signals: Signals
  readonly clock: Clock
  readonly ids: Ids
}
