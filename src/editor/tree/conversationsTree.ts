import * as vscode from 'vscode'
import { legsOf } from '../../model/conversation'
import type { ConversationRow } from '../../model/conversationRow'
import type { Connections, ConnectionsChange } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import type { Disposable } from '../../store/emitter'
import { ReportedError, reportFailure } from '../failures'
import type { Log } from '../log'
import { cancellable } from '../progress'
import { Arrangements } from './arrangements'
import { connectionItem } from './connectionItem'
import { conversationItem, conversationTooltip } from './conversationItem'
import { groupItem, inOrder } from './groupItem'
import { itemOf } from './items'
import { pageRows, type ConnectionNode, type ConversationNode, type GroupNode, type Node } from './nodes'
import type { ViewOptions } from './viewOptions'

/** Changes of the whole list come by the page while it is read: the view is drawn no more often than this. */
const redrawMs = 250

/** How long a conversation has waited is shown in minutes. */
const minuteMs = 60_000

const keyOf = ({ connectionId, id }: ConversationRef): string => `${connectionId}/${id}`

/** The Conversations view: connections, their conversations in groups, communications and messages. Only what is looked at is built. */
export class ConversationsTree implements vscode.Disposable {
  readonly #connectionNodes = new Map<string, ConnectionNode>()
  readonly #groupNodes = new Map<string, GroupNode>()
  /** The conversations that are shown. */
  readonly #conversationNodes = new Map<string, ConversationNode>()
  /** How many rows of a group are shown, where it is more than a page. */
  readonly #shownRows = new Map<string, number>()
  readonly #arrangements: Arrangements
  readonly #subscriptions: readonly Disposable[]
  readonly #minutes: NodeJS.Timeout
  #redraw: NodeJS.Timeout | undefined
  #drawnAt = 0

