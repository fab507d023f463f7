import { limits, notifications, tokens, users } from './documented/account'
import { messageRecipients, smsNumbers } from './documented/addresses'
import { analytics } from './documented/analytics'
import type { Area, Credential, CredentialBasis, Purpose, Row } from './documented/area'
import { checklists, conversations, participants } from './documented/conversations'
import { externalContacts } from './documented/externalContacts'
import { integrations } from './documented/integrations'
import { messages } from './documented/messages'
import { identityResolution, messagingConfiguration, olderConfiguration, threadingTimeline } from './documented/messagingConfiguration'
import { callbacks, emailDomains, emails } from './documented/otherChannels'
import { actionMaps, webDeployments, webMessaging } from './documented/webMessaging'
import type { Operation } from './operations'
import { findRequestBody, type RequestBody } from './requestBodies'

export type { Credential, CredentialBasis, Purpose }

/** Which permissions the role of the user, or of the OAuth client, must have. */
export type Permissions =
  | { readonly kind: 'allOf' | 'anyOf'; readonly names: readonly string[] }
  /** The OpenAPI names none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'notDocumented' }

/** An answer to a request that succeeded. */
export interface Success {
  readonly status: number
  /** The model of its body; `undefined` where it has none. */
  readonly model: string | undefined
}

/** A status and an error code that stand together in an answer. */
export interface ErrorName {
  readonly status: number
  readonly code: string
}

/** What is published of an operation. Its parts are read out of their short form when they are asked for. */
export interface MessagingOperation extends Operation {
  readonly purpose: Purpose
  /** What it is for, in a sentence; only for the operations that people are pointed to. */
  readonly summary: string | undefined
  readonly credential: Credential
  /** Where the credential is said; `undefined` where it is not documented. */
  readonly credentialBasis: CredentialBasis | undefined
  readonly permissions: Permissions
  /** Scopes of which a user's token needs one; `undefined` where they are not known here. A client's token has none: its role decides. */
  readonly scopes: readonly string[] | undefined
  /** The model of the request body, as the SDK calls it; `undefined` where it takes none. */
  readonly bodyModel: string | undefined
  /** The fields of that body; `undefined` where they are not described here. */
  readonly body: RequestBody | undefined
  /** Top-level fields of the request body; `undefined` where the body is not described here. */
  readonly bodyFields: readonly string[] | undefined
  /** Empty where none is documented. */
  readonly successes: readonly Success[]
  /** The error codes that are listed for this operation, beyond those that any operation may answer. Such lists are not complete. */
  readonly errors: readonly ErrorName[]
  readonly preview: boolean
}

export const agentMessagePath = '/api/v2/conversations/messages/{conversationId}/communications/{communicationId}/messages'
export const mediaUploadPath = `${agentMessagePath}/media/uploads`
export const agentlessPath = '/api/v2/conversations/messages/agentless'
export const outboundPath = '/api/v2/conversations/messages'
export const messageConversationPath = '/api/v2/conversations/messages/{conversationId}'
export const participantPath = `${messageConversationPath}/participants/{participantId}`
export const parkingStatePath = `${participantPath}/parkingstate`
export const assignPath = '/api/v2/conversations/{conversationId}/assign'

const areas: readonly Area[] = [
  conversations,
  participants,
  checklists,
  messages,
  messagingConfiguration,
  threadingTimeline,
  integrations,
  identityResolution,
  olderConfiguration,
  webDeployments,
  webMessaging,
  actionMaps,
  analytics,
  externalContacts,
  messageRecipients,
  smsNumbers,
  callbacks,
  emails,
  emailDomains,
  notifications,
  limits,
  tokens,
  users
]

const errorsOf = ({ errors = {} }: Row): readonly ErrorName[] =>
  Object.entries(errors).flatMap(([status, codes = '']) => codes.split(' ').map((code) => ({ status: Number(status), code })))

const credentialOf = (row: Row): readonly [Credential, CredentialBasis | undefined] => {
  if (row.credential) return row.credential
  const listed = errorsOf(row).map(({ code }) => code)
  if (listed.includes('not.a.client')) return ['client', 'errorCode']
  if (listed.includes('not.a.user')) return ['user', 'errorCode']
  return ['notDocumented', undefined]
}

const permissionsOf = ({ needs }: Row): Permissions => {
  if (needs === undefined) return { kind: 'none' }
  if (needs === 'notDocumented') return { kind: 'notDocumented' }
  const [which, ...names] = needs.split(' ')
  return { kind: which === 'all' ? 'allOf' : 'anyOf', names }
}

const scopesOf = ({ scope, readonlyScope }: Area, method: string, row: Row): readonly string[] | undefined => {
  if (row.fromSdk) return undefined
  if (scope === undefined || row.credential?.[1] === 'security') return []
  const reads = method === 'GET' || method === 'HEAD' || row.reads === true
  return reads && readonlyScope !== false ? [scope, `${scope}:readonly`] : [scope]
}

const successesOf = ({ ok = {} }: Row): readonly Success[] =>
  Object.entries(ok).map(([status, model]) => ({ status: Number(status), model: model === '' ? undefined : model }))

const operationOf = (area: Area, name: string, row: Row): MessagingOperation => {
  const [method = '', rest = ''] = name.split(' ')
  return {
    method,
    path: area.at + rest,
    purpose: row.purpose ?? area.purpose,
    summary: row.summary,
    get credential() {
      return credentialOf(row)[0]
    },
    get credentialBasis() {
      return credentialOf(row)[1]
    },
    get permissions() {
      return permissionsOf(row)
    },
    get scopes() {
      return scopesOf(area, method, row)
    },
    bodyModel: row.body,
    get body() {
      return row.body === undefined ? undefined : findRequestBody(row.body)
    },
    get bodyFields() {
      return this.body?.fields.map(({ name: field }) => field)
    },
    get successes() {
      return successesOf(row)
    },
    get errors() {
      return errorsOf(row)
    },
    preview: row.preview ?? false
  }
}

/**
 * The operations around messaging, 264 of them. Sources: published OpenAPI of July 2026 (permissions, scopes, answers, error codes) and
 * purecloud-platform-client-v2 262.0.0 (models of bodies and answers, and what the OpenAPI does not have yet).
 */
export const messagingOperations: readonly MessagingOperation[] = areas.flatMap((area) =>
  Object.entries(area.operations).map(([name, row]) => operationOf(area, name, row))
)

const byName = new Map(messagingOperations.map((operation) => [`${operation.method} ${operation.path}`, operation]))

/** What is published of a messaging operation; `path` with its variables, as `findOperation` gives it. */
export const findMessagingOperation = (method: string, path: string): MessagingOperation | undefined => byName.get(`${method} ${path}`)
