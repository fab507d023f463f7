import * as vscode from 'vscode'
import { Connection } from '../../genesys/connection'
import type { Endpoint } from '../../genesys/endpoint'
import { revoke } from '../../genesys/revoke'
import type { ConnectionSettings, Means } from '../../genesys/signIn'
import { ReplaceableToken } from '../../genesys/tokens/replaceableToken'
import type { Credential, CredentialKind } from '../../model/credential'
import { ReportedError, SignedOutError } from '../failures'
import { endpointOf, type ConnectionProfile } from './profile'
import type { ConnectionSecrets, Secrets, UserToken } from './secrets'

/** What the connector works with. */
export interface ConnectorMeans {
  readonly secrets: ConnectionSecrets
  /** The means of a connection, but for whom to tell. Loads the SDK. */
  readonly means: () => Promise<Omit<Means, 'onSignedOut'>>
  readonly additionalHosts: () => readonly string[]
  /** An open connection’s credential is taken no more. Told for each request that is refused. */
  readonly onSignedOut: (id: string, kind: CredentialKind) => void
  /** Something went wrong that keeps nobody from going on. */
  readonly onFailure: (doing: string, error: unknown) => void
}

/** A connection that was opened from what is kept of it. */
export interface Reopened {
  readonly connection: Connection
  /** The credentials of the profile that the platform did not take. The connection works with the other. */
  readonly signedOut: readonly CredentialKind[]
}

/** A token with whose it is and what was authorised. */
export const withUser = (token: UserToken, { userId, name, grant }: Credential): UserToken => ({
  ...token,
  ...(userId === undefined ? {} : { user: { id: userId, name } }),
  ...(grant.known ? { scopes: [...grant.value.scopes] } : {})
})

/** Opens connections from their profile and their secrets. */
export class Connector {
  readonly #means: ConnectorMeans
  /** By connection: its user’s token, which a new sign-in replaces. */
  readonly #userTokens = new Map<string, ReplaceableToken>()

  constructor(means: ConnectorMeans) {
    this.#means = means
  }

  /** Where the organisation of a profile answers. Rejects what the user’s settings do not name any more. */
  endpointOf(profile: Pick<ConnectionProfile, 'endpoint'>): Endpoint {
    const endpoint = endpointOf(profile, this.#means.additionalHosts())
    if (endpoint) return endpoint
    throw profile.endpoint.kind === 'region'
      ? new ReportedError(vscode.l10n.t('There is no region “{0}”.', profile.endpoint.region))
      : new ReportedError(
          vscode.l10n.t(
            '“{0}” is not among the hosts of the setting genesysMessaging.additionalHosts in your user settings.',
            profile.endpoint.host
          )
        )
  }

  /** Opens a connection with these secrets. Rejects with `PlatformError` when the platform does not take one of them. */
  openWith(profile: ConnectionProfile, secrets: Secrets): Promise<Connection> {
    return this.#open(profile, secrets, () => undefined)
  }

  /**
   * Opens a connection from what is kept of it, with the credentials that the platform still takes. Whether a token has ended the platform alone says:
   * this machine’s clock may be wrong.
   * @throws SignedOutError when it takes none of them
   * @throws PlatformError when it could not be asked
   */
  async open(profile: ConnectionProfile): Promise<Reopened> {
    const { secrets } = this.#means
    let [userToken, clientSecret] = await Promise.all([secrets.userToken(profile.id), secrets.clientSecret(profile.id)])
    for (;;) {
      const missing: CredentialKind[] = []
      if (profile.user && userToken === undefined) missing.push('user')
      if (profile.client && clientSecret === undefined) missing.push('client')
      if (userToken === undefined && clientSecret === undefined) throw new SignedOutError(profile.name)
      const refused = new Set<CredentialKind>()
      try {
        const connection = await this.#open(profile, { userToken, clientSecret }, (kind) => refused.add(kind))
        return { connection, signedOut: missing }
      } catch (error) {
        if (refused.size === 0) throw error
        if (refused.has('user')) userToken = undefined
        if (refused.has('client')) clientSecret = undefined
      }
    }
  }

  /** Asks the platform whose token it is, and what was authorised. Rejects with `PlatformError` when it is not taken. */
  async identify(profile: ConnectionProfile, token: UserToken): Promise<UserToken> {
    const [user] = (await this.#attempt(profile, { userToken: new ReplaceableToken(token.token), client: undefined }, () => undefined))
      .credentials
    return user?.userId === undefined ? token : withUser(token, user)
  }

  /** Lets an open connection go on with its user’s new token. */
  replaceUserToken(id: string, token: string): void {
    this.#userTokens.get(id)?.replace(token)
  }

  /**
   * Makes the user’s token unusable, where this extension has asked for it, and forgets it. One that was pasted belongs to somebody else, who may still
   * need it. That it cannot be revoked keeps nothing from being forgotten; why is told to `onFailure`.
   */
  async signOutUser(profile: ConnectionProfile): Promise<void> {
    const { secrets } = this.#means
    const held = await secrets.userToken(profile.id)
    await secrets.forgetUserToken(profile.id)
    if (held) await this.discard(profile, held)
  }

  /** Makes a token unusable that this extension has asked for, and that is not needed any more. */
  async discard(profile: ConnectionProfile, { token }: UserToken): Promise<void> {
    this.#userTokens.delete(profile.id)
    if (profile.user?.oauthClientId === undefined) return
    try {
      await revoke(this.endpointOf(profile), token, await this.#means.means())
    } catch (error) {
      this.#means.onFailure('revoking the token', error)
    }
  }

  /** Signs the user out, and forgets every secret of the connection. */
  async signOut(profile: ConnectionProfile): Promise<void> {
    await this.signOutUser(profile)
    await this.#means.secrets.forget(profile.id)
  }

  /** @param onRefused told of a credential that is refused before the connection is open */
  async #open(
    profile: ConnectionProfile,
    { userToken, clientSecret }: Secrets,
    onRefused: (kind: CredentialKind) => void
  ): Promise<Connection> {
    const user = userToken && new ReplaceableToken(userToken.token)
    const client = profile.client && clientSecret !== undefined ? { id: profile.client.id, secret: clientSecret } : undefined
    let onSignedOut = onRefused
    const connection = await this.#attempt(profile, { userToken: user, client }, (kind) => {
      onSignedOut(kind)
    })
    onSignedOut = (kind) => {
      this.#means.onSignedOut(profile.id, kind)
    }
    if (user) this.#userTokens.set(profile.id, user)
    else this.#userTokens.delete(profile.id)
    return connection
  }

  async #attempt(
    profile: ConnectionProfile,
    credentials: Pick<ConnectionSettings, 'userToken' | 'client'>,
    onSignedOut: (kind: CredentialKind) => void
  ): Promise<Connection> {
    const settings = { id: profile.id, endpoint: this.endpointOf(profile), ...credentials }
    return Connection.open(settings, { ...(await this.#means.means()), onSignedOut })
  }
}
