/** The extension itself: what extension.ts registers, built when it is first needed. This file is the entry of dist/editor.js. */
import type * as vscode from 'vscode'
import { systemPace } from '../genesys/traffic/pace'
import { Conversations } from '../store/conversations'
import { Drafts } from '../store/drafts'
import { rereadAfterSend } from '../store/rereadAfterSend'
import { Sends } from '../store/sends'
import { SavedConnections } from './authentication/savedConnection'
import { Session } from './authentication/session'
import type { CommandName } from './commands/commandNames'
import { commandHandlers } from './commands/handlers'
import { ConversationDocuments } from './documents/conversationDocuments'
import { ruleReference } from './documents/ruleReference'
import { reportFailure } from './failures'
import { Log } from './log'
import { Panels } from './panel/panels'
import { ConversationsTree } from './tree/conversationsTree'
import type { Node } from './tree/nodes'

/** The events of what is registered at activation, before there are parts to fire them. */
export interface Events {
  readonly treeChanged: vscode.EventEmitter<Node | undefined>
  readonly documentChanged: vscode.EventEmitter<vscode.Uri>
}

export interface Parts {
  /** Runs a command. What goes wrong reaches the person once, in words. */
  readonly run: (name: CommandName, argument: unknown) => Promise<void>
  readonly tree: ConversationsTree
  readonly panels: Panels
  readonly documents: ConversationDocuments
}

/** Builds the parts. Nothing is read or connected here: that happens when somebody looks. */
export const buildParts = (context: vscode.ExtensionContext, { treeChanged, documentChanged }: Events): Parts => {
  const log = new Log()
  const conversations = new Conversations(Date.now)
  const drafts = new Drafts(context.workspaceState)
  const sends = new Sends({ ...systemPace, now: () => conversations.now() })
  const session = new Session(conversations, new SavedConnections(context.secrets), log, systemPace)
  const documents = new ConversationDocuments(conversations, documentChanged)
  const panels = new Panels(
    context.extensionUri,
    { conversations, drafts, sends, documents, log, openRule: ruleReference(context.extensionUri) },
    () => session.restore()
  )
  const tree = new ConversationsTree(conversations, treeChanged, () => session.restore(), log)
  const handlers = commandHandlers({ conversations, session, panels, documents, log })
  const rereading = rereadAfterSend(sends, conversations, (error) => {
    log.error('reading after a send', error)
  })
  context.subscriptions.push(log, sends, rereading, session, panels, tree)

  return {
    run: async (name, argument) => {
      try {
        await handlers[name](argument)
      } catch (error) {
        // Not awaited: the command is over, and the message stays until it is closed.
        void reportFailure(error, name, log)
      }
    },
    tree,
    panels,
    documents
  }
}
