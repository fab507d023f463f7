import { permits, type Credential, type CredentialKind } from '../model/credential'
import { agentlessPath, agentMessagePath, findMessagingOperation, outboundPath } from '../platform/messagingOperations'
import type { SendingRoute } from './route'

/** Whether a credential may make a send, as far as its roles and scopes say. */
export type SendPermission =
  | { readonly kind: 'permitted' }
  | {
      readonly kind: 'missing'
      readonly permissions: readonly string[]
      /** Whether one of the permissions is enough. */
      readonly anyOf: boolean
      /** A scope that the token has not. */
      readonly scope: string | undefined
    }
  | { readonly kind: 'notKnown'; readonly why: string }

/** The sends, with the credential that each goes out with. */
const sends: readonly { readonly id: SendingRoute['id']; readonly path: string; readonly credential: CredentialKind }[] = [
  { id: 'agentMessage', path: agentMessagePath, credential: 'user' },
  { id: 'agentless', path: agentlessPath, credential: 'client' },
  { id: 'outbound', path: outboundPath, credential: 'user' }
]

/** A user’s token needs one of the operation’s scopes. Where the token’s scopes are not known, or it has none at all, nothing is said. */
const missingScope = ({ kind, grant }: Credential, scopes: readonly string[] | undefined): string | undefined => {
  if (kind !== 'user' || !grant.known || grant.value.scopes.length === 0 || scopes === undefined || scopes.length === 0) return undefined
  return scopes.some((scope) => grant.value.scopes.includes(scope)) ? undefined : scopes[0]
}

const permissionOf = (credential: Credential, path: string): SendPermission => {
  const operation = findMessagingOperation('POST', path)
  if (operation === undefined || operation.permissions.kind === 'notDocumented')
    return { kind: 'notKnown', why: 'Its permissions are not documented.' }
  const scope = missingScope(credential, operation.scopes)
  const { permissions: needed } = operation
  if (needed.kind === 'none') return scope === undefined ? { kind: 'permitted' } : { kind: 'missing', permissions: [], anyOf: false, scope }
  const { permissions: held } = credential
  if (!held.known) return { kind: 'notKnown', why: held.why }
  const lacked = needed.names.filter((name) => !permits(held.value, name))
  const anyOf = needed.kind === 'anyOf'
  const permissions = anyOf && lacked.length < needed.names.length ? [] : lacked
  return permissions.length === 0 && scope === undefined ? { kind: 'permitted' } : { kind: 'missing', permissions, anyOf, scope }
}

/** The sends that go out with this kind of credential, and whether this one may make them. */
export const sendPermissions = (
  credential: Credential
): readonly { readonly send: SendingRoute['id']; readonly permission: SendPermission }[] =>
  sends
    .filter(({ credential: kind }) => kind === credential.kind)
    .map(({ id, path }) => ({ send: id, permission: permissionOf(credential, path) }))
