import type { Ids } from '../ids'
import type { CredentialStore } from './credentialStore'
import { checkedTokenLife, type PublicApp } from './oauthClient'
import { notifierRole, readerRole } from './roles'

/** What a program signs in with. */
export interface ClientLogin {
  readonly clientId: string
  readonly clientSecret: string
}

/** The clients that every organisation of the sandbox has. */
export interface RegisteredClients {
  readonly notifier: ClientLogin
  readonly reader: ClientLogin
  /** Has the notifier’s role in the home division only. */
  readonly homeNotifier: ClientLogin
  /** The editor extension: signs users in with PKCE. */
  readonly inspector: PublicApp
  /** An app with a secret, which signs users in with the same scopes. */
  readonly desktop: ClientLogin
  /** Signs users in with PKCE, and may only read. */
  readonly viewer: PublicApp
}

const inspectorScopes = [
  'analytics',
  'authorization:readonly',
  'conversations',
  'external-contacts',
  'journey:readonly',
  'messaging',
  'notifications',
  'oauth:readonly',
  'organization',
  'response-management',
  'routing',
  'user-basic-info',
  'users',
  'webdeployments'
] as const

const viewerScopes = ['conversations:readonly', 'user-basic-info'] as const

const loopback = ['http://localhost', 'http://127.0.0.1'] as const

/** The extension’s own address in each kind of VS Code, at any path, and loopback for sign-ins that come back to a port. */
const inspectorRedirects = [
  ...['vscode', 'vscode-insiders', 'code-oss'].map((scheme) => `${scheme}://messaging-inspector.genesys-messaging-inspector`),
  ...loopback
]

/**
 * Registers them.
 * @param tokenLife seconds; 24 hours unless given
 * @throws TokenLifeOutOfRange
 */
export const registerClients = (credentials: CredentialStore, ids: Ids, tokenLife?: number): RegisteredClients => {
  const tokenLifeSeconds = checkedTokenLife(tokenLife)
  const registered = (name: string) => ({ id: ids.next('client'), name, tokenLifeSeconds })
  const login = (client: Parameters<CredentialStore['addClient']>[0]): ClientLogin => ({
    clientId: client.id,
    clientSecret: credentials.addClient(client)
  })
  const publicApp = (app: PublicApp): PublicApp => {
    credentials.addPublicApp(app)
    return app
  }
  return {
    notifier: login({ kind: 'program', ...registered('Notifier'), grants: [{ role: notifierRole, where: 'everywhere' }] }),
    reader: login({ kind: 'program', ...registered('Reader'), grants: [{ role: readerRole, where: 'everywhere' }] }),
    homeNotifier: login({ kind: 'program', ...registered('Home notifier'), grants: [{ role: notifierRole, where: 'home' }] }),
    inspector: publicApp({
      kind: 'publicApp',
      ...registered('Messaging Inspector'),
      scopes: inspectorScopes,
      redirectUris: inspectorRedirects
    }),
    desktop: login({ kind: 'confidentialApp', ...registered('Agent desktop'), scopes: inspectorScopes, redirectUris: loopback }),
    viewer: publicApp({ kind: 'publicApp', ...registered('Viewer'), scopes: viewerScopes, redirectUris: loopback })
  }
}
