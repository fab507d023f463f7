import type { Pace } from '../../../src/genesys/traffic/pace'
import { now } from './conversation'

export interface FakePace extends Pace {
  /** How long each wait was, in milliseconds. */
  readonly waits: readonly number[]
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('Stopped.'))
    })
  })

/** A pace at which time passes by waiting only, and waiting takes none. After `limit` waits it stands still until it is stopped. */
export const fakePace = (limit = Infinity): FakePace => {
  let time = now
  const waits: number[] = []
  return {
    waits,
    now: () => time,
    wait: (milliseconds, signal) => {
      if (waits.length >= limit) return aborted(signal)
      waits.push(milliseconds)
      time += milliseconds
      return Promise.resolve()
    }
  }
}

/** Lets everything that can go on without the outside world go on. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve)
  })
