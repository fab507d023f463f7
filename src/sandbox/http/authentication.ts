import type { MiddlewareHandler } from 'hono'
import type { User } from '../organisation/organisation'
import type { Clock } from '../clock'
import type { Credential, CredentialStore } from '../credentials/credentialStore'
import { lacking, type PermissionNeed } from '../credentials/grants'
import { hasScope, scopeNeedOf } from '../credentials/scopes'
import { documented } from '../documentedErrors'
import { Refusal } from '../refusal'
import type { ClientUsage } from '../usage/clientUsage'
import { countUsage } from './countUsage'
import type { Environment, RequestContext } from './environment'
import type { RateLimit } from './rateLimit'

/** What an operation asks of the credential it is called with. Its scopes follow from its method and path (see credentials/scopes.ts). */
export interface Need {
  /**
   * Whose token it takes. `documentedUser`: a user’s, and the published API lists `not.a.user` for the operation; `user`: a user’s, and it does not.
   */
  readonly token: 'any' | 'client' | 'user' | 'documentedUser'
  readonly permissions?: PermissionNeed
}

const bearer = /^Bearer +(\S+)$/i

const tokenOf = (c: RequestContext): string => {
  const header = c.req.header('authorization')
  const token = header === undefined ? undefined : bearer.exec(header)?.[1]
  if (token === undefined) {
    throw new Refusal(documented.authenticationRequired, 'The request has no Authorization header with a bearer token.')
  }
  return token
}

const worthless = {
  expired: 'The token has expired.',
  revoked: 'The token has been revoked.',
  foreign: 'The token is one of another region.'
} as const

const authenticate = (token: string, credentials: CredentialStore, now: number): Credential => {
  const found = credentials.find(token, now)
  if (found.kind === 'valid') return found.credential
  if (found.kind === 'unknown') throw new Refusal(documented.badCredentials, 'The token is not one of this organisation’s.')
  throw new Refusal(documented.badCredentials, worthless[found.kind], { restsOn: ['credential.worthless'] })
}

const checkKind = ({ kind }: Credential, token: Need['token']): void => {
  if (token === 'client' && kind === 'user') {
    throw new Refusal(documented.notAClient, 'This operation takes a client’s token. A user’s was sent.')
  }
  if ((token === 'user' || token === 'documentedUser') && kind === 'client') throw userRequired(token)
}

const checkScope = (c: RequestContext, credential: Credential): void => {
  if (credential.kind === 'client') return
  const { app } = credential
  const need = scopeNeedOf(c.req.method, c.req.path)
  if (need === undefined || hasScope(need, app.scopes)) return
  throw new Refusal(documented.missingScope, `The app ${app.name} does not have the scope ${need.oneOf.join(' or ')}.`, {
    restsOn: need.published ? ['scope.enforced'] : ['scope.enforced', 'scope.unpublished']
  })
}

const checkPermissions = ({ grants }: Credential, need: PermissionNeed): void => {
  const missing = lacking(grants, need)
  if (missing.length === 0) return
  const roles = grants.length === 0 ? 'no role' : `the role ${grants.map(({ role }) => role.name).join(', ')}`
  throw 'every' in need
    ? new Refusal(documented.missingPermissions, `With ${roles}, the permission ${missing.join(', ')} is missing.`)
    : new Refusal(documented.missingAnyPermissions, `With ${roles}, none of the permissions ${missing.join(', ')} is there.`)
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
  (credentials: CredentialStore, clock: Clock, countRequest: RateLimit, usage: ClientUsage): Needs =>
  ({ token: kind, permissions }) =>
  async (c, next) => {
    const token = tokenOf(c)
    const time = clock.now()
    const credential = authenticate(token, credentials, time)
    countRequest(c, token, credential.kind)
    checkKind(credential, kind)
    checkScope(c, credential)
    if (permissions !== undefined) checkPermissions(credential, permissions)
    c.set('credential', credential)
    c.set('token', token)
    c.set('permissions', permissions)
    await next()
    countUsage(c, credential, time, usage)
  }
