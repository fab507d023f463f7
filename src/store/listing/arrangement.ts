import type { ConversationRow } from '../../model/conversationRow'
import type { Uuid } from '../../model/ids'
import type { Instant } from '../../model/instant'
import type { Conversations } from '../conversations'
import type { Filter } from './filter'
import { NewestFirst } from './newestFirst'

/** How conversations are listed: divided into groups, not divided but for the connection that they belong to, or all together. */
export const groupings = ['state', 'channel', 'queue', 'connection', 'time'] as const

export type Grouping = (typeof groupings)[number]

/** By what the conversations of one connection are divided. Otherwise they are one group, whose key is `undivided`. */
export type Division = Exclude<Grouping, 'connection' | 'time'>

export const isDivision = (grouping: Grouping): grouping is Division => grouping !== 'connection' && grouping !== 'time'

/** The key of the one group of conversations that are not divided. */
export const undivided = ''

/** What a change of one conversation means for who shows the groups. */
export type Rearranged =
  | { readonly kind: 'nothing' }
  /** The row alone is another one. */
  | { readonly kind: 'row' }
  /** These groups have other rows. */
  | { readonly kind: 'rows'; readonly groups: readonly string[] }
  /** There is another group, or one less. */
  | { readonly kind: 'groups' }

interface Placed {
  readonly group: string
  /** As it stands in its group. */
  readonly row: ConversationRow
}

/**
 * The conversations of a connection, divided and filtered, newest first. Made in one pass over the rows; after that a change costs the place of one
 * row.
 */
export class Arrangement {
  readonly #groups = new Map<string, NewestFirst>()
  readonly #placed = new Map<Uuid, Placed>()
  /** When the next reply window closes: a conversation then changes its state though nothing was told of it. */
  #holdsUntil: Instant = Number.POSITIVE_INFINITY

  constructor(
    private readonly conversations: Conversations,
    private readonly grouping: Grouping,
    private readonly filter: Filter | undefined,
    now: Instant
  ) {
    const rowsOf = new Map<string, ConversationRow[]>()
    for (const row of conversations.rows()) {
      const group = this.#groupOf(row, now)
      if (group === undefined) continue
      const rows = rowsOf.get(group)
      if (rows) rows.push(row)
      else rowsOf.set(group, [row])
      this.#placed.set(row.id, { group, row })
    }
    for (const [group, rows] of rowsOf) this.#groups.set(group, new NewestFirst(rows))
  }

  /** The keys of the groups that have rows, in no order: state, channel in the platform’s word, or queue id. Empty where there is none. */
  keys(): readonly string[] {
    return [...this.#groups.keys()]
  }

  rowsOf(group: string): readonly ConversationRow[] {
    return this.#groups.get(group)?.rows ?? []
  }

  /** How many are shown, in all groups together. */
  get count(): number {
    return this.#placed.size
  }

  /** Takes in what time alone has changed: the reply windows that have closed by `now`. */
  passTo(now: Instant): void {
    if (now < this.#holdsUntil) return
    this.#holdsUntil = Number.POSITIVE_INFINITY
    for (const { id } of this.conversations.rows().filter((row) => this.#groupOf(row, now) !== this.#placed.get(row.id)?.group))
      this.update(id, now)
  }

  /** Takes in what has become of one conversation. */
  update(id: Uuid, now: Instant): Rearranged {
    const before = this.#placed.get(id)
    const row = this.conversations.row(id)
    const group = row && this.#groupOf(row, now)
    if (row === undefined || group === undefined) return before ? this.#remove(before) : { kind: 'nothing' }
    this.#placed.set(id, { group, row })
    if (before?.group === group) {
      this.#groups.get(group)?.replace(before.row, row)
      return before.row.startedAt === row.startedAt ? { kind: 'row' } : { kind: 'rows', groups: [group] }
    }
    const left = before && this.#takeOut(before)
    const joined = this.#groups.get(group)
    if (joined) joined.add(row)
    else this.#groups.set(group, new NewestFirst([row]))
    const isOtherGroups = joined === undefined || left === 'emptied'
    return isOtherGroups ? { kind: 'groups' } : { kind: 'rows', groups: before ? [before.group, group] : [group] }
  }

  #remove(placed: Placed): Rearranged {
    this.#placed.delete(placed.row.id)
    return this.#takeOut(placed) === 'emptied' ? { kind: 'groups' } : { kind: 'rows', groups: [placed.group] }
  }

  #takeOut({ group, row }: Placed): 'emptied' | 'left' {
    const list = this.#groups.get(group)
    list?.remove(row)
    if (list?.isEmpty !== true) return 'left'
    this.#groups.delete(group)
    return 'emptied'
  }

  /** `undefined` for what the filter hides. */
  #groupOf(row: ConversationRow, now: Instant): string | undefined {
    const state = this.conversations.stateOfRow(row, now)
    if (state.kind === 'endedWindowOpen') this.#holdsUntil = Math.min(this.#holdsUntil, state.until)
    if (this.filter?.matches(row, this.conversations) === false) return undefined
    switch (this.grouping) {
      case 'state':
        return state.kind
      case 'channel':
        return row.messengerType ?? ''
      case 'queue':
        return row.queueId ?? ''
      case 'connection':
      case 'time':
        return undivided
    }
  }
}
