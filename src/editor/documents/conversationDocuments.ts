import * as vscode from 'vscode'
import { parseUuid } from '../../model/ids'
import type { Connections } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import { notConnected, sentenceOf } from '../failures'
import { cancellable } from '../progress'

const scheme = 'genesys-messaging'

/** `genesys-messaging://{connectionId}/{conversationId}/{name}.json` */
const uriOf = ({ connectionId, id }: ConversationRef, name: string): vscode.Uri =>
  vscode.Uri.from({ scheme, authority: connectionId, path: `/${id}/${name.replaceAll(/[^\p{L}\p{N} +._-]/gu, '_')}.json` })

const refOf = ({ authority, path }: vscode.Uri): ConversationRef | undefined => {
  const id = parseUuid(path.split('/')[1] ?? '')
  return id && { connectionId: authority, id }
}

/** A conversation as the platform sends it, as a read-only document. */
export class ConversationDocuments {
  constructor(
    private readonly connections: Connections,
    private readonly changed: vscode.EventEmitter<vscode.Uri>,
    /** Restores the connections of the last time, and waits for this one. */
    private readonly restored: (connectionId: string) => Promise<void>
  ) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const ref = refOf(uri)
    if (!ref) return ''
    try {
      await this.restored(ref.connectionId)
      return `${JSON.stringify(await this.#read(ref), undefined, 2)}\n`
    } catch (error) {
      return `${JSON.stringify({ error: sentenceOf(error) }, undefined, 2)}\n`
    }
  }

  /** Opens the document, read anew. Rejects with `PlatformError` when the conversation cannot be read. */
  async open(ref: ConversationRef, name: string): Promise<void> {
    const read = await cancellable(vscode.l10n.t('Reading a conversation'), async (signal) => {
      await this.#read(ref, signal)
      return true
    })
    if (read === undefined) return
    const uri = uriOf(ref, name)
    this.changed.fire(uri)
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(document, { preview: true })
  }

  async #read({ connectionId, id }: ConversationRef, signal?: AbortSignal): Promise<unknown> {
    const open = this.connections.get(connectionId)
    if (!open) throw notConnected(this.connections.find(connectionId))
    return open.connection.readRaw(id, signal)
  }
}
