import * as vscode from 'vscode'
import type { Connections } from '../../store/connections'
import type { ConversationRef } from '../../store/conversationRef'
import type { Session } from '../authentication/session'
import type { ConversationDocuments } from '../documents/conversationDocuments'
import type { Log } from '../log'
import type { Panels } from '../panel/panels'
import type { SandboxConnection } from '../sandbox/sandboxConnection'
import type { ConversationsTree } from '../tree/conversationsTree'
import type { ViewOptions } from '../tree/viewOptions'
import { arrangingCommands } from './arranging'
import { changingCommands } from './changing'
import type { CommandName } from './commandNames'
import { connectionCommands } from './connections'
import { exchangeToExplain } from './explain'
import { conversationOf } from './pickConversation'
import { readingCommands } from './reading'
import { advanceSandboxClock, loadScenario, tryScenario } from './sandbox'
import type { signingInCommands } from './signingIn'

/** What each command does. Its argument comes from menus, keybindings and other extensions, and is checked by who uses it. */
export type CommandHandlers = Readonly<Record<CommandName, (argument: unknown) => Promise<void>>>

/** What the commands work with. */
interface Means {
  readonly connections: Connections
  readonly session: Session
  readonly sandbox: SandboxConnection
  readonly signingIn: ReturnType<typeof signingInCommands>
  readonly panels: Panels
  readonly documents: ConversationDocuments
  readonly extensionId: string
  readonly options: ViewOptions
  readonly tree: ConversationsTree
  readonly forgetDraftsAndSends: () => Promise<void>
  readonly log: Log
}

const viewProgress = (work: () => Promise<void>): Thenable<void> =>
  vscode.window.withProgress({ location: { viewId: 'genesysMessaging.conversations' } }, work)

/** What each command does. */
export const commandHandlers = (means: Means): CommandHandlers => {
  const { connections, session, sandbox, signingIn, panels, documents, extensionId, options, tree, log } = means

  /** The conversation that a command is about, once the connections of the last time are open. */
  const conversation = async (argument: unknown, title: string): Promise<ConversationRef | undefined> => {
    await viewProgress(() => session.ready())
    return conversationOf(argument, connections, title)
  }

  return {
    startSandbox: async () => {
      await viewProgress(() => sandbox.start())
    },
    stopSandbox: () => sandbox.stop(),
    loadScenario: (name) => loadScenario(sandbox, viewProgress, name),
    tryScenario: () => tryScenario(sandbox, viewProgress),
    advanceSandboxClock: (duration) => advanceSandboxClock(sandbox, viewProgress, duration),
    ...signingIn,
    ...connectionCommands({ connections, session, sandbox }),
    ...arrangingCommands(connections, options, tree),
    diagnose: async (argument) => {
      const ref = await conversation(argument, vscode.l10n.t('Diagnose a send'))
      if (ref) await panels.openConversation(ref, 'routes')
    },
    explain: async (text) => {
      const exchange = await exchangeToExplain(text)
      if (!exchange) return
      await viewProgress(() => session.ready())
      await panels.openExplanation(exchange)
    },
    followUp: async (argument) => {
      const ref = await conversation(argument, vscode.l10n.t('Follow up'))
      if (ref) await panels.openConversation(ref, 'message')
    },
    ...changingCommands({ conversation, panels }),
    ...readingCommands({ connections, conversation, panels, documents, extensionId }),
    forgetDraftsAndSends: means.forgetDraftsAndSends,
    showLog: () => {
      log.show()
      return Promise.resolve()
    }
  }
}
