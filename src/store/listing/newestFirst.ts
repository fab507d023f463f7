import type { ConversationRow } from '../../model/conversationRow'

/** Newest first; those whose start is not known come last. The id settles ties, so that every row has one place. */
const compare = (a: ConversationRow, b: ConversationRow): number =>
  (b.startedAt ?? 0) - (a.startedAt ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Rows in the order in which they are listed. One row finds its place in a hundred thousand with a handful of comparisons. */
export class NewestFirst {
  /** What happens, happens to what is new: it comes and goes at the end, where no other row has to move. */
  readonly #oldestFirst: ConversationRow[]
  /** Made when somebody looks. */
  #rows: readonly ConversationRow[] | undefined

  /** @param rows in any order; those that are in order already cost the least */
  constructor(rows: readonly ConversationRow[] = []) {
    this.#oldestFirst = rows.toReversed().sort((a, b) => compare(b, a))
  }

  get rows(): readonly ConversationRow[] {
    return (this.#rows ??= this.#oldestFirst.toReversed())
  }

  get isEmpty(): boolean {
    return this.#oldestFirst.length === 0
  }

  add(row: ConversationRow): void {
    this.#rows = undefined
    this.#oldestFirst.splice(this.#placeOf(row), 0, row)
  }

  /** @param row as it was added */
  remove(row: ConversationRow): void {
    const place = this.#placeOf(row)
    if (this.#oldestFirst[place]?.id !== row.id) return
    this.#rows = undefined
    this.#oldestFirst.splice(place, 1)
  }

  replace(before: ConversationRow, after: ConversationRow): void {
    if (before.startedAt === after.startedAt) {
      this.#rows = undefined
      this.#oldestFirst[this.#placeOf(before)] = after
    } else {
      this.remove(before)
      this.add(after)
    }
  }

  /** The index at which the row is, or would be, among those that begin with the oldest. */
  #placeOf(row: ConversationRow): number {
    let low = 0
    let high = this.#oldestFirst.length
    while (low < high) {
      const middle = (low + high) >> 1
      const there = this.#oldestFirst[middle]
      if (there !== undefined && compare(row, there) < 0) low = middle + 1
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
