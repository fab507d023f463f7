import * as vscode from 'vscode'
import type { Connections, KnownConnection } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import { sandboxId } from '../authentication/profile'
import { connectionPickItem } from '../connections/pickConnection'
import { ReportedError } from '../failures'
import { readConversationLink, type ConversationLink } from './conversationLink'

/** What opening a link works with. */
export interface LinkMeans {
  readonly connections: Connections
  /** Makes the saved connections known, and opens none. */
  readonly know: () => Promise<void>
  /** Asks a person, see `askToConnect`. */
  readonly mayConnect: (name: string, conversationId: string) => Promise<boolean>
  /** Opens a connection; resolves without one when a person calls it off. Rejects when it cannot be opened. */
  readonly connect: (connectionId: string) => Promise<void>
  readonly openPanel: (conversation: ConversationRef) => Promise<void>
}

/** Connections that a link may mean: the one with this id, else all with this name. */
const meant = ({ connection }: ConversationLink, known: readonly KnownConnection[]): readonly KnownConnection[] => {
  const wanted = connection.toLowerCase()
  const byId = known.filter(({ facts }) => facts.id.toLowerCase() === wanted)
  return byId.length > 0 ? byId : known.filter(({ facts }) => facts.name.trim().toLowerCase() === wanted)
}

const choose = async (candidates: readonly KnownConnection[]): Promise<KnownConnection | undefined> => {
  if (candidates.length < 2) return candidates[0]
  const items = candidates.map((known) => ({ ...connectionPickItem(known), known }))
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Several connections have the name in the link. Which one?') }))
    ?.known
}

/** Anybody can write a link: nothing is connected because of one without a person’s word. */
export const askToConnect = async (name: string, id: string): Promise<boolean> => {
  const connect = vscode.l10n.t('Connect')
  const question = vscode.l10n.t('Connect {0} to open the conversation of a link?', name)
  const detail = vscode.l10n.t('Conversation {0}. The connection’s saved sign-in is used.', id)
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, connect)) === connect
}

/**
 * Opens the panel of the conversation that a link names. Giving up on the way opens nothing.
 * @throws ReportedError for a link that is malformed, or of a connection that this editor does not have
 */
export const openLink = async (uri: vscode.Uri, means: LinkMeans): Promise<void> => {
  const { connections, know, mayConnect, connect, openPanel } = means
  const link = readConversationLink(uri)
  if (!link)
    throw new ReportedError(
      vscode.l10n.t('The link is malformed: “{0}”. It is to be conversation/, a connection, and the id of a conversation.', uri.path)
    )
  await know()
  const candidates = meant(link, connections.known())
  const isSandbox = candidates.length === 0 && link.connection.toLowerCase() === sandboxId
  if (candidates.length === 0 && !isSandbox)
    throw new ReportedError(
      vscode.l10n.t(
        'The link is of a connection that this editor does not have: “{0}”. Connect the organisation under this name.',
        link.connection
      ),
      { label: vscode.l10n.t('Connect…'), command: 'genesysMessaging.connect' }
    )
  const chosen = isSandbox ? { id: sandboxId, name: vscode.l10n.t('the sandbox') } : (await choose(candidates))?.facts
  if (!chosen) return
  if (!connections.get(chosen.id)) {
    const isOnTheWay = connections.find(chosen.id)?.standing.kind === 'opening'
    if (!isOnTheWay && !(await mayConnect(chosen.name, link.id))) return
    await connect(chosen.id)
  }
  if (connections.get(chosen.id)) await openPanel({ connectionId: chosen.id, id: link.id })
}
