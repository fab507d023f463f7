import * as vscode from 'vscode'
import { legsOf } from '../../model/conversation'
import type { StateKind } from '../../model/state'
import type { Connections, ConnectionsChange } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import type { Disposable } from '../../store/emitter'
import { ReportedError, reportFailure } from '../failures'
import type { Log } from '../log'
import { cancellable } from '../progress'
import { connectionItem } from './connectionItem'
import { conversationItem, itemOf } from './items'
import { groupOrder, type ConversationNode, type Node } from './nodes'

/** A conversation that is shown, and the group it is shown in. */
interface Shown {
  readonly node: ConversationNode
  readonly group: StateKind
}

const keyOf = ({ connectionId, id }: ConversationRef): string => `${connectionId}/${id}`

/** The Conversations view: connections, their conversations grouped by state, communications and messages. */
export class ConversationsTree implements vscode.Disposable {
  readonly #shown = new Map<string, Shown>()
  readonly #subscription: Disposable

  constructor(
    private readonly connections: Connections,
    changed: vscode.EventEmitter<Node | undefined>,
    private readonly restore: () => Promise<void>,
    private readonly log: Log
  ) {
    this.#subscription = connections.onDidChange((change) => {
      changed.fire(this.#affected(change))
    })
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'connection') {
      const known = this.connections.find(node.id)
      return known ? connectionItem(known) : new vscode.TreeItem(node.id)
    }
    const open = this.connections.get(node.connectionId)
    if (!open) return new vscode.TreeItem(node.kind)
    if (node.kind !== 'conversation') return itemOf(node, open.connection.now())
    const conversation = open.conversations.get(node.id)
    return conversation
      ? conversationItem(node.connectionId, conversation, open.conversations.stateOf(conversation), open.connection.now())
      : new vscode.TreeItem(node.id)
  }

  getChildren(node?: Node): Promise<Node[]> | Node[] {
    switch (node?.kind) {
      case undefined:
        return this.#roots()
      case 'connection':
        return this.#groups(node.id)
      case 'group':
        return this.#conversationsIn(node.connectionId, node.state)
      case 'conversation':
        return this.#legs(node)
      case 'leg':
        return node.of.leg.messages.map((message) => ({ kind: 'message', connectionId: node.connectionId, of: node.of, message }))
      case 'message':
        return []
    }
  }

  dispose(): void {
    this.#subscription.dispose()
  }

  /** The row to refresh: a conversation’s own when it stays in its group, else the whole view. */
  #affected(change: ConnectionsChange): Node | undefined {
    if (change.kind !== 'conversations' || change.change.kind === 'all') return undefined
    const { id } = change.change
    const shown = this.#shown.get(keyOf({ connectionId: change.id, id }))
    const conversations = this.connections.get(change.id)?.conversations
    const conversation = conversations?.get(id)
    return shown && conversations && conversation && conversations.stateOf(conversation).kind === shown.group ? shown.node : undefined
  }

  async #roots(): Promise<Node[]> {
    try {
      await this.restore()
    } catch (error) {
      void reportFailure(error, 'connecting', this.log)
    }
    return this.connections.known().map(({ facts }) => ({ kind: 'connection', id: facts.id }))
  }

  #groups(connectionId: string): Node[] {
    const conversations = this.connections.get(connectionId)?.conversations
    if (!conversations) return []
    const counts = new Map<StateKind, number>()
    for (const conversation of conversations.all()) {
      const { kind } = conversations.stateOf(conversation)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    return groupOrder.flatMap((state) => {
      const count = counts.get(state)
      return count === undefined ? [] : [{ kind: 'group', connectionId, state, count }]
    })
  }

  #conversationsIn(connectionId: string, group: StateKind): Node[] {
    const conversations = this.connections.get(connectionId)?.conversations
    if (!conversations) return []
    return conversations
      .all()
      .filter((conversation) => conversations.stateOf(conversation).kind === group)
      .sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0))
      .map(({ id }) => this.#show({ connectionId, id }, group))
  }

  /** Analytics knows no messages: what comes from there is read live first. */
  async #legs({ connectionId, id }: ConversationNode): Promise<Node[]> {
    const conversations = this.connections.get(connectionId)?.conversations
    if (!conversations) return []
    if (conversations.get(id)?.reading === 'analytics') {
      const title = vscode.l10n.t('Reading a conversation')
      const conversation = (await cancellable(title, (signal) => conversations.read(id, signal)))?.conversation
      if (conversation?.known === false) void reportFailure(new ReportedError(conversation.why), 'reading a conversation', this.log)
    }
    const conversation = conversations.get(id)
    return conversation ? legsOf(conversation).map((of) => ({ kind: 'leg', connectionId, conversationId: id, of })) : []
  }

  #show(ref: ConversationRef, group: StateKind): ConversationNode {
    const node = this.#shown.get(keyOf(ref))?.node ?? { kind: 'conversation', ...ref }
    this.#shown.set(keyOf(ref), { node, group })
    return node
  }
}
