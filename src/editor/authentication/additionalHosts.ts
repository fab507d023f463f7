import * as vscode from 'vscode'

/** Hosts beside the regions, as the user’s own settings name them. A workspace cannot add any: it could have tokens sent elsewhere. */
export const additionalHosts = (): readonly string[] => {
  const value = vscode.workspace.getConfiguration('genesysMessaging').inspect<unknown>('additionalHosts')?.globalValue
  return Array.isArray(value) ? value.filter((host) => typeof host === 'string') : []
}
