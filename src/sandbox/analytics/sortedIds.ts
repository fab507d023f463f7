interface Entry {
  readonly key: number
  readonly id: string
}

const isBefore = (a: Entry, b: Entry): boolean => a.key < b.key || (a.key === b.key && a.id < b.id)

/** Ids in the order of a number, each found in logarithmic time. Ids with the same number are in the order of the ids. */
export class SortedIds {
  readonly #entries: Entry[]

  constructor(keys: ReadonlyMap<string, number>) {
    this.#entries = [...keys].map(([id, key]) => ({ key, id })).sort((a, b) => (isBefore(a, b) ? -1 : 1))
  }

  add(key: number, id: string): void {
    this.#entries.splice(this.#placeOf({ key, id }), 0, { key, id })
  }

  remove(key: number, id: string): void {
    const place = this.#placeOf({ key, id })
    if (this.#entries[place]?.id === id) this.#entries.splice(place, 1)
  }

  /** The place of the first whose number is `key` or more. */
  firstFrom(key: number): number {
    return this.#placeOf({ key, id: '' })
  }

  /** The ids from place `from` up to and without place `to`. */
  slice(from: number, to: number): readonly string[] {
    return this.#entries.slice(from, to).map(({ id }) => id)
  }

  *walk(descending: boolean): Generator<string> {
    const last = this.#entries.length - 1
    for (let step = 0; step <= last; step += 1) {
      const entry = this.#entries[descending ? last - step : step]
      if (entry) yield entry.id
    }
  }

  #placeOf(entry: Entry): number {
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.#entries[middle]
      if (other && isBefore(other, entry)) low = middle + 1
      else high = middle
    }
    return low
  }
}
