import * as vscode from 'vscode'

/** The context keys that package.json's menus and welcome view ask for. */
export type ContextKey = 'connected' | 'connecting' | 'sandboxRunning'

export const setContext = async (key: ContextKey, value: boolean): Promise<void> => {
  await vscode.commands.executeCommand('setContext', `genesysMessaging.${key}`, value)
}
