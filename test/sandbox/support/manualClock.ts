import type { Clock } from '../../../src/sandbox'

export interface ManualClock extends Clock {
  /** Moves on by `milliseconds`, running whatever falls due on the way, each at its own moment. */
  advance(milliseconds: number): void
}

/** A clock that stands still until it is told to move. */
export const manualClock = (start = Date.UTC(2026, 10, 20, 12)): ManualClock => {
  let time = start
  let waiting: { readonly due: number; readonly task: () => void }[] = []
  return {
    now: () => time,
    after: (delay, task) => {
      const timer = { due: time + delay, task }
      waiting.push(timer)
      return () => {
        waiting = waiting.filter((other) => other !== timer)
      }
    },
    advance: (milliseconds) => {
      const until = time + milliseconds
      for (;;) {
        const [next] = waiting.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)
        if (next === undefined) break
        waiting = waiting.filter((other) => other !== next)
        time = next.due
        next.task()
      }
      time = until
    }
  }
}
