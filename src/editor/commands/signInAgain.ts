import * as vscode from 'vscode'
import type { CredentialKind } from '../../model/credential'
import type { Connections } from '../../store/connections'
import { inputStep } from './steps'
import type { BrowserSignIns } from '../authentication/browserSignIn'
import type { Connector } from '../authentication/connector'
import type { ConnectionProfile } from '../authentication/profile'
import type { ConnectionSecrets, UserToken } from '../authentication/secrets'
import type { Session } from '../authentication/session'

/** What signing in again works with. */
export interface SignInAgainMeans {
  readonly browser: BrowserSignIns
  readonly connector: Connector
  readonly connections: Connections
  readonly secrets: ConnectionSecrets
  readonly session: Session
}

/** A new token of the user: from the browser, or pasted where the last one was. `undefined` when the person gives up. */
const newToken = async (profile: ConnectionProfile, { browser, connector }: SignInAgainMeans): Promise<UserToken | undefined> => {
  const { id: connectionId, name, user } = profile
  if (user?.oauthClientId !== undefined) {
    const { oauthClientId, wayBack = 'editor' } = user
    return browser.signIn({ connectionId, name, endpoint: connector.endpointOf(profile), oauthClientId, wayBack })
  }
  const answer = await inputStep({
    title: vscode.l10n.t('Connect “{0}” again', name),
    prompt: vscode.l10n.t('A new access token of the user'),
    password: true
  })
  return answer.kind === 'next' ? { token: answer.value } : undefined
}

/**
 * Signs the user of a connection in again. The connection goes on as it is, unless it is another user now.
 * @returns false when the person gave up
 */
const signInUserAgain = async (profile: ConnectionProfile, means: SignInAgainMeans): Promise<boolean> => {
  const { connector, connections, secrets, session } = means
  const { id } = profile
  const given = await newToken(profile, means)
  if (!given) return false
  const token = await connector.identify(profile, given)
  await secrets.saveUserToken(id, token)
  const before = connections.get(id)?.connection.credentials.find(({ kind }) => kind === 'user')
  if (before !== undefined && before.userId === token.user?.id) {
    connector.replaceUserToken(id, token.token)
    connections.signedIn(id, 'user')
    await connections.refresh(id)
  } else await session.reopen(id)
  return true
}

/** Asks for the OAuth client’s new secret, and connects with it. */
const connectClientAgain = async (profile: ConnectionProfile, { connector, secrets, session }: SignInAgainMeans): Promise<boolean> => {
  const { id, name, client } = profile
  if (!client) return false
  const answer = await inputStep({
    title: vscode.l10n.t('Connect “{0}” again', name),
    prompt: vscode.l10n.t('Secret of the OAuth client {0}', client.id),
    password: true
  })
  if (answer.kind !== 'next') return false
  // Tried alone first: a wrong one replaces nothing.
  await connector.openWith(
    { id, name, endpoint: profile.endpoint, isProduction: profile.isProduction, client },
    { clientSecret: answer.value }
  )
  await secrets.saveClientSecret(id, answer.value)
  await session.reopen(id)
  return true
}

/** The credentials of a connection that a person has to mend; the user, where none is known to be broken. */
const broken = ({ id, user, client }: ConnectionProfile, connections: Connections): readonly CredentialKind[] => {
  const standing = connections.find(id)?.standing
  const signedOut = standing?.kind === 'open' ? standing.signedOut : []
  if (signedOut.length > 0) return signedOut
  return user ? ['user'] : client ? ['client'] : []
}

/** Signs in with what the platform takes no more. Giving up leaves everything as it was. */
export const signInAgain = async (profile: ConnectionProfile, means: SignInAgainMeans): Promise<void> => {
  for (const kind of broken(profile, means.connections)) {
    const done = kind === 'user' ? await signInUserAgain(profile, means) : await connectClientAgain(profile, means)
    if (!done) return
  }
}
