import type { MiddlewareHandler } from 'hono'
import type { User } from '../organisation/organisation'
import type { Clock } from '../clock'
import type { Credential, CredentialStore } from '../credentials/credentialStore'
import type { Permission } from '../credentials/roles'
import { documented } from '../documentedErrors'
import { Refusal } from '../refusal'
import type { Environment, RequestContext } from './environment'

/** What an operation asks of the credential it is called with. */
export interface Need {
  /**
   * Whose token it takes. `documentedUser`: a user’s, and the published API lists `not.a.user` for the operation; `user`: a user’s, and it does not.
   */
  readonly token: 'any' | 'client' | 'user' | 'documentedUser'
  /** Permissions of which the role must have every one, or at least one. Source: published OpenAPI, `x-inin-requires-permissions`. */
  readonly permissions?: { readonly every: readonly Permission[] } | { readonly some: readonly Permission[] }
}

const bearer = /^Bearer +(\S+)$/i

const authenticate = (c: RequestContext, credentials: CredentialStore, clock: Clock): Credential => {
  const header = c.req.header('authorization')
  const token = header === undefined ? undefined : bearer.exec(header)?.[1]
  if (token === undefined) {
    throw new Refusal(documented.authenticationRequired, 'The request has no Authorization header with a bearer token.')
  }
  const credential = credentials.find(token, clock.now())
  if (credential === undefined) throw new Refusal(documented.badCredentials, 'The token is not one of this organisation’s, or has expired.')
  return credential
}

const checkKind = ({ kind }: Credential, token: Need['token']): void => {
  if (token === 'client' && kind === 'user') {
    throw new Refusal(documented.notAClient, 'This operation takes a client’s token. A user’s was sent.')
  }
  if ((token === 'user' || token === 'documentedUser') && kind === 'client') throw userRequired(token)
}

const checkPermissions = ({ role }: Credential, permissions: Need['permissions']): void => {
  if (permissions === undefined) return
  if ('every' in permissions) {
    const missing = permissions.every.filter((permission) => !role.permissions.includes(permission))
    if (missing.length > 0) {
      throw new Refusal(documented.missingPermissions, `Role ${role.name} lacks the permission ${missing.join(', ')}.`)
    }
  } else if (!permissions.some.some((permission) => role.permissions.includes(permission))) {
    throw new Refusal(documented.missingAnyPermissions, `Role ${role.name} has none of the permissions ${permissions.some.join(', ')}.`)
  }
}

const userRequired = (token: 'user' | 'documentedUser'): Refusal =>
  new Refusal(documented.notAUser, 'This operation takes a user’s token. A client’s was sent.', {
    restsOn: token === 'user' ? ['credential.user-required'] : []
  })

/** The user whose token the request carries. */
export const requestingUser = (c: RequestContext): User => {
  const { credential } = c.var
  if (credential.kind === 'client') throw userRequired('user')
  return credential.user
}

export type Needs = (need: Need) => MiddlewareHandler<Environment>

/** Makes the middleware that lets only those through who have what an operation needs. */
export const needsOf =
  (credentials: CredentialStore, clock: Clock): Needs =>
  ({ token, permissions }) =>
  async (c, next) => {
    const credential = authenticate(c, credentials, clock)
    checkKind(credential, token)
    checkPermissions(credential, permissions)
    c.set('credential', credential)
    await next()
  }
