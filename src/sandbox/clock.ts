/** Where the sandbox gets the time from, and what it waits with. Nothing in the sandbox asks for the time in any other way. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** Runs `task` once, `delay` milliseconds from now. Returns what calls it off. */
  after(delay: number, task: () => void): () => void
}

/** The machine’s own clock. What waits on it does not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delay, task) => {
    const timer = setTimeout(task, delay)
    timer.unref()
    return () => {
      clearTimeout(timer)
    }
  }
}

export interface StoppableClock extends Clock {
  /** Calls off everything that still waits; from then on nothing can be scheduled. */
  stop(): void
}

/** `clock`, with everything that is scheduled through it called off at once by `stop`. */
export const stoppable = (clock: Clock): StoppableClock => {
  const waiting = new Set<() => void>()
  let stopped = false
  return {
    now: () => clock.now(),
    after: (delay, task) => {
      if (stopped) return () => undefined
      const cancel = clock.after(delay, () => {
        waiting.delete(cancel)
        task()
      })
      waiting.add(cancel)
      return () => {
        waiting.delete(cancel)
        cancel()
      }
    },
    stop: () => {
      stopped = true
      for (const cancel of waiting) cancel()
      waiting.clear()
    }
  }
}
