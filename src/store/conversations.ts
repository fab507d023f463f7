import type { Connection } from '../genesys/connection'
import type { Conversation } from '../model/conversation'
import { unknown, type Fact } from '../model/fact'
import type { Uuid } from '../model/ids'
import { nothingKnown, type Situation } from '../model/situation'
import { deriveState, type ConversationState } from '../model/state'
import type { ThreadingTimeline } from '../model/threading'
import { Emitter } from './emitter'

/** What changed: one conversation, or the list as a whole. */
export type StoreChange = { readonly kind: 'conversation'; readonly id: Uuid } | { readonly kind: 'all' }

const notConnected = unknown('No organisation is connected.')

/** The conversations of the connected organisation, as last read. */
export class Conversations {
  readonly #byId = new Map<Uuid, Conversation>()
  /** What was known beside a conversation when it was last read live. */
  readonly #situations = new Map<Uuid, Situation>()
  readonly #changes = new Emitter<StoreChange>()
  readonly #now: () => number
  #connection: Connection | undefined
  #threading: Fact<ThreadingTimeline> = notConnected

  readonly onDidChange = this.#changes.subscribe

  /** @param now the time where no organisation is connected */
  constructor(now: () => number) {
    this.#now = now
  }

  /** The time at the organisation that is connected: milliseconds since 1970, UTC. */
  now(): number {
    return this.#connection?.now() ?? this.#now()
  }

  get connection(): Connection | undefined {
    return this.#connection
  }

  /** Shows another organisation, or none. What was held of the one before is dropped. */
  async connect(connection: Connection | undefined): Promise<void> {
    this.#connection = connection
    this.#byId.clear()
    this.#situations.clear()
    this.#threading = notConnected
    this.#changes.fire({ kind: 'all' })
    await this.refresh()
  }

  /** Reads the list again. What was read live since analytics last knew of it stays. Rejects with `PlatformError`. */
  async refresh(): Promise<void> {
    const connection = this.#connection
    if (!connection) return
    const [listed, threading] = await Promise.all([connection.list(), connection.threading()])
    if (this.#connection !== connection) return
    this.#threading = threading
    const live = new Map([...this.#byId].filter(([, { reading }]) => reading === 'live'))
    this.#byId.clear()
    for (const conversation of listed) this.#byId.set(conversation.id, conversation)
    for (const [id, conversation] of live) if (!isOutdated(conversation, this.#byId.get(id))) this.#byId.set(id, conversation)
    this.#changes.fire({ kind: 'all' })
  }

  /** Reads everything that is known of one conversation, and holds what was read. */
  async read(id: Uuid): Promise<Situation> {
    const connection = this.#connection
    if (!connection) return nothingKnown(this.#now(), notConnected.why)
    const situation = await connection.situation(id)
    if (this.#connection === connection) {
      this.#threading = situation.threading
      if (situation.conversation.known) this.#hold(situation, situation.conversation.value)
    }
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
    return deriveState(conversation, this.#threading, this.now())
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
