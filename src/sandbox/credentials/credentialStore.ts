import type { User } from '../organisation/organisation'
import type { Grant } from './grants'
import type { App, ConfidentialApp, OAuthClient, Program, PublicApp } from './oauthClient'
import { agentRole, type Role } from './roles'
import { randomSecret, sameSecret } from './secrets'

/** Whose token this is. A user’s belongs to the app with which they signed in. */
type Holder = { readonly kind: 'user'; readonly user: User; readonly app: App } | { readonly kind: 'client'; readonly client: Program }

interface Dated {
  readonly issued: number
  /** `undefined`: as long as the sandbox runs. */
  readonly expires: number | undefined
}

/** Who asks, and with which roles. */
export type Credential = Holder & Dated & { readonly grants: readonly Grant[] }

/** What a token that came with a request is worth. */
export type FoundToken =
  { readonly kind: 'valid'; readonly credential: Credential } | { readonly kind: 'unknown' | 'expired' | 'revoked' | 'foreign' }

export interface IssuedToken {
  readonly token: string
  readonly lifeSeconds: number
}

type Kept = { readonly kind: 'issued'; readonly holder: Holder; readonly dates: Dated } | { readonly kind: 'revoked' | 'foreign' }

/** What a user is unless told otherwise. */
const agentEverywhere: readonly Grant[] = [{ role: agentRole, where: 'everywhere' }]

/** Who may sign in, and with which tokens. Secrets and tokens are random at each start and never come from the seed. */
export class CredentialStore {
  readonly #clients = new Map<string, OAuthClient>()
  readonly #secrets = new Map<string, string>()
  readonly #tokens = new Map<string, Kept>()
  readonly #refreshTokens = new Map<string, { readonly app: ConfidentialApp; readonly user: User }>()
  readonly #givenGrants = new Map<string, readonly Grant[]>()

  /** Registers a client and returns its secret. */
  addClient(client: Program | ConfidentialApp): string {
    const secret = randomSecret()
    this.#clients.set(client.id, client)
    this.#secrets.set(client.id, secret)
    return secret
  }

  addPublicApp(app: PublicApp): void {
    this.#clients.set(app.id, app)
  }

  client(id: string): OAuthClient | undefined {
    return this.#clients.get(id)
  }

  clients(): readonly OAuthClient[] {
    return [...this.#clients.values()]
  }

  /** The client with this id, if the secret is its own. A public app has none, and must not bring one. */
  identify(id: string, secret: string | undefined): OAuthClient | undefined {
    const own = this.#secrets.get(id)
    if (own === undefined) return secret === undefined ? this.#clients.get(id) : undefined
    return secret !== undefined && sameSecret(own, secret) ? this.#clients.get(id) : undefined
  }

  /** Gives a user or a program, by id, other roles than it has by itself. It counts at once, for tokens that they already have as well. */
  giveRoles(holderId: string, grants: readonly Grant[]): void {
    this.#givenGrants.set(holderId, grants)
  }

  grantsOfUser({ id }: User): readonly Grant[] {
    return this.#givenGrants.get(id) ?? agentEverywhere
  }

  /** An app has none: with it, a user keeps their own. */
  grantsOfClient(client: OAuthClient): readonly Grant[] {
    return client.kind === 'program' ? (this.#givenGrants.get(client.id) ?? client.grants) : []
  }

  /** Every role that a user or a client may have, each once. */
  roles(): readonly Role[] {
    const ofClients = this.clients().flatMap((client) => (client.kind === 'program' ? client.grants : []))
    const given = [...this.#givenGrants.values()].flat()
    return [...new Set([...agentEverywhere, ...ofClients, ...given].map(({ role }) => role))]
  }

  /** A token of a user that lasts as long as the sandbox. */
  signIn(user: User, app: App, now: number): string {
    return this.#issue({ kind: 'user', user, app }, { issued: now, expires: undefined })
  }

  /** A token for a program that has identified itself. */
  grant(client: Program, now: number): IssuedToken {
    return this.#issueFor({ kind: 'client', client }, client, now)
  }

  /** A token for a user who has signed in with an app. */
  grantUser(user: User, app: App, now: number): IssuedToken {
    return this.#issueFor({ kind: 'user', user, app }, app, now)
  }

  issueRefreshToken(user: User, app: ConfidentialApp): string {
    const token = randomSecret()
    this.#refreshTokens.set(token, { app, user })
    return token
  }

  /** The user for whom a refresh token was issued to this app. It is good for one use. */
  spendRefreshToken(token: string, app: ConfidentialApp): User | undefined {
    const kept = this.#refreshTokens.get(token)
    if (kept?.app.id !== app.id) return undefined
    this.#refreshTokens.delete(token)
    return kept.user
  }

  /** A token as another region would have issued it. It opens nothing here. */
  issueForeign(): string {
    const token = randomSecret()
    this.#tokens.set(token, { kind: 'foreign' })
    return token
  }

  revoke(token: string): void {
    this.#tokens.set(token, { kind: 'revoked' })
  }

  find(token: string, now: number): FoundToken {
    const kept = this.#tokens.get(token)
    if (kept === undefined) return { kind: 'unknown' }
    if (kept.kind !== 'issued') return { kind: kept.kind }
    const { holder, dates } = kept
    if (dates.expires !== undefined && dates.expires <= now) return { kind: 'expired' }
    const grants = holder.kind === 'user' ? this.grantsOfUser(holder.user) : this.grantsOfClient(holder.client)
    return { kind: 'valid', credential: { ...holder, ...dates, grants } }
  }

  #issueFor(holder: Holder, { tokenLifeSeconds }: OAuthClient, now: number): IssuedToken {
    const token = this.#issue(holder, { issued: now, expires: now + tokenLifeSeconds * 1000 })
    return { token, lifeSeconds: tokenLifeSeconds }
  }

  #issue(holder: Holder, dates: Dated): string {
    const token = randomSecret()
    this.#tokens.set(token, { kind: 'issued', holder, dates })
    return token
  }
}
