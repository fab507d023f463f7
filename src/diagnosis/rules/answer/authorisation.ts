import { sources } from '../../../platform/sources'
import type { Rule } from '../../rule'
import { answerRule, answers } from './answerRule'
import { answerEvidence } from '../../evidence'
import { fails } from '../../rule'

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

const permission = answerRule({
  id: 'auth.permission',
  title: 'A permission is missing',
  confidence: 'documented',
  sources: [sources.openapi],
  codes: ['missing.permissions', 'missing.any.permissions', 'not.authorized'],
  cause:
    'The role of the user, or of the OAuth client, lacks a permission. The three sends need conversation:message:create; the agent’s send also takes conversation:webmessaging:create.',
  remedy: 'Add the permission that the message names to the role: the user’s for a user token, the OAuth client’s for a client token.'
})

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
