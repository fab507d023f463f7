import type { Endpoint } from './endpoint'
import type { OpenSocket } from './notifications/socket'
import type { Reply, TokenReply } from './reply'
import type { Caller } from './traffic/caller'

export type { Reply, TokenReply } from './reply'

/** A request as it is sent: method, path with its variables filled in, body. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Messaging conversations that started on a day that an interval touches. */
export interface DetailsQuery {
  /** ISO 8601, `from/to`. */
  readonly interval: string
  /** Only those that have not ended. */
  readonly onlyActive: boolean
}

/** A page of a listing; the first has the number 1. */
export interface Page {
  readonly size: number
  readonly number: number
}

/** The platform as one credential sees it. No call rejects. A signal that aborts calls off the request. */
export interface Api {
  /** The user, with what its roles permit. */
  readonly me: (signal?: AbortSignal) => Promise<Reply>
  /** The user, with whether conversations are offered to them. */
  readonly myRoutingStatus: (signal?: AbortSignal) => Promise<Reply>
  readonly token: (signal?: AbortSignal) => Promise<Reply>
  /** The roles of whoever the token belongs to, with their permissions. */
  readonly grants: (signal?: AbortSignal) => Promise<Reply>
  readonly organisation: (signal?: AbortSignal) => Promise<Reply>
  readonly conversation: (conversationId: string, signal?: AbortSignal) => Promise<Reply>
  /** The user’s own active message conversations. */
  readonly myConversations: (signal?: AbortSignal) => Promise<Reply>
  /** A page of the messaging conversations that a query finds, newest first. */
  readonly conversationsIn: (query: DetailsQuery, page: Page, signal?: AbortSignal) => Promise<Reply>
  /** Begins a job that finds the same as a query, over any time. */
  readonly beginDetailsJob: (query: DetailsQuery, signal?: AbortSignal) => Promise<Reply>
  readonly detailsJob: (jobId: string, signal?: AbortSignal) => Promise<Reply>
  /** @param cursor from the results before these; `undefined` for the first */
  readonly detailsJobResults: (jobId: string, cursor: string | undefined, signal?: AbortSignal) => Promise<Reply>
  readonly message: (conversationId: string, messageId: string, signal?: AbortSignal) => Promise<Reply>
  /** Several messages of a conversation, at most 1,000. */
  readonly messages: (conversationId: string, messageIds: readonly string[], signal?: AbortSignal) => Promise<Reply>
  /** A message of which only its own id is known. */
  readonly messageDetails: (messageId: string, signal?: AbortSignal) => Promise<Reply>
  readonly analyticsConversation: (conversationId: string, signal?: AbortSignal) => Promise<Reply>
  /** Messaging conversations of an external contact that started in the interval (ISO 8601, `from/to`), newest first. */
  readonly conversationsOfContact: (contactId: string, interval: string, pageSize: number, signal?: AbortSignal) => Promise<Reply>
  /** The same for an address, whichever side of a communication has it. */
  readonly conversationsOfAddress: (address: string, interval: string, pageSize: number, signal?: AbortSignal) => Promise<Reply>
  readonly threadingTimeline: (signal?: AbortSignal) => Promise<Reply>
  readonly deployments: (signal?: AbortSignal) => Promise<Reply>
  readonly integrations: (signal?: AbortSignal) => Promise<Reply>
  readonly smsNumbers: (signal?: AbortSignal) => Promise<Reply>
  readonly queue: (queueId: string, signal?: AbortSignal) => Promise<Reply>
  /** The queues that the user is a member of. */
  readonly myQueues: (signal?: AbortSignal) => Promise<Reply>
  readonly contact: (contactId: string, signal?: AbortSignal) => Promise<Reply>
  /** Canned responses with a phrase in their name or text, a page of them; every one for an empty phrase. */
  readonly responses: (phrase: string, page: Page, signal?: AbortSignal) => Promise<Reply>
  /** A supported content profile; `undefined`: the organisation’s default one. */
  readonly supportedContent: (id: string | undefined, signal?: AbortSignal) => Promise<Reply>
  /** Announces a file that is to be sent on a communication. */
  readonly announceMedia: (request: ApiRequest, signal?: AbortSignal) => Promise<Reply>
  readonly media: (conversationId: string, communicationId: string, mediaId: string, signal?: AbortSignal) => Promise<Reply>
  readonly newChannel: (signal?: AbortSignal) => Promise<Reply>
  /** Subscribes a notification channel to topics. One for which a permission is missing is answered as rejected, and keeps no other from being heard. */
  readonly subscribe: (channelId: string, topics: readonly string[], change: 'replace' | 'add', signal?: AbortSignal) => Promise<Reply>
  /** Makes the token unusable, here and everywhere. */
  readonly signOut: () => Promise<Reply>
  /** @param mayLeave asked at the last moment before the request goes out, after every wait; it is called off when that is false */
  readonly send: (request: ApiRequest, mayLeave: () => boolean) => Promise<Reply>
}

/** What the late-loaded SDK bundle offers. */
export interface Sdk {
  readonly openApi: (endpoint: Endpoint, caller: Caller) => Api
  /** The access token of an OAuth client (client credentials grant). */
  readonly clientToken: (endpoint: Endpoint, clientId: string, clientSecret: string) => Promise<TokenReply>
  /** What begins a person’s sign-in (authorization code with PKCE): a secret of this sign-in, and what is shown of it. */
  readonly newPkce: () => Promise<{ readonly verifier: string; readonly challenge: string }>
  /** The access token of a person who has signed in: the code that came back is exchanged. */
  readonly codeToken: (endpoint: Endpoint, exchange: CodeExchange) => Promise<TokenReply>
  /** Opens the websocket of a notification channel. */
  readonly openSocket: OpenSocket
}

/** The end of a person’s sign-in. */
export interface CodeExchange {
  readonly clientId: string
  readonly code: string
  readonly verifier: string
  readonly redirectUri: string
}
