import type { Conversation } from '../conversations/conversation'
import type { Role } from '../credentials/roles'
import type { FaultRequest } from '../faults/fault'
import type { Ids } from '../ids'
import type { Organisation, User } from '../organisation/organisation'
import type { Trial } from '../trials/trial'

/** What an organisation looks like when a scenario is loaded. */
export interface Opening {
  readonly organisation: Organisation
  /** Whose the user token is. */
  readonly user: User
  /** Conversations by a name that says what they show. */
  readonly conversations: ReadonlyMap<string, Conversation>
  /** Conversations that nobody asks for by a name. */
  readonly others?: Iterable<Conversation>
  /** What the agent and the program that sends may do, where it differs from the usual. */
  readonly roles?: { readonly agent?: Role; readonly notifier?: Role }
  /** The ids of the conversations whose guests are away. */
  readonly offlineGuests?: ReadonlySet<string>
  /** Who has written STOP to which number. */
  readonly optedOut?: readonly { readonly businessAddress: string; readonly customerAddress: string }[]
  /** What goes wrong from the start. */
  readonly faults?: readonly FaultRequest[]
}

export interface ScenarioOptions {
  /** How many conversations a scenario makes that makes any number of them. */
  readonly conversations?: number
}

export interface Scenario {
  readonly title: string
  /** A sentence on what it shows. */
  readonly summary: string
  /** What to try with it, and what to see then. */
  readonly tryThis: string
  /** The conversation that `tryThis` is about, by its name. */
  readonly about?: string
  /** The part of `tryThis` that shows the situation at once. */
  readonly trial?: Trial
  /** The same ids and the same `now` make the same opening. */
  open(ids: Ids, now: number, options: ScenarioOptions): Opening
}
