import { setMaxListeners } from 'node:events'
import { hasPassed, type Pace } from '../../genesys/traffic/pace'
import type { Uuid } from '../../model/ids'

/** So long is waited between two reads: well below the 300 requests a minute that a token may make, which others need too. */
const betweenMs = 250

/** What could not be read is tried again after this. */
const againMs = 30_000

/** What a conversation is read again with. Rejects with what is told to `onFailure`; it is tried again a little later. */
export type Reread = (id: Uuid, signal: AbortSignal) => Promise<void>

/** Conversations to be read again: each once, however often it is asked for meanwhile, one after the other, and the urgent ones first. */
export class Rereads {
  readonly #reread: Reread
  readonly #pace: Pick<Pace, 'wait'>
  readonly #signal: AbortSignal
  readonly #onFailure: (error: unknown) => void
  readonly #due = new Set<Uuid>()
  /** Read when none is due. */
  readonly #later = new Set<Uuid>()
  /** Those that could not be read, and are tried again when it is time. */
  readonly #missed = new Set<Uuid>()
  #reading: Uuid | undefined
  #isBusy = false

  /** @param signal ends it */
  constructor(reread: Reread, pace: Pick<Pace, 'wait'>, signal: AbortSignal, onFailure: (error: unknown) => void) {
    this.#reread = reread
    this.#pace = pace
    this.#signal = signal
    this.#onFailure = onFailure
    setMaxListeners(0, signal)
  }

  /** Whether the conversation is being read at this moment: the answer may not have what has just happened. */
  isReading(id: Uuid): boolean {
    return this.#reading === id
  }

  /** Reads these as soon as it can be. */
  add(...ids: readonly Uuid[]): void {
    for (const id of ids) {
      this.#due.add(id)
      this.#later.delete(id)
    }
    if (!this.#isBusy) void this.#work()
  }

  /** Reads these after whatever is, or becomes, more urgent. */
  addLater(...ids: readonly Uuid[]): void {
    for (const id of ids) if (!this.#due.has(id)) this.#later.add(id)
    if (!this.#isBusy) void this.#work()
  }

  async #work(): Promise<void> {
    this.#isBusy = true
    for (let id = this.#next(); id !== undefined && !this.#signal.aborted; id = this.#next()) {
      this.#reading = id
      await this.#read(id)
      this.#reading = undefined
      if (this.#due.size + this.#later.size > 0) await hasPassed(this.#pace, betweenMs, this.#signal)
    }
    this.#isBusy = false
  }

  /** Takes the next one from its list. */
  #next(): Uuid | undefined {
    for (const list of [this.#due, this.#later])
      for (const id of list) {
        list.delete(id)
        return id
      }
    return undefined
  }

  async #read(id: Uuid): Promise<void> {
    try {
      await this.#reread(id, this.#signal)
    } catch (error) {
      if (this.#signal.aborted) return
      this.#onFailure(error)
      this.#missed.add(id)
      if (this.#missed.size === 1) void this.#tryAgain()
    }
  }

  async #tryAgain(): Promise<void> {
    if (!(await hasPassed(this.#pace, againMs, this.#signal))) return
    const missed = [...this.#missed]
    this.#missed.clear()
    this.addLater(...missed)
  }
}
