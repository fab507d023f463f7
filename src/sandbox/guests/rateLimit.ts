import type { Clock } from '../clock'

/** At most `most` requests in any `seconds` seconds. */
export interface Rate {
  readonly most: number
  readonly seconds: number
}

/** Counts requests against a rate. */
export class RateLimit {
  #times: readonly number[] = []

  constructor(
    readonly rate: Rate,
    private readonly clock: Clock
  ) {}

  /** Counts one request. Returns how many whole seconds to wait when it is one too many, and does not count it then. */
  take(): number | undefined {
    const now = this.clock.now()
    this.#times = this.#times.filter((time) => now - time < this.rate.seconds * 1000)
    const [oldest] = this.#times
    if (oldest !== undefined && this.#times.length >= this.rate.most) return Math.ceil((oldest + this.rate.seconds * 1000 - now) / 1000)
    this.#times = [...this.#times, now]
    return undefined
  }
}
