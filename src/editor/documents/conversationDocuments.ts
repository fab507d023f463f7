import * as vscode from 'vscode'
import { lineOf, writtenRecord, type RecordPlace } from '../../model/recordPlace'
import { concerns, type Connections, type ConnectionsChange, type OpenConnection } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import { notConnected, sentenceOf } from '../failures'
import { cancellable } from '../progress'
import { documentRefOf, documentUri, type DocumentRef } from './documentUri'
import { diagnosisDocument, transcriptDocument } from './markdown/documents'
import { messagesWritten, writeDown } from './writeDown'

const isMarkdown = ({ kind }: DocumentRef): boolean => kind === 'diagnosis' || kind === 'transcript'

/** Whether a change may be seen in a document. */
const isSeenIn = ({ of }: DocumentRef, change: ConnectionsChange): boolean => {
  switch (change.kind) {
    case 'list':
      return true
    case 'connection':
      return change.id === of.connectionId
    case 'conversations':
      return concerns(change, of)
  }
}

/** Conversations, their messages, records, diagnoses and transcripts as read-only documents, which follow what they show. */
export class ConversationDocuments implements vscode.Disposable {
  /** Those that have been shown and not closed since. */
  readonly #shown = new Map<string, { readonly uri: vscode.Uri; readonly ref: DocumentRef }>()
  readonly #shownChanged = new vscode.EventEmitter<void>()
  readonly #subscriptions: vscode.Disposable

  /** Another document is shown, or one is not any more. */
  readonly onDidChangeConversations = this.#shownChanged.event

  constructor(
    private readonly connections: Connections,
    private readonly changed: vscode.EventEmitter<vscode.Uri>,
    /** Restores the connections of the last time, and waits for this one. */
    private readonly restored: (connectionId: string) => Promise<void>
  ) {
    this.#subscriptions = vscode.Disposable.from(
      connections.onDidChange((change) => {
        for (const { uri, ref } of [...this.#shown.values()]) if (isSeenIn(ref, change)) this.changed.fire(uri)
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#shown.delete(uri.toString())) this.#shownChanged.fire()
      }),
      this.#shownChanged
    )
  }

  /** The conversations of the documents that are shown. */
  get conversations(): readonly ConversationRef[] {
    return [...this.#shown.values()].map(({ ref }) => ref.of)
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const ref = documentRefOf(uri)
    if (!ref) return ''
    this.#show(uri, ref)
    try {
      await this.restored(ref.of.connectionId)
      return await this.#write(ref)
    } catch (error) {
      return isMarkdown(ref) ? `${sentenceOf(error)}\n` : writtenRecord({ error: sentenceOf(error) })
    }
  }

  /**
   * Opens a document, read anew. Rejects with `PlatformError` when it cannot be read.
   * @param customer whom the conversation is with, for the tab
   * @param fact what to select in it; the document is opened beside the editor in front then
   */
  async open(ref: DocumentRef, customer: string, fact?: RecordPlace): Promise<void> {
    const { connectionId, id } = ref.of
    const read = await cancellable(vscode.l10n.t('Reading a conversation'), async (signal) => {
      if (isMarkdown(ref)) await this.#openConnection(connectionId).conversations.read(id, signal)
      await this.#write(ref, signal)
      return true
    })
    if (read === undefined) return
    const uri = documentUri(ref, customer)
    this.changed.fire(uri)
    const document = await vscode.workspace.openTextDocument(uri)
    if (fact) await this.#showFact(document, fact)
    else await vscode.window.showTextDocument(document, { preview: true })
  }

  dispose(): void {
    this.#subscriptions.dispose()
  }

  async #showFact(document: vscode.TextDocument, fact: RecordPlace): Promise<void> {
    const editor = await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside })
    const line = lineOf(JSON.parse(document.getText()), fact)
    if (line === undefined) return
    const { range } = document.lineAt(line)
    editor.selection = new vscode.Selection(
      range.start.with({ character: document.lineAt(line).firstNonWhitespaceCharacterIndex }),
      range.end
    )
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter)
  }

  #show(uri: vscode.Uri, ref: DocumentRef): void {
    const key = uri.toString()
    if (this.#shown.has(key)) return
    this.#shown.set(key, { uri, ref })
    this.#shownChanged.fire()
  }

  #openConnection(connectionId: string): OpenConnection {
    const open = this.connections.get(connectionId)
    if (!open) throw notConnected(this.connections.find(connectionId))
    return open
  }

  async #write(ref: DocumentRef, signal?: AbortSignal): Promise<string> {
    const open = this.#openConnection(ref.of.connectionId)
    const { connection } = open
    const { id } = ref.of
    switch (ref.kind) {
      case 'conversation':
        return writtenRecord(await connection.readRaw(id, signal))
      case 'analytics':
        return writtenRecord(await connection.records.analytics(id, signal))
      case 'message':
        return writtenRecord(await connection.records.message(id, ref.messageId, signal))
      case 'diagnosis':
        return diagnosisDocument(await writeDown(open, id, signal))
      case 'transcript': {
        const written = await writeDown(open, id, signal)
        return transcriptDocument(written, await messagesWritten(open, written, signal))
      }
    }
  }
}
