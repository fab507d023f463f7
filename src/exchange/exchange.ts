import type { Shell } from './shell'

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
  /** `Retry-After`, in seconds. */
  readonly retryAfter?: number
  readonly error: ErrorAnswer | undefined
  readonly body: Body | undefined
}

/** What the platform reported of a message’s delivery: `MessageData`, `MessageDetails`, a receipt of open messaging, an analytics session. */
export interface DeliveryReport {
  /** As written, for example `delivery-failed` or `Failed`. */
  readonly status: string | undefined
  readonly messengerType: string | undefined
  readonly direction: string | undefined
  /** `errorInfo.code`, or `reasons[].code` of a receipt. */
  readonly code: string | undefined
  readonly text: string | undefined
}

/** A frame of the guest’s websocket (Web Messaging), or an error of the headless messenger, which says the same in words. */
export interface GuestFrame {
  /** `class` of the frame, for example `SessionResponse`; absent in an error of the headless messenger. */
  readonly frameClass: string | undefined
  /** `code` of the frame, or `errorCode` inside its body. */
  readonly code: number | undefined
  readonly text: string | undefined
  /** `body.readOnly` of a SessionResponse, or `metadata.readOnly` of a Disconnect event. */
  readonly readOnly: boolean | undefined
}

/** What a command is when it is read for this shell. */
export interface ShellReading {
  readonly shell: Shell
  readonly request: Request
}

/** Nothing in a command shows which shell it is for, and it is another request in another one. */
export interface ShellDoubt {
  readonly readFor: Shell
  readonly others: readonly [ShellReading, ...ShellReading[]]
}

/** A request, its response, or both, as read from what somebody pasted; or what was reported of a delivery, or to a guest. Secrets were removed as it was read. */
export interface Exchange {
  readonly request: Request | undefined
  readonly response: Response | undefined
  readonly delivery?: DeliveryReport
  readonly guest?: GuestFrame
  readonly shellDoubt?: ShellDoubt
}

/** True for an answer that says that the request failed, or was sent elsewhere: a redirected send was not carried out. */
export const isFailure = ({ status, error }: Response): boolean => (status === undefined ? error !== undefined : status >= 300)
