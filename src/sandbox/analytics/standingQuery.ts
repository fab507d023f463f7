import type { Conversation } from '../conversations/conversation'
import { SortedIds } from './sortedIds'

export interface PageRequest {
  /** The first start that counts, and the first that does not any more, in milliseconds since 1970. */
  readonly startFrom: number
  readonly startBefore: number
  readonly descending: boolean
  /** How many to pass over, and how many to give at most. */
  readonly skip: number
  readonly take: number
}

export interface FoundPage {
  readonly ids: readonly string[]
  readonly total: number
}

/**
 * The answer to a query, kept up to date: a change of a conversation is looked at once, and a page is found without looking at all of them.
 * Without this, a query would read every conversation each time that it is asked.
 */
export class StandingQuery {
  readonly #fits: (conversation: Conversation) => boolean
  readonly #keyOf: ((conversation: Conversation) => number) | undefined
  readonly #byStart: SortedIds
  readonly #starts = new Map<string, number>()
  /** Only where the order is another than that of the starts. */
  readonly #byKey: SortedIds
  readonly #keys = new Map<string, number>()

  /** @param keyOf what the results are in order by; their start, if it is left out */
  constructor(
    conversations: Iterable<Conversation>,
    fits: (conversation: Conversation) => boolean,
    keyOf?: (conversation: Conversation) => number
  ) {
    this.#fits = fits
    this.#keyOf = keyOf
    for (const conversation of conversations) {
      if (!fits(conversation)) continue
      this.#starts.set(conversation.id, conversation.startTime)
      if (keyOf) this.#keys.set(conversation.id, keyOf(conversation))
    }
    this.#byStart = new SortedIds(this.#starts)
    this.#byKey = new SortedIds(this.#keys)
  }

  /** Looks at a conversation that is new or has changed. */
  update(conversation: Conversation): void {
    const { id, startTime } = conversation
    const fits = this.#fits(conversation)
    const key = fits ? this.#keyOf?.(conversation) : undefined
    if (fits === this.#starts.has(id) && key === this.#keys.get(id)) return
    this.#remove(id)
    if (!fits) return
    this.#byStart.add(startTime, id)
    this.#starts.set(id, startTime)
    if (key === undefined) return
    this.#byKey.add(key, id)
    this.#keys.set(id, key)
  }

  page(request: PageRequest): FoundPage {
    const first = this.#byStart.firstFrom(request.startFrom)
    const end = this.#byStart.firstFrom(request.startBefore)
    const total = end - first
    const ids = this.#keyOf === undefined ? this.#startPage(first, end, request) : this.#keyPage(total, request)
    return { ids, total }
  }

  /** Those that count stand together. */
  #startPage(first: number, end: number, { descending, skip, take }: PageRequest): readonly string[] {
    if (!descending) return this.#byStart.slice(first + skip, Math.min(end, first + skip + take))
    return this.#byStart.slice(Math.max(first, end - skip - take), Math.max(first, end - skip)).toReversed()
  }

  /** Those that count stand among others: walks from the end that is asked for until the page is full. */
  #keyPage(total: number, { startFrom, startBefore, descending, skip, take }: PageRequest): readonly string[] {
    const ids: string[] = []
    const wanted = Math.min(take, Math.max(0, total - skip))
    let passed = 0
    for (const id of this.#byKey.walk(descending)) {
      if (ids.length >= wanted) break
      const start = this.#starts.get(id) ?? 0
      if (start < startFrom || start >= startBefore) continue
      if (passed < skip) passed += 1
      else ids.push(id)
    }
    return ids
  }

  #remove(id: string): void {
    const start = this.#starts.get(id)
    if (start === undefined) return
    this.#byStart.remove(start, id)
    this.#starts.delete(id)
    const key = this.#keys.get(id)
    if (key === undefined) return
    this.#byKey.remove(key, id)
    this.#keys.delete(id)
  }
}