  constructor(
    private readonly connections: Connections,
    private readonly options: ViewOptions,
    private readonly changed: vscode.EventEmitter<Node | undefined>,
    private readonly restore: () => Promise<void>,
    private readonly log: Log
  ) {
    this.#arrangements = new Arrangements(connections, options)
    this.#subscriptions = [
      connections.onDidChange((change) => {
        this.#show(change)
      }),
      options.onDidChange(() => {
        this.#shownRows.clear()
        this.#groupNodes.clear()
        this.#arrangements.drop()
        this.#drawAll()
      })
    ]
    this.#minutes = setInterval(() => {
      this.#arrangements.passTime()
      if (this.connections.all().length > 0) this.#drawAll()
    }, minuteMs)
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'connection') {
      const known = this.connections.find(node.id)
      return known ? connectionItem(known) : new vscode.TreeItem(node.id)
    }
    const open = this.connections.get(node.connectionId)
    if (!open) return new vscode.TreeItem(node.kind)
    switch (node.kind) {
      case 'conversation': {
        const row = open.conversations.row(node.id)
        return row ? conversationItem(open, row, this.options.grouping) : new vscode.TreeItem(node.id)
      }
      case 'group': {
        const arrangement = this.#arrangements.of(node.connectionId)
        return groupItem(node, open.conversations, arrangement?.rowsOf(node.key) ?? [], (arrangement?.keys() ?? []).length)
      }
      case 'leg':
      case 'message':
      case 'more':
      case 'older':
        return itemOf(node, open.connection.now())
    }
  }

  /** Adds what is shown only when somebody points at a row. */
  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    if (node.kind !== 'conversation') return item
    const open = this.connections.get(node.connectionId)
    const row = open?.conversations.row(node.id)
    if (open && row) item.tooltip = conversationTooltip(open, row)
    return item
  }

  getChildren(node?: Node): Promise<Node[]> | Node[] {
    switch (node?.kind) {
      case undefined:
        return this.#roots()
      case 'connection':
        return this.connections.get(node.id) ? this.#groupsOf(node.id) : []
      case 'group':
        return this.#page(node.connectionId, node.key)
      case 'conversation':
        return this.#legs(node)
      case 'leg':
        return node.of.leg.messages.map((message) => ({ ...node, kind: 'message', message }))
      case 'message':
      case 'more':
      case 'older':
        return []
    }
  }

  /** Shows another page of a group. */
  showMore(connectionId: string, group: string): void {
    const key = `${connectionId}/${group}`
    this.#shownRows.set(key, (this.#shownRows.get(key) ?? pageRows) + pageRows)
    this.changed.fire(this.#groupNodes.get(key) ?? this.#connectionNodes.get(connectionId))
  }

  /** How many conversations of the open connections the filter shows, of how many. */
  get counts(): { readonly shown: number; readonly all: number } {
    let [shown, all] = [0, 0]
    for (const { id, conversations } of this.connections.all()) {
      shown += this.#arrangements.of(id)?.count ?? 0
      all += conversations.rows().length
    }
    return { shown, all }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
    clearInterval(this.#minutes)
    clearTimeout(this.#redraw)
  }

  #show(change: ConnectionsChange): void {
    if (change.kind !== 'conversations') {
      this.#arrangements.drop(change.kind === 'connection' ? change.id : undefined)
      this.#drawAll()
    } else if (change.change.kind === 'all') {
      this.#arrangements.drop(change.id)
      this.#drawSoon()
    } else this.#showOne({ connectionId: change.id, id: change.change.id })
  }

  /** Refreshes a conversation’s own row when it stays where it is, else the groups that have another row. */
  #showOne(ref: ConversationRef): void {
    const rearranged = this.#arrangements.update(ref.connectionId, ref.id)
    switch (rearranged.kind) {
      case 'nothing':
        return
      case 'row': {
        const node = this.#conversationNodes.get(keyOf(ref))
        if (node) this.changed.fire(node)
        return
      }
      case 'rows':
        for (const group of rearranged.groups)
          this.changed.fire(this.#groupNodes.get(`${ref.connectionId}/${group}`) ?? this.#connectionNodes.get(ref.connectionId))
        return
      case 'groups':
        this.changed.fire(this.#connectionNodes.get(ref.connectionId))
    }
  }

  #drawAll(): void {
    clearTimeout(this.#redraw)
    this.#redraw = undefined
    this.#drawnAt = Date.now()
    this.#conversationNodes.clear()
    this.changed.fire(undefined)
  }

  #drawSoon(): void {
    const wait = this.#drawnAt + redrawMs - Date.now()
    if (wait <= 0) this.#drawAll()
    else
      this.#redraw ??= setTimeout(() => {
        this.#drawAll()
      }, wait)
  }

  async #roots(): Promise<Node[]> {
    try {
      await this.restore()
    } catch (error) {
      void reportFailure(error, 'connecting', this.log)
    }
    return this.connections.known().map(({ facts }) => kept(this.#connectionNodes, facts.id, () => ({ kind: 'connection', id: facts.id })))
  }

  #groupsOf(connectionId: string): Node[] {
    const open = this.connections.get(connectionId)
    const arrangement = this.#arrangements.of(connectionId)
    if (!open || !arrangement) return []
    const { grouping } = this.options
    if (grouping === 'time') return [...this.#page(connectionId, ''), { kind: 'older', connectionId }]
    const groups: Node[] = inOrder(arrangement.keys(), grouping, open.conversations).map((key) =>
      kept<GroupNode>(this.#groupNodes, `${connectionId}/${key}`, () => ({ kind: 'group', connectionId, grouping, key }))
    )
    return [...groups, { kind: 'older', connectionId }]
  }

  #page(connectionId: string, group: string): Node[] {
    const rows = this.#arrangements.of(connectionId)?.rowsOf(group) ?? []
    const shown = rows.slice(0, this.#shownRows.get(`${connectionId}/${group}`) ?? pageRows)
    const nodes = shown.map((row) => this.#conversationNode(connectionId, row))
    const hidden = rows.length - shown.length
    return hidden > 0 ? [...nodes, { kind: 'more', connectionId, group, hidden }] : nodes
  }

  #conversationNode(connectionId: string, { id }: ConversationRow): ConversationNode {
    return kept(this.#conversationNodes, keyOf({ connectionId, id }), () => ({ kind: 'conversation', connectionId, id }))
  }

  /** A row holds no communications: the conversation is read live first. */
  async #legs({ connectionId, id }: ConversationNode): Promise<Node[]> {
    const conversations = this.connections.get(connectionId)?.conversations
    if (!conversations) return []
    if (!conversations.get(id)) {
      const title = vscode.l10n.t('Reading a conversation')
      const conversation = (await cancellable(title, (signal) => conversations.read(id, signal)))?.conversation
      if (conversation?.known === false) void reportFailure(new ReportedError(conversation.why), 'reading a conversation', this.log)
    }
    const conversation = conversations.get(id)
    return conversation ? legsOf(conversation).map((of) => ({ kind: 'leg', connectionId, conversationId: id, of })) : []
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
