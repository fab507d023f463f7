import { setMaxListeners } from 'node:events'
import { hasPassed, type Pace } from '../../genesys/traffic/pace'
import type { Uuid } from '../../model/ids'

/** So long is waited between two reads: well below the 300 requests a minute that a token may make, which others need too. */
const betweenMs = 250

/** What a conversation is read again with. Rejects with what is told to `onFailure`; it is tried again with the next one that is asked for. */
export type Reread = (id: Uuid, signal: AbortSignal) => Promise<void>

/** Conversations to be read again: each once, however often it is asked for meanwhile, one after the other. */
export class Rereads {
  readonly #reread: Reread
  readonly #pace: Pick<Pace, 'wait'>
  readonly #signal: AbortSignal
  readonly #onFailure: (error: unknown) => void
  readonly #due = new Set<Uuid>()
  /** Those that could not be read. */
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

  add(...ids: readonly Uuid[]): void {
    for (const id of ids) this.#due.add(id)
    if (!this.#isBusy) void this.#work()
  }

  /** Tries those again that could not be read. */
  addMissed(): void {
    const missed = [...this.#missed]
    this.#missed.clear()
    this.add(...missed)
  }

  async #work(): Promise<void> {
    this.#isBusy = true
    for (const id of this.#due) {
      if (this.#signal.aborted) break
      this.#due.delete(id)
      this.#reading = id
      await this.#read(id)
      this.#reading = undefined
      if (this.#due.size > 0) await hasPassed(this.#pace, betweenMs, this.#signal)
    }
    this.#isBusy = false
  }

  async #read(id: Uuid): Promise<void> {
    try {
      await this.#reread(id, this.#signal)
    } catch (error) {
      if (this.#signal.aborted) return
      this.#missed.add(id)
      this.#onFailure(error)
    }
  }
}
