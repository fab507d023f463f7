import { setTimeout as delay } from 'node:timers/promises'
import type { Instant } from '../../model/instant'

/** Time, as far as something waits for it. */
export interface Pace {
  readonly now: () => Instant
  /** Resolves after this many milliseconds; rejects when `signal` aborts. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** This machine’s time. */
export const systemPace: Pace = { now: Date.now, wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }) }

/** Waits, and tells whether the time has passed: false when the signal has aborted. */
export const hasPassed = async ({ wait }: Pick<Pace, 'wait'>, milliseconds: number, signal: AbortSignal): Promise<boolean> => {
  try {
    await wait(milliseconds, signal)
    return !signal.aborted
  } catch (error) {
    if (signal.aborted) return false
    throw error
  }
}
