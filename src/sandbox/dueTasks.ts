interface Task {
  readonly due: number
  /** Of two that are due at the same moment, the one that was added first comes first. */
  readonly number: number
  readonly run: () => void
}

interface Entry extends Task {
  calledOff: boolean
}

const isBefore = (one: Task, other: Task): boolean => one.due < other.due || (one.due === other.due && one.number < other.number)

/** Tasks in the order in which they fall due: a binary heap, so that a hundred thousand of them wait as cheaply as ten. */
export class DueTasks {
  #heap: Entry[] = []
  #added = 0

  /** Adds a task. Returns what calls it off. */
  add(due: number, run: () => void): () => void {
    this.#added += 1
    const entry: Entry = { due, number: this.#added, run, calledOff: false }
    this.#rise(this.#heap.push(entry) - 1, entry)
    return () => {
      entry.calledOff = true
    }
  }

  /** When the next one is due; `undefined` when none waits. */
  nextDue(): number | undefined {
    return this.#first()?.due
  }

  /** Takes out the next task if it is due at `time` or before. */
  takeDue(time: number): Task | undefined {
    const first = this.#first()
    if (first === undefined || first.due > time) return undefined
    this.#removeFirst()
    return first
  }

  clear(): void {
    this.#heap = []
  }

  /** The next task that has not been called off. */
  #first(): Entry | undefined {
    while (this.#heap[0]?.calledOff === true) this.#removeFirst()
    return this.#heap[0]
  }

  #removeFirst(): void {
    const last = this.#heap.pop()
    if (last !== undefined && this.#heap.length > 0) this.#sink(last)
  }

  #rise(from: number, entry: Entry): void {
    let at = from
    for (;;) {
      const above = (at - 1) >> 1
      const parent = this.#heap[above]
      if (at === 0 || parent === undefined || !isBefore(entry, parent)) break
      this.#heap[at] = parent
      at = above
    }
    this.#heap[at] = entry
  }

  /** Puts `entry` at the top and lets it sink to where it belongs. */
  #sink(entry: Entry): void {
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const [one, other] = [this.#heap[left], this.#heap[left + 1]]
      if (one === undefined) break
      const [child, below] = other !== undefined && isBefore(other, one) ? [other, left + 1] : [one, left]
      if (!isBefore(child, entry)) break
      this.#heap[at] = child
      at = below
    }
    this.#heap[at] = entry
  }
}
