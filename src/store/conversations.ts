import type { Connection } from '../genesys/connection'
import type { Conversation } from '../model/conversation'
import { rowOf, stateOfRow, type ConversationRow } from '../model/conversationRow'
import { unknown, type Fact, type Withheld } from '../model/fact'
import type { Uuid } from '../model/ids'
import { days, type Instant } from '../model/instant'
import type { Situation } from '../model/situation'
import { deriveState, type ConversationState } from '../model/state'
import { isOver, type StateSummary } from '../model/stateSummary'
import type { ThreadingTimeline } from '../model/threading'
import { Emitter } from './emitter'
import { NewestFirst } from './listing/newestFirst'
import { weigh } from './listing/weigh'

/** What changed: one conversation, or the list as a whole. */
export type StoreChange = { readonly kind: 'conversation'; readonly id: Uuid } | { readonly kind: 'all' }

/** How far the reading of the list has come. */
export interface ListingProgress {
  readonly read: number
  /** As far as the platform has told it. */
  readonly total: number
}

export interface RefreshOptions {
  /** How far back conversations that have ended are listed. */
  readonly lookBackDays?: number
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ListingProgress) => void) | undefined
}

/** The usual look-back. */
export const usualLookBackDays = 3

const waits = ({ state: { kind }, gone }: ConversationRow): boolean => gone === undefined && (kind === 'queued' || kind === 'alerting')

/**
 * The conversations of one organisation, as last read: a row of each, and the whole of those that were read live. It belongs to one connection for
 * its life.
 */
export class Conversations {
  readonly #rows = new Map<Uuid, ConversationRow>()
  /** `undefined` after many rows were taken in at once, until somebody asks for the order. */
  #order: NewestFirst | undefined
  readonly #waiting = new Set<Uuid>()
  readonly #live = new Map<Uuid, Conversation>()
  /** What was known beside a conversation when it was last read live. */
  readonly #situations = new Map<Uuid, Situation>()
  readonly #queueNames = new Map<string, string>()
  readonly #changes = new Emitter<StoreChange>()
  readonly #doubts = new Emitter<readonly Uuid[]>()
  readonly #connection: Connection
  #threading: Fact<ThreadingTimeline> = unknown('The organisation’s settings have not been read yet.')

  readonly onDidChange = this.#changes.subscribe

