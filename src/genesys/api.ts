import type { Endpoint } from './endpoint'
import type { Failure } from './platformError'

/** A request as it is sent: method, path with its variables filled in, body. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/**
 * What came of a call. A value and not an exception: the SDK is a bundle of its own, and an error class made there is not the one that the
 * rest of the product knows. The body is checked by who reads it.
 */
export type Reply = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly failure: Failure }

/** The platform as one token sees it. No call rejects. */
export interface Api {
  /** The user, with what its roles permit. */
  readonly me: () => Promise<Reply>
  readonly token: () => Promise<Reply>
  /** The roles of whoever the token belongs to, with their permissions. */
  readonly grants: () => Promise<Reply>
  readonly organisation: () => Promise<Reply>
  readonly conversation: (conversationId: string) => Promise<Reply>
  /** Messaging conversations that started in the interval (ISO 8601, `from/to`), newest first. */
  readonly conversationsIn: (interval: string, pageSize: number) => Promise<Reply>
  readonly message: (conversationId: string, messageId: string) => Promise<Reply>
  readonly threadingTimeline: () => Promise<Reply>
  readonly deployments: () => Promise<Reply>
  readonly integrations: () => Promise<Reply>
  readonly smsNumbers: () => Promise<Reply>
  readonly queue: (queueId: string) => Promise<Reply>
  /** The queues that the user is a member of. */
  readonly myQueues: () => Promise<Reply>
  readonly contact: (contactId: string) => Promise<Reply>
  readonly send: (request: ApiRequest) => Promise<Reply>
}

export type TokenReply = { readonly ok: true; readonly token: string } | { readonly ok: false; readonly failure: Failure }

/** What the late-loaded SDK bundle offers. */
export interface Sdk {
  readonly openApi: (endpoint: Endpoint, accessToken: string) => Api
  /** The access token of an OAuth client (client credentials grant). */
  readonly clientToken: (endpoint: Endpoint, clientId: string, clientSecret: string) => Promise<TokenReply>
}
