import * as vscode from 'vscode'
import { customerName } from '../../model/conversation'
import type { Conversations } from '../../store/conversations'
import type { Session } from '../authentication/session'
import type { ConversationDocuments } from '../documents/conversationDocuments'
import { notConnected } from '../failures'
import type { Log } from '../log'
import type { Panels } from '../panel/panels'
import type { CommandName } from './commandNames'
import { connect } from './connect'
import { exchangeToExplain } from './explain'
import { conversationOf } from './pickConversation'
import { advanceSandboxClock, loadScenario, tryScenario } from './sandbox'

/** What each command does. Its argument comes from menus, keybindings and other extensions, and is checked by who uses it. */
export type CommandHandlers = Readonly<Record<CommandName, (argument: unknown) => Promise<void>>>

/** What the commands work with. */
interface Means {
  readonly conversations: Conversations
  readonly session: Session
  readonly panels: Panels
  readonly documents: ConversationDocuments
  readonly log: Log
}

const viewProgress = (work: () => Promise<void>): Thenable<void> =>
  vscode.window.withProgress({ location: { viewId: 'genesysMessaging.conversations' } }, work)

/** What each command does. */
export const commandHandlers = ({ conversations, session, panels, documents, log }: Means): CommandHandlers => ({
  startSandbox: async () => {
    await viewProgress(() => session.startSandbox())
  },
  stopSandbox: () => session.stopSandbox(),
  loadScenario: (name) => loadScenario(session, viewProgress, name),
  tryScenario: () => tryScenario(session, viewProgress),
  advanceSandboxClock: (duration) => advanceSandboxClock(session, viewProgress, duration),
  connect: () => connect(session),
  disconnect: () => session.disconnect(),
  refresh: async () => {
    if (!conversations.connection) throw notConnected()
    await viewProgress(() => conversations.refresh())
  },
  diagnose: async (argument) => {
    const id = await conversationOf(argument, conversations, vscode.l10n.t('Diagnose a send'))
    if (id !== undefined) await panels.openConversation(id, 'routes')
  },
  explain: async (text) => {
    const exchange = await exchangeToExplain(text)
    if (exchange) await panels.openExplanation(exchange)
  },
  followUp: async (argument) => {
    const id = await conversationOf(argument, conversations, vscode.l10n.t('Follow up'))
    if (id !== undefined) await panels.openConversation(id, 'message')
  },
  openConversation: async (argument) => {
    const id = await conversationOf(argument, conversations, vscode.l10n.t('Open a conversation as JSON'))
    const conversation = id && conversations.get(id)
    if (id !== undefined) await documents.open(id, (conversation && customerName(conversation)) ?? id)
  },
  copyConversationId: async (argument) => {
    const id = await conversationOf(argument, conversations, vscode.l10n.t('Copy a conversation id'))
    if (id !== undefined) await vscode.env.clipboard.writeText(id)
  },
  showLog: () => {
    log.show()
    return Promise.resolve()
  }
})