  /** Told of conversations that were listed otherwise than they are held, or not at all, which only a read can settle. What is held stays until then. */
  readonly onDidDoubt = this.#doubts.subscribe

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /**
   * Reads the list again; rows are held as they come. What was read live since analytics last knew of it stays, and so does what is older than the
   * look-back. Rejects with `PlatformError`; what was held, and the pages that came, stay then.
   */
  async refresh({ lookBackDays = usualLookBackDays, signal, onProgress }: RefreshOptions = {}): Promise<void> {
    const from = this.#connection.now() - days(lookBackDays)
    const seen = new Set<Uuid>()
    const reading = this.#connection.list(
      lookBackDays,
      ({ rows, read, total }) => {
        for (const { id } of rows) seen.add(id)
        this.#take(rows)
        onProgress?.({ read, total })
      },
      signal
    )
    await Promise.all([reading, this.#readThreading(signal)])
    const isMissing = ({ id, startedAt }: ConversationRow): boolean => !seen.has(id) && (startedAt ?? from) >= from
    this.#forget((row) => row.reading !== 'live' && isMissing(row))
    this.#doubt(this.rows().filter((row) => isMissing(row) && !isOver(row.state) && row.gone === undefined))
    await this.#nameQueues(signal)
  }

  /** Reads the newest page of the list again. Rejects with `PlatformError`; what was held stays then. */
  async readNewest(signal?: AbortSignal): Promise<void> {
    await this.#connection.listNewest(({ rows }) => {
      this.#take(rows)
    }, signal)
    await this.#nameQueues(signal)
  }

  /**
   * Reads conversations of the last so many days that started before the oldest one of the last look-back, by a job of the platform, which may take
   * minutes. Rejects with `PlatformError`.
   */
  async readOlder(lookBackDays: number, { signal, onProgress }: Omit<RefreshOptions, 'lookBackDays'> = {}): Promise<void> {
    await this.#connection.listByJob(
      lookBackDays,
      ({ rows, read, total }) => {
        this.#take(rows)
        onProgress?.({ read, total })
      },
      signal
    )
    await this.#nameQueues(signal)
  }

  /** Reads everything that is known of one conversation, and holds what was read. Rejects when the signal aborts; nothing is held then. */
  async read(id: Uuid, signal?: AbortSignal): Promise<Situation> {
    const situation = await this.#connection.situation(id, signal)
    this.#threading = situation.threading
    if (situation.conversation.known) {
      this.#situations.set(id, situation)
      this.apply(situation.conversation.value)
    } else if (situation.conversation.withheld) this.withhold(id, situation.conversation.withheld)
    return situation
  }

  /** Holds a live reading, from a read or an event. One that is older than what is held changes nothing. */
  apply(conversation: Conversation): void {
    if (this.#isOlder(conversation)) return
    this.#live.set(conversation.id, conversation)
    this.#put(rowOf(conversation))
    this.#changes.fire({ kind: 'conversation', id: conversation.id })
  }

  /**
   * Holds the row of a conversation as an event tells it that does not name all of its communications: the whole is read when somebody wants it. One
   * that is older than what is held changes nothing.
   */
  applyRow(conversation: Conversation): void {
    if (this.#isOlder(conversation)) return
    this.#live.delete(conversation.id)
    this.#put(rowOf(conversation))
    this.#changes.fire({ kind: 'conversation', id: conversation.id })
  }

  /** The platform does not give a conversation out any more. What was known of it stays, and its row says so until it is there again. */
  withhold(id: Uuid, why: Withheld): void {
    const row = this.#rows.get(id)
    if (!row) return
    this.#put({ ...row, gone: { why, askedAt: this.#connection.now() } })
    this.#changes.fire({ kind: 'conversation', id })
  }

  /** What was known when the conversation was last read live. */
  situationOf(id: Uuid): Situation | undefined {
    return this.#situations.get(id)
  }

  /** Every row, newest first. */
  rows(): readonly ConversationRow[] {
    return (this.#order ??= new NewestFirst([...this.#rows.values()])).rows
  }

  row(id: Uuid): ConversationRow | undefined {
    return this.#rows.get(id)
  }

  /** The whole of a conversation, if it has been read live. */
  get(id: Uuid): Conversation | undefined {
    return this.#live.get(id)
  }

  /** How many wait for an agent: in a queue, or while one is alerted. */
  get waiting(): number {
    return this.#waiting.size
  }

  /** The state of a conversation now. */
  stateOf(conversation: Conversation): ConversationState {
    return deriveState(conversation, this.#threading, this.#connection.now())
  }

  /** The state of a row’s conversation now, or at another moment. */
  stateOfRow(row: ConversationRow, now: Instant = this.#connection.now()): StateSummary {
    return stateOfRow(row, this.#threading, now)
  }

  /** What the row’s queue is called; its id where the name is not known; `undefined` for a conversation that was in none. */
  queueOf({ queueId, queueName }: ConversationRow): string | undefined {
    return queueName ?? (queueId === undefined ? undefined : this.queueNamed(queueId))
  }

  /** What a queue is called; its id where that is not known. */
  queueNamed(queueId: string): string {
    return this.#queueNames.get(queueId) ?? queueId
  }

  #take(rows: readonly ConversationRow[]): void {
    let changed = false
    const doubtful: ConversationRow[] = []
    for (const row of rows) {
      const held = this.#rows.get(row.id)
      const worth = held === undefined ? 'newer' : weigh(held, row)
      if (worth === 'doubt') doubtful.push(row)
      if (worth !== 'newer') continue
      this.#live.delete(row.id)
      this.#put(row, true)
      changed = true
    }
    if (changed) this.#changes.fire({ kind: 'all' })
    this.#doubt(doubtful)
  }

  #doubt(rows: readonly ConversationRow[]): void {
    if (rows.length > 0) this.#doubts.fire(rows.map(({ id }) => id))
  }

  #isOlder({ id, readAt }: Conversation): boolean {
    const held = this.#rows.get(id)
    return held?.reading === 'live' && held.readAt > readAt
  }

  #forget(isGone: (row: ConversationRow) => boolean): void {
    const gone = [...this.#rows.values()].filter(isGone)
    for (const { id } of gone) {
      this.#rows.delete(id)
      this.#waiting.delete(id)
    }
    if (gone.length === 0) return
    this.#order = undefined
    this.#changes.fire({ kind: 'all' })
  }

  /** @param isOneOfMany the order is made anew when it is next asked for */
  #put(row: ConversationRow, isOneOfMany = false): void {
    const before = this.#rows.get(row.id)
    this.#rows.set(row.id, row)
    if (row.queueId !== undefined && row.queueName !== undefined) this.#queueNames.set(row.queueId, row.queueName)
    if (waits(row)) this.#waiting.add(row.id)
    else this.#waiting.delete(row.id)
    if (isOneOfMany) this.#order = undefined
    else if (before === undefined) this.#order?.add(row)
    else this.#order?.replace(before, row)
  }

  async #readThreading(signal: AbortSignal | undefined): Promise<void> {
    const threading = await this.#connection.threading(signal)
    if (signal?.aborted === true || threading === this.#threading) return
    this.#threading = threading
    this.#changes.fire({ kind: 'all' })
  }

  /** Analytics gives the ids of queues only. A queue whose name cannot be read is shown by its id. */
  async #nameQueues(signal: AbortSignal | undefined): Promise<void> {
    const unnamed = new Set<string>()
    for (const { queueId, queueName } of this.#rows.values())
      if (queueId !== undefined && queueName === undefined && !this.#queueNames.has(queueId)) unnamed.add(queueId)
    if (unnamed.size === 0) return
    await Promise.all(
      [...unnamed].map(async (queueId) => {
        const queue = await this.#connection.queue(queueId, signal)
        if (queue.known) this.#queueNames.set(queueId, queue.value.name)
      })
    )
    this.#changes.fire({ kind: 'all' })
  }
}
