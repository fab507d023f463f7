import type { Conversation } from '../conversations/conversation'
import type { Ids } from '../ids'
import type { Organisation, User } from '../organisation/organisation'

/** What an organisation looks like when the sandbox starts. */
export interface Opening {
  readonly organisation: Organisation
  /** Whose the user token is. */
  readonly user: User
  /** Every conversation by a name that says what it shows. */
  readonly conversations: ReadonlyMap<string, Conversation>
  /** The ids of the conversations whose guests are away. */
  readonly offlineGuests?: ReadonlySet<string>
}

export interface Scenario {
  /** A sentence on what it shows. */
  readonly summary: string
  /** The same ids and the same `now` make the same opening. */
  open(ids: Ids, now: number): Opening
}
