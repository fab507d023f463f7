import * as vscode from 'vscode'
import type { Connections } from '../store/connections'
import type { Disposable } from '../store/emitter'

/** The context keys that package.json's menus and welcome view ask for. */
export type ContextKey = 'connected' | 'connecting' | 'sandboxRunning' | 'filtered'

export const setContext = async (key: ContextKey, value: boolean): Promise<void> => {
  await vscode.commands.executeCommand('setContext', `genesysMessaging.${key}`, value)
}

/** Keeps `connected` (any is open) and `connecting` (any is being opened) true to the connections. */
export const followConnections = (connections: Connections): Disposable => {
  let connected = false
  let connecting = false
  return connections.onDidChange((change) => {
    if (change.kind === 'conversations') return
    const isConnected = connections.all().length > 0
    const isConnecting = connections.known().some(({ standing }) => standing.kind === 'opening')
    if (isConnected !== connected) void setContext('connected', (connected = isConnected))
    if (isConnecting !== connecting) void setContext('connecting', (connecting = isConnecting))
  })
}
