/** The memento’s key of the connections’ profiles. extension.ts looks there before anything is loaded. */
export const profilesKey = 'connections'

/** Of VS Code’s Accounts menu, and of `vscode.authentication.getSession`. package.json names the same. */
export const providerId = 'genesysMessaging'
