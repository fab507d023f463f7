/** How a request was authorised, as far as the text shows. The token itself is never kept. */
export type Authorisation = 'bearer' | 'basic' | 'none' | 'not shown'

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  /** Meant to be JSON and is not. */
  | { readonly kind: 'malformed'; readonly text: string; readonly why: string }

export interface Request {
  readonly method: string
  /** As written, without secrets. */
  readonly url: string
  /** The path under `/api/v2`; `undefined` for a URL of something else. */
  readonly apiPath: string | undefined
  readonly authorisation: Authorisation
  readonly body: Body | undefined
}

/** The error body of the platform (`ErrorBody`), and the shape of its OAuth endpoints. */
export interface ErrorAnswer {
  readonly code: string | undefined
  readonly message: string | undefined
  /** `contextId`: what support asks for. */
  readonly correlationId: string | undefined
}

export interface Response {
  readonly status: number | undefined
  readonly error: ErrorAnswer | undefined
  readonly body: Body | undefined
}

/** A request, its response, or both, as read from what somebody pasted. Secrets were removed as it was read. */
export interface Exchange {
  readonly request: Request | undefined
  readonly response: Response | undefined
}

/** True for an answer that says that the request failed. */
export const isFailure = ({ status, error }: Response): boolean => (status === undefined ? error !== undefined : status >= 400)
