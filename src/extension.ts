import * as vscode from 'vscode'
import { commandId, commandNames } from './editor/commands/commandNames'
import type { Events, Parts } from './editor/parts'
import type { Node } from './editor/tree/nodes'

/** Loads the extension itself, once. A failure is told, and tried again the next time. */
const lateParts = (context: vscode.ExtensionContext, events: Events): (() => Promise<Parts>) => {
  let loading: Promise<Parts> | undefined
  const load = async (): Promise<Parts> => {
    try {
      const { buildParts } = await import('./editor/parts')
      return buildParts(context, events)
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
    documentChanged: new vscode.EventEmitter<vscode.Uri>()
  }
  const parts = lateParts(context, events)

  const tree: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: events.treeChanged.event,
    getTreeItem: async (node) => (await parts()).tree.getTreeItem(node),
    getChildren: async (node) => (await parts()).tree.getChildren(node)
  }
  const documents: vscode.TextDocumentContentProvider = {
    onDidChange: events.documentChanged.event,
    provideTextDocumentContent: async (uri) => (await parts()).documents.provideTextDocumentContent(uri)
  }
  const panels: vscode.WebviewPanelSerializer = {
    deserializeWebviewPanel: async (panel, state: unknown) => (await parts()).panels.deserializeWebviewPanel(panel, state)
  }

  context.subscriptions.push(
    events.treeChanged,
    events.documentChanged,
    vscode.window.registerTreeDataProvider('genesysMessaging.conversations', tree),
    vscode.workspace.registerTextDocumentContentProvider('genesys-messaging', documents),
    vscode.window.registerWebviewPanelSerializer('genesysMessaging.panel', panels),
    ...commandNames.map((name) =>
      vscode.commands.registerCommand(commandId(name), async (argument: unknown) => (await parts()).run(name, argument))
    )
  )
}
