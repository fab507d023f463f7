import { setTimeout as delay } from 'node:timers/promises'
import * as vscode from 'vscode'
import { SavedConnections } from './editor/authentication/savedConnection'
import { Session } from './editor/authentication/session'
import { registerCommands } from './editor/commands/commands'
import { commandHandlers } from './editor/commands/handlers'
import { ConversationDocuments, scheme } from './editor/documents/conversationDocuments'
import { Log } from './editor/log'
import { Panels, panelType } from './editor/panel/panels'
import { ConversationsTree } from './editor/tree/conversationsTree'
import { Conversations } from './store/conversations'
import { Drafts } from './store/drafts'
import { rereadAfterSend } from './store/rereadAfterSend'
import { Sends } from './store/sends'

/** Builds the parts and registers them. Nothing is loaded, read or connected here: that happens when somebody looks. */
export const activate = (context: vscode.ExtensionContext): void => {
  const log = new Log()
  const conversations = new Conversations(Date.now)
  const drafts = new Drafts(context.workspaceState)
  const sends = new Sends({ now: Date.now, wait: (milliseconds, signal) => delay(milliseconds, undefined, { signal }) })
  const session = new Session(conversations, new SavedConnections(context.secrets), log)
  const documents = new ConversationDocuments(conversations)
  const panels = new Panels(context.extensionUri, { conversations, drafts, sends, documents, log }, () => session.restore())
  const tree = new ConversationsTree(conversations, () => session.restore(), log)

  context.subscriptions.push(
    log,
    sends,
    rereadAfterSend(sends, conversations, (error) => {
      log.error('reading after a send', error)
    }),
    session,
    documents,
    panels,
    tree,
    vscode.window.registerTreeDataProvider('genesysMessaging.conversations', tree),
    vscode.window.registerWebviewPanelSerializer(panelType, panels),
    vscode.workspace.registerTextDocumentContentProvider(scheme, documents),
    registerCommands(commandHandlers({ conversations, session, panels, documents, log }), log)
  )
}
