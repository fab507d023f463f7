import type { Endpoint } from './endpoint'

/** A request as it is sent: method, path with its variables filled in, body. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** A successful answer. The body is checked by who reads it. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** The platform as one token sees it. Every call rejects with `PlatformError`. */
export interface Api {
  readonly me: () => Promise<Answer>
  readonly token: () => Promise<Answer>
  readonly organisation: () => Promise<Answer>
  readonly conversation: (conversationId: string) => Promise<Answer>
  /** Messaging conversations that started in the interval (ISO 8601, `from/to`), newest first. */
  readonly conversationsIn: (interval: string, pageSize: number) => Promise<Answer>
  readonly message: (conversationId: string, messageId: string) => Promise<Answer>
  readonly threadingTimeline: () => Promise<Answer>
  readonly deployments: () => Promise<Answer>
  readonly send: (request: ApiRequest) => Promise<Answer>
}

/** What the late-loaded SDK bundle offers. */
export interface Sdk {
  readonly openApi: (endpoint: Endpoint, accessToken: string) => Api
  /** The access token of an OAuth client (client credentials grant). */
  readonly clientToken: (endpoint: Endpoint, clientId: string, clientSecret: string) => Promise<string>
}
