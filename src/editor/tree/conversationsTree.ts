import * as vscode from 'vscode'
import { parseUuid } from '../../model/ids'
import type { Connections, ConnectionsChange } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import type { Disposable } from '../../store/emitter'
import { reportFailure } from '../failures'
import type { Log } from '../log'
import { Arrangements } from './arrangements'
import { connectionItem } from './connectionItem'
import { conversationItem } from './conversationItem'
import { conversationTooltip } from './conversationTooltip'
import { groupItem } from './groupItem'
import { legItem, legTooltip } from './legItem'
import { Lists } from './lists'
import { messageItem, messageTooltip } from './messageItem'
import { moreItem } from './moreItem'
import type { ConversationNode, GroupNode, Node } from './nodes'
import { UnfoldedConversations } from './unfoldedConversations'
import type { ViewOptions } from './viewOptions'

/** Changes of the whole list come by the page while it is read: the view is drawn no more often than this. */
const redrawMs = 250

/** How long a conversation has waited is shown in minutes. */
const minuteMs = 60_000

/** What there is more of: rows of a group, of which `connectionId` may be none, or messages of a conversation. */
export type MoreOf =
  | { readonly kind: 'more'; readonly connectionId?: string | undefined; readonly group: string }
  | { readonly kind: 'earlier'; readonly connectionId: string; readonly conversationId: string }

/** The Conversations view: connections, their conversations in groups, communications and messages. Only what is looked at is built. */
export class ConversationsTree implements vscode.Disposable {
  readonly unfolded: UnfoldedConversations
  readonly #arrangements: Arrangements
  readonly #lists: Lists
  readonly #subscriptions: readonly Disposable[]
  readonly #minutes: NodeJS.Timeout
  #redraw: NodeJS.Timeout | undefined
  #drawnAt = 0
  /** The connections whose rows could be unfolded when all was drawn last. */
  #drawnOpen: ReadonlySet<string> = new Set()

