import * as vscode from 'vscode'
import { legsOf } from '../../model/conversation'
import type { Uuid } from '../../model/ids'
import type { StateKind } from '../../model/state'
import type { Conversations, StoreChange } from '../../store/conversations'
import type { Disposable } from '../../store/emitter'
import { ReportedError, reportFailure } from '../failures'
import type { Log } from '../log'
import { conversationItem, itemOf } from './items'
import { groupOrder, type ConversationNode, type Node } from './nodes'

/** A conversation that is shown, and the group it is shown in. */
interface Shown {
  readonly node: ConversationNode
  readonly group: StateKind
}

/** The Conversations view: connection, groups by state, conversations, their communications and messages. */
export class ConversationsTree implements vscode.Disposable {
  readonly #shown = new Map<Uuid, Shown>()
  readonly #subscription: Disposable

  constructor(
    private readonly conversations: Conversations,
    changed: vscode.EventEmitter<Node | undefined>,
    private readonly restore: () => Promise<void>,
    private readonly log: Log
  ) {
    this.#subscription = conversations.onDidChange((change) => {
      changed.fire(this.#affected(change))
    })
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind !== 'conversation') return itemOf(node, this.conversations.now())
    const conversation = this.conversations.get(node.id)
    return conversation
      ? conversationItem(conversation, this.conversations.stateOf(conversation), this.conversations.now())
      : new vscode.TreeItem(node.id)
  }

  getChildren(node?: Node): Promise<Node[]> | Node[] {
    switch (node?.kind) {
      case undefined:
        return this.#roots()
      case 'connection':
        return this.#groups()
      case 'group':
        return this.#conversationsIn(node.state)
      case 'conversation':
        return this.#legs(node.id)
      case 'leg':
        return node.of.leg.messages.map((message) => ({ kind: 'message', of: node.of, message }))
      case 'message':
        return []
    }
  }

  dispose(): void {
    this.#subscription.dispose()
  }

  /** The row to refresh: a conversation’s own when it stays in its group, else the whole view. */
  #affected(change: StoreChange): Node | undefined {
    if (change.kind === 'all') return undefined
    const shown = this.#shown.get(change.id)
    const conversation = this.conversations.get(change.id)
    return shown && conversation && this.conversations.stateOf(conversation).kind === shown.group ? shown.node : undefined
  }

  async #roots(): Promise<Node[]> {
    try {
      await this.restore()
    } catch (error) {
      void reportFailure(error, 'connecting', this.log)
    }
    const { connection } = this.conversations
    return connection ? [{ kind: 'connection', name: connection.organisation, sandbox: connection.isSandbox }] : []
  }

  #groups(): Node[] {
    const counts = new Map<StateKind, number>()
    for (const conversation of this.conversations.all()) {
      const { kind } = this.conversations.stateOf(conversation)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    return groupOrder.flatMap((state) => {
      const count = counts.get(state)
      return count === undefined ? [] : [{ kind: 'group', state, count }]
    })
  }

  #conversationsIn(group: StateKind): Node[] {
    return this.conversations
      .all()
      .filter((conversation) => this.conversations.stateOf(conversation).kind === group)
      .sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0))
      .map(({ id }) => this.#show(id, group))
  }

  /** Analytics knows no messages: what comes from there is read live first. */
  async #legs(id: Uuid): Promise<Node[]> {
    if (this.conversations.get(id)?.reading === 'analytics') {
      const { conversation } = await this.conversations.read(id)
      if (!conversation.known) void reportFailure(new ReportedError(conversation.why), 'reading a conversation', this.log)
    }
    const conversation = this.conversations.get(id)
    return conversation ? legsOf(conversation).map((of) => ({ kind: 'leg', conversationId: id, of })) : []
  }

  #show(id: Uuid, group: StateKind): ConversationNode {
    const node = this.#shown.get(id)?.node ?? { kind: 'conversation', id }
    this.#shown.set(id, { node, group })
    return node
  }
}
