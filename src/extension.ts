import * as vscode from 'vscode'
import { profilesKey, providerId } from './editor/authentication/names'
import { commandId, commandNames } from './editor/commands/commandNames'
import type { Events, Parts } from './editor/parts'
import type { Node } from './editor/tree/nodes'

/** Loads the extension itself, once. A failure is told, and tried again the next time. */
const lateParts = (context: vscode.ExtensionContext, events: Events, view: () => vscode.TreeView<Node>): (() => Promise<Parts>) => {
  let loading: Promise<Parts> | undefined
  const load = async (): Promise<Parts> => {
    try {
      const { buildParts } = await import('./editor/parts')
      return buildParts(context, events, view())
    } catch (error) {
      loading = undefined
      const detail = error instanceof Error ? error.message : String(error)
      void vscode.window.showErrorMessage(vscode.l10n.t('Messaging Inspector could not be loaded. Install it again. ({0})', detail))
      throw error
    }
  }
  return () => (loading ??= load())
}

/** Registers what package.json contributes. Everything behind it is loaded when somebody first looks or runs a command. */
export const activate = (context: vscode.ExtensionContext): void => {
  const events: Events = {
    treeChanged: new vscode.EventEmitter<Node | undefined>(),
    documentChanged: new vscode.EventEmitter<vscode.Uri>(),
    sessionsChanged: new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>()
  }
  const parts = lateParts(context, events, () => view)

  const tree: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: events.treeChanged.event,
    getTreeItem: async (node) => (await parts()).tree.getTreeItem(node),
    getChildren: async (node) => (await parts()).tree.getChildren(node),
    resolveTreeItem: async (item, node) => (await parts()).tree.resolveTreeItem(item, node)
  }
  const view = vscode.window.createTreeView('genesysMessaging.conversations', { treeDataProvider: tree, showCollapseAll: true })
  const documents: vscode.TextDocumentContentProvider = {
    onDidChange: events.documentChanged.event,
    provideTextDocumentContent: async (uri) => (await parts()).documents.provideTextDocumentContent(uri)
  }
  const panels: vscode.WebviewPanelSerializer = {
    deserializeWebviewPanel: async (panel, state: unknown) => (await parts()).panels.deserializeWebviewPanel(panel, state)
  }

  const accounts: vscode.AuthenticationProvider = {
    onDidChangeSessions: events.sessionsChanged.event,
    // VS Code asks at once, for its Accounts menu: nothing is loaded for somebody who has no connection.
    getSessions: async (scopes, options) =>
      context.globalState.get(profilesKey) === undefined ? [] : (await parts()).accounts.getSessions(scopes, options),
    createSession: async () => (await parts()).accounts.createSession(),
    removeSession: async (id) => (await parts()).accounts.removeSession(id)
  }
  const uris: vscode.UriHandler = {
    handleUri: async (uri) => {
      const { uris: late } = await parts()
      await late.handleUri(uri)
    }
  }

  context.subscriptions.push(
    events.treeChanged,
    events.documentChanged,
    events.sessionsChanged,
    vscode.authentication.registerAuthenticationProvider(providerId, 'Genesys Cloud', accounts, { supportsMultipleAccounts: true }),
    vscode.window.registerUriHandler(uris),
    view,
    vscode.workspace.registerTextDocumentContentProvider('genesys-messaging', documents),
    vscode.window.registerWebviewPanelSerializer('genesysMessaging.panel', panels),
    ...commandNames.map((name) =>
      vscode.commands.registerCommand(commandId(name), async (argument: unknown) => (await parts()).run(name, argument))
    )
  )
}
