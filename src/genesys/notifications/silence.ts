import { hasPassed, type Pace } from '../traffic/pace'

/** A websocket is looked at this often. */
const lookEveryMs = 15_000

/** The platform’s heartbeat comes every 30 seconds. After 45 without a frame it is asked for one, after 75 the connection counts as dead. */
const looksBeforePing = 3
const looksBeforeDead = 5

/** What the watch of a websocket does. */
export interface SilenceWatch {
  /** How many frames have come so far. */
  readonly frames: () => number
  readonly ping: () => void
  readonly onDead: () => void
  /** Told at every look, while it is alive. */
  readonly onAlive: () => void
}

/** Watches that a websocket is not silent, until the signal aborts. Times are counted in looks: the clock of a sandbox can jump. */
export const watchSilence = async ({ frames, ping, onDead, onAlive }: SilenceWatch, pace: Pace, signal: AbortSignal): Promise<void> => {
  let seen = frames()
  let silent = 0
  while (await hasPassed(pace, lookEveryMs, signal)) {
    silent = frames() === seen ? silent + 1 : 0
    seen = frames()
    if (silent >= looksBeforeDead) {
      onDead()
      return
    }
    onAlive()
    if (silent >= looksBeforePing) ping()
  }
}
