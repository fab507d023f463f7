import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { User } from '../organisation/organisation'
import type { Role } from './roles'

/** A program that signs in with an id and a secret (client credentials). */
export interface OAuthClient {
  readonly id: string
  readonly name: string
  readonly role: Role
}

export type Credential =
  | { readonly kind: 'user'; readonly user: User; readonly role: Role; readonly expires: undefined }
  | { readonly kind: 'client'; readonly client: OAuthClient; readonly role: Role; readonly expires: number }

export interface IssuedToken {
  readonly token: string
  readonly lifeSeconds: number
}

/** Source: published OpenAPI, `OAuthClient.accessTokenValiditySeconds`: 24 hours unless the client is configured otherwise. */
const tokenLifeSeconds = 24 * 60 * 60

const randomSecret = (): string => randomBytes(32).toString('base64url')

const same = (one: string, other: string): boolean => {
  const bytes = Buffer.from(one)
  const others = Buffer.from(other)
  return bytes.length === others.length && timingSafeEqual(bytes, others)
}

/** Who may sign in, and with which tokens. Secrets and tokens are random at each start and never come from the seed. */
export class CredentialStore {
  readonly #clients = new Map<string, { readonly client: OAuthClient; readonly secret: string }>()
  readonly #tokens = new Map<string, Credential>()
  readonly #givenRoles = new Map<string, Role>()

  /** Registers a client and returns its secret. */
  addClient(client: OAuthClient): string {
    const secret = randomSecret()
    this.#clients.set(client.id, { client, secret })
    return secret
  }

  /** A token of a signed-in user. It lasts as long as the sandbox: there is no way yet to sign in again. */
  signIn(user: User, role: Role): string {
    const token = randomSecret()
    this.#tokens.set(token, { kind: 'user', user, role, expires: undefined })
    return token
  }

  /** Gives a user or a client, by id, another role. It counts at once, for tokens that they already have as well. */
  giveRole(holderId: string, role: Role): void {
    this.#givenRoles.set(holderId, role)
  }

  /** A token for the client with this id and secret; `undefined` when they do not belong together. */
  grant(clientId: string, secret: string, now: number): IssuedToken | undefined {
    const known = this.#clients.get(clientId)
    if (known === undefined || !same(known.secret, secret)) return undefined
    const { client } = known
    const token = randomSecret()
    this.#tokens.set(token, { kind: 'client', client, role: client.role, expires: now + tokenLifeSeconds * 1000 })
    return { token, lifeSeconds: tokenLifeSeconds }
  }

  /** Whose token this is; `undefined` when it was never issued here or has expired. */
  find(token: string, now: number): Credential | undefined {
    const credential = this.#tokens.get(token)
    if (credential === undefined || (credential.expires !== undefined && credential.expires <= now)) return undefined
    const role = this.#givenRoles.get(credential.kind === 'user' ? credential.user.id : credential.client.id)
    return role === undefined ? credential : { ...credential, role }
  }
}