  constructor(
    private readonly connections: Connections,
    private readonly options: ViewOptions,
    private readonly changed: vscode.EventEmitter<Node | undefined>,
    private readonly restore: () => Promise<void>,
    private readonly log: Log
  ) {
    this.#arrangements = new Arrangements(connections, options)
    this.#lists = new Lists(connections, options, this.#arrangements)
    this.unfolded = new UnfoldedConversations(
      connections,
      (ref) => {
        this.#drawRow(ref)
      },
      log
    )
    this.#subscriptions = [
      connections.onDidChange((change) => {
        this.#show(change)
      }),
      options.onDidChange(() => {
        this.#lists.rearranged()
        this.#arrangements.drop()
        this.#drawAll()
      })
    ]
    this.#minutes = setInterval(() => {
      this.#arrangements.passTime()
      this.#drawLists()
    }, minuteMs)
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'connection': {
        const known = this.connections.find(node.id)
        return known ? connectionItem(known, !this.#lists.isTogether) : new vscode.TreeItem(node.id)
      }
      case 'group':
        return this.#groupItem(node)
      case 'conversation':
        return this.#conversationItem(node)
      case 'leg':
        return legItem(node, this.#nowOf(node.connectionId))
      case 'message':
        return messageItem(node, this.unfolded.contentOf(node), this.#nowOf(node.connectionId))
      case 'more':
      case 'earlier':
      case 'older':
        return moreItem(node)
    }
  }

  /** Adds what is shown only when somebody points at a row. */
  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    const tooltip = this.#tooltipOf(node)
    if (tooltip) item.tooltip = tooltip
    return item
  }

  getChildren(node?: Node): Promise<Node[]> | Node[] {
    switch (node?.kind) {
      case undefined:
        return this.#roots()
      case 'connection':
        return this.#lists.underConnection(node.id)
      case 'group':
        return this.#lists.underGroup(node.connectionId, node.key)
      case 'conversation':
        return this.unfolded.childrenOf(node)
      case 'leg':
      case 'message':
      case 'more':
      case 'earlier':
      case 'older':
        return []
    }
  }

  /** Shows another page. */
  showMore(of: MoreOf): void {
    switch (of.kind) {
      case 'more':
        this.#lists.showMore(of.connectionId, of.group)
        this.changed.fire(this.#lists.heading(of.connectionId, of.group))
        return
      case 'earlier': {
        const id = parseUuid(of.conversationId)
        if (id !== undefined) this.unfolded.showEarlier({ connectionId: of.connectionId, id })
      }
    }
  }

  /** Somebody has folded a row. */
  fold(node: Node): void {
    if (node.kind === 'conversation') this.unfolded.fold(node)
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
    this.unfolded.dispose()
  }

  #show(change: ConnectionsChange): void {
    if (change.kind === 'list') {
      this.#arrangements.drop()
      this.#drawAll()
    } else if (change.kind === 'connection') {
      this.#arrangements.drop(change.id)
      const isAsDrawn = this.#drawnOpen.has(change.id) === (this.connections.get(change.id) !== undefined)
      if (isAsDrawn) this.changed.fire(this.#lists.heading(change.id, undefined))
      else this.#drawAll()
    } else if (change.change.kind === 'all') {
      this.#arrangements.drop(change.id)
      this.#drawSoon()
    } else this.#showOne({ connectionId: change.id, id: change.change.id })
  }

  /** Refreshes a conversation’s own row when it stays where it is, else the lists that have another row. */
  #showOne(ref: ConversationRef): void {
    const rearranged = this.#arrangements.update(ref.connectionId, ref.id)
    switch (rearranged.kind) {
      case 'nothing':
        return
      case 'row':
        this.#drawRow(ref)
        return
      case 'rows': {
        // A row that moves keeps the focus and the selection only where what it leaves and what it joins are drawn as one.
        const isMoved = rearranged.groups.length > 1 && this.#lists.nodeOf(ref) !== undefined
        const groups = isMoved ? [undefined] : rearranged.groups
        for (const group of groups) this.changed.fire(this.#lists.heading(ref.connectionId, group))
        return
      }
      case 'groups':
        this.changed.fire(this.#lists.heading(ref.connectionId, undefined))
    }
  }

  #drawRow(ref: ConversationRef): void {
    const node = this.#lists.nodeOf(ref)
    if (node) this.changed.fire(node)
  }

  #drawAll(): void {
    clearTimeout(this.#redraw)
    this.#redraw = undefined
    this.#drawnAt = Date.now()
    this.#drawnOpen = new Set(this.connections.all().map(({ id }) => id))
    this.#lists.forgetRows()
    this.changed.fire(undefined)
  }

  /** Draws what stands under the connections. Where VS Code has to draw all anew, the focus may get lost. */
  #drawLists(): void {
    const headings = this.connections.all().map(({ id }) => this.#lists.heading(id, undefined))
    if (headings.includes(undefined)) {
      this.#drawAll()
      return
    }
    clearTimeout(this.#redraw)
    this.#redraw = undefined
    this.#drawnAt = Date.now()
    this.#lists.forgetRows()
    for (const heading of headings) this.changed.fire(heading)
  }

  #drawSoon(): void {
    const wait = this.#drawnAt + redrawMs - Date.now()
    if (wait <= 0) this.#drawLists()
    else
      this.#redraw ??= setTimeout(() => {
        this.#drawLists()
      }, wait)
  }

  async #roots(): Promise<Node[]> {
    try {
      await this.restore()
    } catch (error) {
      void reportFailure(error, 'connecting', this.log)
    }
    return this.#lists.roots()
  }

  #groupItem(node: GroupNode): vscode.TreeItem {
    const open = this.connections.get(node.connectionId)
    const arrangement = this.#arrangements.of(node.connectionId)
    return open && arrangement
      ? groupItem(node, open.conversations, arrangement.rowsOf(node.key), arrangement.keys().length)
      : new vscode.TreeItem(node.key)
  }

  #conversationItem({ connectionId, id }: ConversationNode): vscode.TreeItem {
    const open = this.connections.get(connectionId)
    const row = open?.conversations.row(id)
    return open && row
      ? conversationItem(open, row, {
          grouping: this.options.grouping,
          connection: this.#lists.nameAmongOthers(open),
          isUnfolded: this.unfolded.has({ connectionId, id })
        })
      : new vscode.TreeItem(id)
  }

  #tooltipOf(node: Node): vscode.MarkdownString | undefined {
    switch (node.kind) {
      case 'conversation': {
        const open = this.connections.get(node.connectionId)
        const row = open?.conversations.row(node.id)
        return open && row && conversationTooltip(open, row)
      }
      case 'leg':
        return legTooltip(node, this.#nowOf(node.connectionId))
      case 'message':
        return messageTooltip(node, this.unfolded.contentOf(node), this.#nowOf(node.connectionId))
      case 'connection':
      case 'group':
      case 'more':
      case 'earlier':
      case 'older':
        return undefined
    }
  }

  /** The organisation’s time; this machine’s once it is not connected any more. */
  #nowOf(connectionId: string): number {
    return this.connections.get(connectionId)?.connection.now() ?? Date.now()
  }
}
