import * as vscode from 'vscode'
import { parseUuid, type Uuid } from '../../model/ids'
import type { Conversations } from '../../store/conversations'
import { notConnected, sentenceOf } from '../failures'

const scheme = 'genesys-messaging'

const uriOf = (id: Uuid, name: string): vscode.Uri =>
  vscode.Uri.from({ scheme, authority: id, path: `/${name.replaceAll(/[^\p{L}\p{N} +._-]/gu, '_')}.json` })

/** A conversation as the platform sends it, as a read-only document. */
export class ConversationDocuments {
  constructor(
    private readonly conversations: Conversations,
    private readonly changed: vscode.EventEmitter<vscode.Uri>
  ) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const id = parseUuid(uri.authority)
    const { connection } = this.conversations
    if (id === undefined) return ''
    try {
      if (!connection) throw notConnected()
      return `${JSON.stringify(await connection.readRaw(id), undefined, 2)}\n`
    } catch (error) {
      return `${JSON.stringify({ error: sentenceOf(error) }, undefined, 2)}\n`
    }
  }

  /** Opens the document, read anew. Rejects with `PlatformError` when the conversation cannot be read. */
  async open(id: Uuid, name: string): Promise<void> {
    const { connection } = this.conversations
    if (!connection) throw notConnected()
    await connection.readRaw(id)
    const uri = uriOf(id, name)
    this.changed.fire(uri)
    const document = await vscode.workspace.openTextDocument(uri)
    await vscode.window.showTextDocument(document, { preview: true })
  }
}
