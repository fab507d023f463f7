import * as vscode from 'vscode'
import { legsOf, type Conversation, type LegOf, type MessageRecord } from '../../model/conversation'
import type { MessageContent } from '../../model/messageContent'
import { PlatformError } from '../../genesys/platformError'
import type { ConversationRef } from '../../store/conversationRef'
import type { Connections, OpenConnection } from '../../store/connections'
import { ReportedError, reportFailure } from '../failures'
import type { OpenConversations } from '../live/watching'
import type { Log } from '../log'
import { cancellable } from '../progress'
import { pageRows, type ConversationNode, type EarlierNode, type LegNode, type MessageNode } from './nodes'

interface Unfolded {
  readonly ref: ConversationRef
  /** How many messages are shown, the latest. */
  shownMessages: number
  /** The messages whose texts have been asked for; what they say once it has come. */
  readonly contents: Map<string, MessageContent | undefined>
  readonly folded: AbortController
}

interface Sent {
  readonly of: LegOf
  readonly message: MessageRecord
}

/** In the order in which they were sent; what has no time comes last. */
const inOrder = (conversation: Conversation): readonly Sent[] =>
  legsOf(conversation)
    .flatMap((of) => of.leg.messages.map((message) => ({ of, message })))
    .sort((a, b) => (a.message.at ?? Number.MAX_SAFE_INTEGER) - (b.message.at ?? Number.MAX_SAFE_INTEGER))

const keyOf = ({ connectionId, id }: ConversationRef): string => `${connectionId}/${id}`

const refOf = ({ connectionId, conversationId }: MessageNode): ConversationRef => ({ connectionId, id: conversationId })

/** The conversations whose rows are unfolded: their communications, and their latest messages with what these say. */
export class UnfoldedConversations implements OpenConversations, vscode.Disposable {
  readonly #unfolded = new Map<string, Unfolded>()
  readonly #changes = new vscode.EventEmitter<void>()

  readonly onDidChangeConversations = this.#changes.event

  /** @param changed what stands under the conversation’s row is another */
  constructor(
    private readonly connections: Connections,
    private readonly changed: (ref: ConversationRef) => void,
    private readonly log: Log
  ) {}

  get conversations(): readonly ConversationRef[] {
    return [...this.#unfolded.values()].map(({ ref }) => ref)
  }

  has(ref: ConversationRef): boolean {
    return this.#unfolded.has(keyOf(ref))
  }

  /** What stands under the row. Lists hold no communications: the conversation is read live first. Texts of messages follow by themselves. */
  async childrenOf({ connectionId, id }: ConversationNode): Promise<(LegNode | EarlierNode | MessageNode)[]> {
    const open = this.connections.get(connectionId)
    if (!open) return []
    const ref = { connectionId, id }
    const unfolded = this.#unfold(ref)
    const conversation = open.conversations.get(id) ?? (await this.#read(open, ref))
    if (!conversation) return []
    const sent = inOrder(conversation)
    const shown = sent.slice(-unfolded.shownMessages)
    void this.#readTexts(open, unfolded, shown)
    const node = { connectionId, conversationId: id }
    const hidden = sent.length - shown.length
    return [
      ...legsOf(conversation).map((of): LegNode => ({ kind: 'leg', ...node, of })),
      ...(hidden > 0 ? [{ kind: 'earlier' as const, ...node, hidden }] : []),
      ...shown.map((one): MessageNode => ({ kind: 'message', ...node, ...one }))
    ]
  }

  /** What a message says; `undefined` as long as it has not been read. */
  contentOf(node: MessageNode): MessageContent | undefined {
    return this.#unfolded.get(keyOf(refOf(node)))?.contents.get(node.message.id)
  }

  /** Shows another page of messages. */
  showEarlier(ref: ConversationRef): void {
    const unfolded = this.#unfolded.get(keyOf(ref))
    if (!unfolded) return
    unfolded.shownMessages += pageRows
    this.changed(unfolded.ref)
  }

  /** The row has been folded. */
  fold(ref: ConversationRef): void {
    this.#unfolded.get(keyOf(ref))?.folded.abort()
    if (this.#unfolded.delete(keyOf(ref))) this.#changes.fire()
  }

  dispose(): void {
    for (const { folded } of this.#unfolded.values()) folded.abort()
    this.#unfolded.clear()
    this.#changes.dispose()
  }

  #unfold(ref: ConversationRef): Unfolded {
    const already = this.#unfolded.get(keyOf(ref))
    if (already) return already
    const unfolded = { ref, shownMessages: pageRows, contents: new Map(), folded: new AbortController() }
    this.#unfolded.set(keyOf(ref), unfolded)
    this.#changes.fire()
    return unfolded
  }

  async #read({ conversations }: OpenConnection, { id }: ConversationRef): Promise<Conversation | undefined> {
    const read = await cancellable(vscode.l10n.t('Reading a conversation'), (signal) => conversations.read(id, signal))
    if (read?.conversation.known === false) void reportFailure(new ReportedError(read.conversation.why), 'reading a conversation', this.log)
    return conversations.get(id)
  }

  /** Each message is asked for once: one whose text is not told is shown without. */
  async #readTexts({ connection }: OpenConnection, { ref, contents, folded }: Unfolded, sent: readonly Sent[]): Promise<void> {
    const ids = sent.map(({ message }) => message.id).filter((id) => !contents.has(id))
    if (ids.length === 0) return
    for (const id of ids) contents.set(id, undefined)
    try {
      for (const [id, content] of await connection.records.messageContents(ref.id, ids, folded.signal)) contents.set(id, content)
      this.changed(ref)
    } catch (error) {
      if (!PlatformError.isCancelled(error)) this.log.error('reading what messages say', error)
    }
  }
}
