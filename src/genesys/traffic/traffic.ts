import { setMaxListeners } from 'node:events'
import PQueue from 'p-queue'
import type { Instant } from '../../model/instant'
import type { Reply } from '../reply'
import { backoffMs, mayPass } from './backoff'
import type { Pace } from './pace'

/** At most this many requests to one organisation are on their way at a time. */
const mostAtOnce = 6

/** A read is asked this often before its failure is told. */
const attempts = 4

/** Who is told to come back later than this is told so: nobody waits for it. */
const longestPauseMs = 60_000

const never = new AbortController().signal

const aborted: Reply = { ok: false, failure: { kind: 'cancelled' } }

/**
 * The way to one organisation, for everything that goes there: few requests at a time, none before the platform wants one again (`Retry-After`,
 * `inin-ratelimit-…`), reads asked again when a failure may pass, sends never.
 */
export class Traffic {
  readonly #queue = new PQueue({ concurrency: mostAtOnce })
  readonly #pace: Pace
  readonly #random: () => number
  /** The platform asked for quiet until then. */
  #quietUntil: Instant = 0

  /** @param random gives numbers from 0 to 1, for the jitter between attempts */
  constructor(pace: Pace, random: () => number) {
    this.#pace = pace
    this.#random = random
  }

  /** Asks, and again when the failure may pass. `call` must change nothing on the platform. */
  read(call: () => Promise<Reply>, signal?: AbortSignal): Promise<Reply> {
    return this.#queued(async () => {
      for (let attempt = 1; ; attempt++) {
        const reply = await this.#once(call, signal)
        if (reply.ok || !mayPass(reply.failure) || attempt === attempts) return reply
        const asked = this.#quietUntil - this.#pace.now()
        if (asked > longestPauseMs) return reply
        await this.#pace.wait(Math.max(asked, backoffMs(attempt, this.#random())), signal ?? never)
      }
    }, signal)
  }

  /** Asks once, whatever comes of it. */
  send(call: () => Promise<Reply>, signal?: AbortSignal): Promise<Reply> {
    return this.#queued(() => this.#once(call, signal), signal)
  }

  async #queued(job: () => Promise<Reply>, signal: AbortSignal | undefined): Promise<Reply> {
    // One command's signal goes with all its reads; Node takes more than ten listeners for a leak.
    if (signal) setMaxListeners(0, signal)
    try {
      return await this.#queue.add(job, signal ? { signal } : {})
    } catch (error) {
      if (signal?.aborted === true) return aborted
      throw error
    }
  }

  async #once(call: () => Promise<Reply>, signal: AbortSignal | undefined): Promise<Reply> {
    const quiet = this.#quietUntil - this.#pace.now()
    if (quiet > 0 && quiet <= longestPauseMs) await this.#pace.wait(quiet, signal ?? never)
    signal?.throwIfAborted()
    const reply = await call()
    const wanted = reply.ok ? reply.quietMs : reply.failure.kind === 'refused' ? reply.failure.quietMs : undefined
    if (wanted !== undefined) this.#quietUntil = Math.max(this.#quietUntil, this.#pace.now() + wanted)
    return reply
  }
}
