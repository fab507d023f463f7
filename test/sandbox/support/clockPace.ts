import type { Pace } from '../../../src/genesys/traffic/pace'
import type { ManualClock } from './manualClock'

/** A pace that goes by the same clock as the sandbox. What waits for no time at all does not wait. */
export const clockPace = (clock: ManualClock): Pace => ({
  now: () => clock.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const abort = (): void => {
        callOff()
        reject(new Error('Stopped.'))
      }
      const callOff = clock.after(milliseconds, () => {
        signal.removeEventListener('abort', abort)
        resolve()
      })
      if (signal.aborted) abort()
      else if (milliseconds <= 0) {
        callOff()
        resolve()
      } else signal.addEventListener('abort', abort, { once: true })
    })
})
