import * as vscode from 'vscode'
import { parseUuid, type Uuid } from '../../model/ids'

const firstSegment = 'conversation'

/** A conversation, in a connection that is named by its name or its id. */
export interface ConversationLink {
  readonly connection: string
  readonly id: Uuid
}

/** `vscode://{extension}/conversation/{connection}/{id}` */
export const conversationLink = (extensionId: string, { connection, id }: ConversationLink): string =>
  `${vscode.env.uriScheme}://${extensionId}/${firstSegment}/${encodeURIComponent(connection)}/${id}`

/** Reads such a link; `undefined` when it is none or malformed. A connection’s name may have slashes of its own. */
export const readConversationLink = ({ path }: vscode.Uri): ConversationLink | undefined => {
  const [, first, ...rest] = path.split('/')
  const id = parseUuid(rest.at(-1) ?? '')
  const connection = rest.slice(0, -1).join('/').trim()
  return first !== firstSegment || id === undefined || connection === '' ? undefined : { connection, id }
}
