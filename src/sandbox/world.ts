import type { Clock } from './clock'
import type { ConversationStore } from './conversations/conversationStore'
import type { Guests } from './guests/guests'
import type { Ids } from './ids'
import type { Organisation } from './organisation/organisation'

/** Everything that an operation of the sandbox works on. */
export interface World {
  readonly organisation: Organisation
  readonly conversations: ConversationStore
  readonly clock: Clock
  readonly ids: Ids
  readonly guests: Guests
}
