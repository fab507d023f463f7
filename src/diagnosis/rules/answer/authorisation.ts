import { permits } from '../../../model/credential'
import type { Fact } from '../../../model/fact'
import { findMessagingOperation, type Permissions } from '../../../platform/messagingOperations'
import { sources } from '../../../platform/sources'
import type { Attempt } from '../../attempt'
import { answerEvidence } from '../../evidence'
import { cannotTell, fails, type Rule } from '../../rule'
import { answerRule, answers } from './answerRule'

const notAuthenticatedCodes = ['authentication.required', 'bad.credentials', 'credentials.expired', 'invalid_client'] as const

const notAuthenticated: Rule = {
  id: 'auth.401',
  about: 'The token is missing, wrong, expired, or of another region. Get a new one from the region’s own login host.',
  phase: 'response',
  title: 'Not authenticated',
  refusedWith: notAuthenticatedCodes,
  confidence: 'documented',
  sources: [sources.openapi, sources.goClient],
  look: (attempt) => {
    const code = attempt.exchange.response?.error?.code
    if (code === 'ip.not.authorized' || !answers(attempt, { codes: notAuthenticatedCodes, status: 401 })) return undefined
    const cause =
      code === 'authentication.required'
        ? 'The request carries no token.'
        : code === 'credentials.expired'
          ? 'The token has expired.'
          : code === 'invalid_client'
            ? 'The OAuth client’s id or its secret is wrong, or the client is of another region.'
            : 'The token is wrong, has expired, or belongs to another region.'
    return fails(cause, 'Get a new token from the login host of the organisation’s own region.', answerEvidence(attempt))
  }
}

const ip = answerRule({
  id: 'auth.ip',
  title: 'The network address is not allowed',
  confidence: 'documented',
  sources: [sources.openapi],
  codes: ['ip.not.authorized'],
  cause: 'The organisation allows requests from certain addresses only, and this one is not among them.',
  remedy: 'Send from an allowed network, or have the address added to the organisation’s list.'
})

const permissionsNeeded = (
  permissions: Permissions | undefined
): { readonly names: readonly string[]; readonly kind: 'allOf' | 'anyOf' } | undefined =>
  permissions?.kind === 'allOf' || permissions?.kind === 'anyOf' ? permissions : undefined

const permissionCodes = ['missing.permissions', 'missing.any.permissions', 'not.authorized'] as const
const addPermission = 'Add it to the role: the user’s for a user token, the OAuth client’s for a client token.'

/** The permissions of the credential that the request is sent with, where there is one at hand. */
const permissionsAtHand = ({ credential, situation: { credentials } }: Attempt): Fact<readonly string[]> | undefined => {
  if (!credential.known || credential.value === 'none') return undefined
  return credentials.known ? credentials.value.find(({ kind }) => kind === credential.value)?.permissions : credentials
}

const permission: Rule = {
  id: 'auth.permission',
  about:
    'The role of the user, or of the OAuth client, lacks a permission: 403 “missing.permissions” or “missing.any.permissions”. Add it to the role.',
  phase: 'response',
  title: 'A permission is missing',
  refusedWith: permissionCodes,
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: permissionCodes })
      ? fails(
          'The role of the user, or of the OAuth client, lacks a permission. The three sends need conversation:message:create; the agent’s send also takes conversation:webmessaging:create.',
          'Add the permission that the message names to the role: the user’s for a user token, the OAuth client’s for a client token.',
          answerEvidence(attempt)
        )
      : undefined,
  // Whose token a pasted request carries is not known; that is said by the rules on the kind of token.
  foresee: (attempt) => {
    const { operation } = attempt
    const needed = permissionsNeeded(operation && findMessagingOperation(operation.method, operation.path)?.permissions)
    const held = permissionsAtHand(attempt)
    if (!needed || !held) return undefined
    const list = needed.names.join(needed.kind === 'allOf' ? ' and ' : ' or ')
    if (!held.known) return cannotTell(`whether its role has ${list}`, held, `Look at the roles of the credential: it needs ${list}.`)
    const missing = needed.names.filter((name) => !permits(held.value, name))
    const enough = needed.kind === 'allOf' ? missing.length === 0 : missing.length < needed.names.length
    if (enough) return undefined
    const code = needed.kind === 'allOf' ? 'missing.permissions' : 'missing.any.permissions'
    return {
      ...fails(`The credential’s role does not have ${list}: the answer is 403 “${code}”.`, addPermission, [
        { text: `The roles grant ${held.value.length} permissions; ${missing.join(' and ')} is not among them.`, from: held.from.source }
      ]),
      refusedWith: [code]
    }
  }
}

const division = answerRule({
  id: 'auth.division',
  title: 'The permission does not hold in this division',
  confidence: 'documented',
  sources: [sources.openapi],
  codes: ['missing.division.permission', 'missing.any.division.permissions'],
  cause: 'The role has the permission, but not for the division of what the request names.',
  remedy: 'Grant the role in that division.'
})

const scope = answerRule({
  id: 'auth.scope',
  title: 'The OAuth client lacks a scope',
  confidence: 'documented',
  sources: [sources.openapi],
  codes: ['app.not.authorized.for.scope'],
  cause:
    'The OAuth client may not use the scope that the operation needs: the sends need “conversations”. Scopes hold for user tokens; for client credentials the role decides.',
  remedy: 'Add the scope to the OAuth client, and sign in again.'
})

const policy = answerRule({
  id: 'auth.policy',
  title: 'A security policy denies it',
  confidence: 'documented',
  sources: [sources.openapi],
  codes: ['authz.policy.denied'],
  cause: 'An access control policy of the organisation denies the request.',
  remedy: 'Give the administrator the policy’s id from the message.'
})

export const authorisationRules: readonly Rule[] = [notAuthenticated, ip, permission, division, scope, policy]
