import type { Connections, OpenConnection } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import { isDivision, undivided } from '../../store/listing/arrangement'
import { newestOf } from '../../store/listing/newestFirst'
import type { Arrangements } from './arrangements'
import { inOrder } from './groupItem'
import { pageRows, type ConnectionNode, type ConversationNode, type GroupNode, type MoreNode, type Node, type OlderNode } from './nodes'
import type { ViewOptions } from './viewOptions'

const keyOf = ({ connectionId, id }: ConversationRef): string => `${connectionId}/${id}`

/** The list that all connections have together. */
const together = 'together'

const listOf = (connectionId: string | undefined, group: string): string =>
  connectionId === undefined ? together : `${connectionId}/${group}`

/**
 * The lists of the Conversations view: which rows stand under which, a page of each. The node of a connection, of a group and of a conversation stays
 * the same object as long as it is shown.
 */
export class Lists {
  readonly #connectionNodes = new Map<string, ConnectionNode>()
  readonly #groupNodes = new Map<string, GroupNode>()
  /** The conversations that are shown. */
  readonly #conversationNodes = new Map<string, ConversationNode>()
  /** How many rows of a list are shown, where it is more than a page. */
  readonly #shownRows = new Map<string, number>()

  constructor(
    private readonly connections: Connections,
    private readonly options: ViewOptions,
    private readonly arrangements: Arrangements
  ) {}

  /** Whether the conversations of all connections are one list, above which the connections stand. */
  get isTogether(): boolean {
    return this.options.grouping === 'time'
  }

  roots(): Node[] {
    const connections = this.connections
      .known()
      .map(({ facts }) => kept<ConnectionNode>(this.#connectionNodes, facts.id, () => ({ kind: 'connection', id: facts.id })))
    return this.isTogether ? [...connections, ...this.#allTogether()] : connections
  }

  /** Its groups, or its conversations where they are not divided. */
  underConnection(connectionId: string): Node[] {
    const open = this.connections.get(connectionId)
    const arrangement = this.arrangements.of(connectionId)
    if (!open || !arrangement || this.isTogether) return []
    const older: OlderNode = { kind: 'older', connectionId, connection: undefined }
    const { grouping } = this.options
    if (!isDivision(grouping)) return [...this.underGroup(connectionId, undivided), older]
    const groups: Node[] = inOrder(arrangement.keys(), grouping, open.conversations).map((key) =>
      kept<GroupNode>(this.#groupNodes, listOf(connectionId, key), () => ({ kind: 'group', connectionId, division: grouping, key }))
    )
    return [...groups, older]
  }

  underGroup(connectionId: string, group: string): Node[] {
    const rows = this.arrangements.of(connectionId)?.rowsOf(group) ?? []
    const shown = rows.slice(0, this.#shown(listOf(connectionId, group)))
    const nodes = shown.map(({ id }) => this.#conversationNode({ connectionId, id }))
    const hidden = rows.length - shown.length
    return hidden > 0 ? [...nodes, { kind: 'more', connectionId, group, hidden }] : nodes
  }

  /** The row of a conversation, if it is shown. */
  nodeOf(ref: ConversationRef): ConversationNode | undefined {
    return this.#conversationNodes.get(keyOf(ref))
  }

  /** The row under which a list stands. `undefined` for the list of all connections, which stands under none. */
  heading(connectionId: string | undefined, group: string | undefined): Node | undefined {
    if (connectionId === undefined || this.isTogether) return undefined
    return (group === undefined ? undefined : this.#groupNodes.get(listOf(connectionId, group))) ?? this.#connectionNodes.get(connectionId)
  }

  /** The connection’s name, where its rows stand among those of others. */
  nameAmongOthers({ name }: OpenConnection): string | undefined {
    return this.isTogether && this.connections.all().length > 1 ? name : undefined
  }

  /** Shows another page of a list. */
  showMore(connectionId: string | undefined, group: string): void {
    const list = listOf(connectionId, group)
    this.#shownRows.set(list, this.#shown(list) + pageRows)
  }

  /** The lists are others: a page of each is shown. */
  rearranged(): void {
    this.#shownRows.clear()
    this.#groupNodes.clear()
  }

  /** Every row is asked for again. */
  forgetRows(): void {
    this.#conversationNodes.clear()
  }

  #shown(list: string): number {
    return this.#shownRows.get(list) ?? pageRows
  }

  #allTogether(): Node[] {
    const open = this.connections.all()
    const lists = open.map(({ id }) => ({ from: id, rows: this.arrangements.of(id)?.rowsOf(undivided) ?? [] }))
    const shown = newestOf(lists, this.#shown(together))
    const hidden = lists.reduce((sum, { rows }) => sum + rows.length, 0) - shown.length
    const more: MoreNode = { kind: 'more', connectionId: undefined, group: undivided, hidden }
    return [
      ...shown.map(({ from, row: { id } }) => this.#conversationNode({ connectionId: from, id })),
      ...(hidden > 0 ? [more] : []),
      ...open.map((each): OlderNode => ({ kind: 'older', connectionId: each.id, connection: this.nameAmongOthers(each) }))
    ]
  }

  #conversationNode(ref: ConversationRef): ConversationNode {
    return kept<ConversationNode>(this.#conversationNodes, keyOf(ref), () => ({ kind: 'conversation', ...ref }))
  }
}

/** What is kept under the key, else what is made now. */
const kept = <Value>(all: Map<string, Value>, key: string, make: () => Value): Value => {
  const there = all.get(key)
  if (there !== undefined) return there
  const made = make()
  all.set(key, made)
  return made
}
