import type { FaultRequest } from '../faults/fault'
import type { SetFault } from '../faults/faults'
import type { LedgerEntry } from '../ledger/ledger'

/** Conversation ids by what they show. */
export type NamedConversations = Readonly<Record<string, string>>

/** What can be done to a running sandbox from outside the organisation. The control API offers the same over HTTP. */
export interface Control {
  /** The sandbox’s time: milliseconds since 1970, UTC. */
  now(): number
  /** Moves the sandbox’s clock ahead. Whatever falls due on the way happens in order, each at its own moment, before this returns. */
  advance(milliseconds: number): void
  /** The scenario that was loaded last. */
  scenario(): string
  /** How many conversations there are. */
  conversationCount(): number
  /**
   * Puts a scenario in the place of the organisation’s conversations, its configuration and the faults that were set. Credentials stay valid, the
   * clock stays where it is, and open websockets are closed.
   * @throws UnknownScenario
   */
  loadScenario(name: string): NamedConversations
  /**
   * Lets the organisation forget a conversation, as one that is too old for it: to be read by its id, it is not found any more. Analytics keeps its
   * record, and no event tells of it.
   * @throws UnknownConversation
   */
  forgetConversation(id: string): void
  /** By web messaging conversation: the token that resumes the session of its guest over the guest websocket. */
  guestTokens(): Readonly<Record<string, string>>
  /** The requests that reached the organisation since the start, oldest first, without secrets. */
  ledger(): readonly LedgerEntry[]
  clearLedger(): void
  faults(): readonly SetFault[]
  /**
   * Makes these things go wrong, and nothing that was set before.
   * @throws UnknownOperation
   */
  setFaults(faults: readonly FaultRequest[]): void
}
