import { findMessagingOperation } from '../../platform/messagingOperations'
import { findOperation } from '../../platform/operations'

/** Scopes of which a user’s token needs one, and whether they are published for the operation. */
export interface ScopeNeed {
  readonly oneOf: readonly string[]
  readonly published: boolean
}

/** Part of the path after `/api/v2/` → the scope of its operations, for those whose scopes are not published where we could read them. */
const scopeOfPart: Readonly<Partial<Record<string, string>>> = {
  analytics: 'analytics',
  authorization: 'authorization',
  conversations: 'conversations',
  externalcontacts: 'external-contacts',
  journey: 'journey',
  messaging: 'messaging',
  notifications: 'notifications',
  oauth: 'oauth',
  organizations: 'organization',
  responsemanagement: 'response-management',
  routing: 'routing',
  users: 'users',
  webdeployments: 'webdeployments'
}

/** A POST that only reads. */
const looksUp = /\/(?:query|search|bulk)$/

/** What a request needs; `undefined` when nothing is known of the operation’s scopes. */
export const scopeNeedOf = (method: string, path: string): ScopeNeed | undefined => {
  const operation = findOperation(method, path)
  const published = operation && findMessagingOperation(operation.method, operation.path)?.scopes
  if (published !== undefined) return { oneOf: published, published: true }
  const scope = scopeOfPart[path.split('/')[3] ?? '']
  if (scope === undefined) return undefined
  const reads = method === 'GET' || method === 'HEAD' || looksUp.test(path)
  return { oneOf: reads ? [scope, `${scope}:readonly`] : [scope], published: false }
}

/** Whether one of the scopes that a token has will do. A scope without `:readonly` contains the one with it. */
export const hasScope = ({ oneOf }: ScopeNeed, scopes: readonly string[]): boolean =>
  oneOf.length === 0 || oneOf.some((scope) => scopes.includes(scope))
