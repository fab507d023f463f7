import { DueTasks } from './dueTasks'

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

/** A clock that can be moved ahead. Left alone it keeps pace with the one it is made of. */
export interface MovableClock extends StoppableClock {
  /** Moves on by `milliseconds`. Whatever falls due on the way runs in order before this returns, each at its own moment. */
  advance(milliseconds: number): void
}

/** The longest that is waited in one go: a timer of the machine that is longer than 2³¹ − 1 milliseconds ends at once. */
const longestWait = 24 * 60 * 60 * 1000

/** `clock`, made movable. Many tasks cost it one timer of `clock`. */
export const movable = (clock: Clock): MovableClock => {
  const tasks = new DueTasks()
  /** How far it is ahead of `clock`. */
  let ahead = 0
  /** The moment that it shows while it is being moved. */
  let standing: number | undefined
  let wait: { readonly due: number; readonly cancel: () => void } | undefined
  let stopped = false

  const now = (): number => standing ?? clock.now() + ahead

  const callOffWait = (): void => {
    wait?.cancel()
    wait = undefined
  }

  const waitForNext = (): void => {
    const due = tasks.nextDue()
    if (wait?.due === due) return
    callOffWait()
    if (due === undefined) return
    wait = { due, cancel: clock.after(Math.min(Math.max(due - now(), 0), longestWait), wake) }
  }

  const wake = (): void => {
    wait = undefined
    try {
      for (let task = tasks.takeDue(now()); task !== undefined; task = tasks.takeDue(now())) task.run()
    } finally {
      waitForNext()
    }
  }

  return {
    now,
    after: (delay, run) => {
      if (stopped) return () => undefined
      const callOff = tasks.add(now() + delay, run)
      if (standing === undefined) waitForNext()
      return callOff
    },
    advance: (milliseconds) => {
      if (!(milliseconds >= 0) || !Number.isFinite(milliseconds)) throw new RangeError(`A clock cannot be moved by ${milliseconds} ms.`)
      const until = now() + milliseconds
      const outer = standing
      standing = now()
      try {
        for (let task = tasks.takeDue(until); task !== undefined; task = tasks.takeDue(until)) {
          standing = Math.max(standing, task.due)
          task.run()
        }
      } finally {
        const reached = Math.max(standing, until)
        ahead = reached - clock.now()
        standing = outer === undefined ? undefined : reached
        if (outer === undefined) {
          callOffWait() // It was as long as was left before the move.
          waitForNext()
        }
      }
    },
    stop: () => {
      stopped = true
      callOffWait()
      tasks.clear()
    }
  }
}
