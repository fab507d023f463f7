import type { Connection } from '../genesys/connection'
import type { Conversation } from '../model/conversation'
import { unknown, type Fact } from '../model/fact'
import type { Uuid } from '../model/ids'
import type { Situation } from '../model/situation'
import { deriveState, type ConversationState } from '../model/state'
import type { ThreadingTimeline } from '../model/threading'
import { Emitter } from './emitter'

/** What changed: one conversation, or the list as a whole. */
export type StoreChange = { readonly kind: 'conversation'; readonly id: Uuid } | { readonly kind: 'all' }

/** The conversations of one organisation, as last read. It belongs to one connection for its life. */
export class Conversations {
  readonly #byId = new Map<Uuid, Conversation>()
  /** What was known beside a conversation when it was last read live. */
  readonly #situations = new Map<Uuid, Situation>()
  readonly #changes = new Emitter<StoreChange>()
  readonly #connection: Connection
  #threading: Fact<ThreadingTimeline> = unknown('The organisation’s settings have not been read yet.')

  readonly onDidChange = this.#changes.subscribe

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Reads the list again. What was read live since analytics last knew of it stays. Rejects with `PlatformError`; all stays as it was then. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const [listed, threading] = await Promise.all([this.#connection.list(signal), this.#connection.threading(signal)])
    this.#threading = threading
    const live = new Map([...this.#byId].filter(([, { reading }]) => reading === 'live'))
    this.#byId.clear()
    for (const conversation of listed) this.#byId.set(conversation.id, conversation)
    for (const [id, conversation] of live) if (!isOutdated(conversation, this.#byId.get(id))) this.#byId.set(id, conversation)
    this.#changes.fire({ kind: 'all' })
  }

  /** Reads everything that is known of one conversation, and holds what was read. Rejects when the signal aborts; nothing is held then. */
  async read(id: Uuid, signal?: AbortSignal): Promise<Situation> {
    const situation = await this.#connection.situation(id, signal)
    this.#threading = situation.threading
    if (situation.conversation.known) this.#hold(situation, situation.conversation.value)
    return situation
  }

  /** What was known when the conversation was last read live. */
  situationOf(id: Uuid): Situation | undefined {
    return this.#situations.get(id)
  }

  all(): readonly Conversation[] {
    return [...this.#byId.values()]
  }

  get(id: Uuid): Conversation | undefined {
    return this.#byId.get(id)
  }

  /** The state of a conversation now. */
  stateOf(conversation: Conversation): ConversationState {
    return deriveState(conversation, this.#threading, this.#connection.now())
  }

  #hold(situation: Situation, conversation: Conversation): void {
    this.#byId.set(conversation.id, conversation)
    this.#situations.set(conversation.id, situation)
    this.#changes.fire({ kind: 'conversation', id: conversation.id })
  }
}

/** Analytics lags behind, so that a live reading of the last minutes is worth more than a row of it. */
const freshForMs = 5 * 60_000

const isOutdated = (live: Conversation, listed: Conversation | undefined): boolean =>
  listed !== undefined && listed.readAt - live.readAt > freshForMs
