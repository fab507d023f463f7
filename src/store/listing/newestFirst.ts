import type { ConversationRow } from '../../model/conversationRow'

/** Newest first; those whose start is not known come last. The id settles ties, so that every row has one place. */
const compare = (a: ConversationRow, b: ConversationRow): number =>
  (b.startedAt ?? 0) - (a.startedAt ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Rows in the order in which they are listed. One row finds its place in a hundred thousand with a handful of comparisons. */
export class NewestFirst {
  readonly #rows: ConversationRow[]

  /** @param rows in any order; those that are in order already cost the least */
  constructor(rows: readonly ConversationRow[] = []) {
    this.#rows = [...rows].sort(compare)
  }

  get rows(): readonly ConversationRow[] {
    return this.#rows
  }

  add(row: ConversationRow): void {
    this.#rows.splice(this.#placeOf(row), 0, row)
  }

  /** @param row as it was added */
  remove(row: ConversationRow): void {
    const place = this.#placeOf(row)
    if (this.#rows[place]?.id === row.id) this.#rows.splice(place, 1)
  }

  replace(before: ConversationRow, after: ConversationRow): void {
    if (before.startedAt === after.startedAt) this.#rows[this.#placeOf(before)] = after
    else {
      this.remove(before)
      this.add(after)
    }
  }

  /** The index at which the row is, or would be. */
  #placeOf(row: ConversationRow): number {
    let low = 0
    let high = this.#rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      const there = this.#rows[middle]
      if (there !== undefined && compare(there, row) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The newest rows of several lists, each in its order: so many, with the list that each is from. */
export const newestOf = <From>(
  lists: readonly { readonly from: From; readonly rows: readonly ConversationRow[] }[],
  count: number
): readonly { readonly from: From; readonly row: ConversationRow }[] =>
  lists
    .flatMap(({ from, rows }) => rows.slice(0, count).map((row) => ({ from, row })))
    .sort((a, b) => compare(a.row, b.row))
    .slice(0, count)
