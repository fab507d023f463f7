import * as vscode from 'vscode'
import { parseUuid } from '../../model/ids'
import type { ConversationRef } from '../../store/conversationRef'

export const documentScheme = 'genesys-messaging'

/** What a read-only document shows of a conversation. */
export type DocumentRef =
  | { readonly kind: 'conversation' | 'analytics' | 'diagnosis' | 'transcript'; readonly of: ConversationRef }
  | { readonly kind: 'message'; readonly of: ConversationRef; readonly messageId: string }

const fileName = (ref: DocumentRef, customer: string): string => {
  switch (ref.kind) {
    case 'conversation':
      return `${customer}.json`
    case 'analytics':
      return `${customer} (analytics).json`
    case 'message':
      return `${customer} (message ${ref.messageId.slice(0, 8)}).json`
    case 'diagnosis':
      return `${customer} (diagnosis).md`
    case 'transcript':
      return `${customer} (transcript).md`
  }
}

/**
 * `genesys-messaging://{connectionId}/{conversationId}/{kind}/{name}`, a message with its id before the name. The name is what the tab shows, and
 * its ending is the language.
 */
export const documentUri = (ref: DocumentRef, customer: string): vscode.Uri => {
  const name = fileName(ref, customer).replaceAll(/[^\p{L}\p{N} +.,()_-]/gu, '_')
  const { connectionId, id } = ref.of
  const parts = [id, ref.kind, ...(ref.kind === 'message' ? [ref.messageId] : []), name]
  return vscode.Uri.from({ scheme: documentScheme, authority: connectionId, path: `/${parts.join('/')}` })
}

/** What a document is of; `undefined` for an address that is none of ours, such as that of an earlier version. */
export const documentRefOf = ({ scheme, authority, path }: vscode.Uri): DocumentRef | undefined => {
  const [, conversationId = '', kind, third, fourth] = path.split('/')
  const id = parseUuid(conversationId)
  if (scheme !== documentScheme || id === undefined) return undefined
  const of = { connectionId: authority, id }
  switch (kind) {
    case 'conversation':
    case 'analytics':
    case 'diagnosis':
    case 'transcript':
      return { kind, of }
    case 'message':
      return third === undefined || fourth === undefined ? undefined : { kind, of, messageId: third }
    default:
      return undefined
  }
}
