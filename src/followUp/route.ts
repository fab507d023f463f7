import type { Confidence, Finding } from '../diagnosis/finding'
import type { CredentialKind } from '../model/credential'
import type { ContentKind } from '../model/draft'
import type { Operation } from '../platform/operations'

/** The ways to reach the customer by a request, waiting for them, and reaching them elsewhere. */
export type RouteId = 'agentMessage' | 'agentless' | 'outbound' | 'wait' | 'otherChannel'

/** A request that can be sent as it stands. Values that are not known are written `<like this>`. */
export interface PlannedRequest {
  readonly method: string
  /** With its variables filled in. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly credential: CredentialKind
}

/** Whether two requests are one and the same. */
export const isSameRequest = (one: PlannedRequest, other: PlannedRequest): boolean =>
  one.method === other.method &&
  one.path === other.path &&
  one.credential === other.credential &&
  JSON.stringify(one.body) === JSON.stringify(other.body)

interface RouteBase {
  readonly title: string
  /** The one line that matters. */
  readonly reason: string
  readonly confidence: Confidence
  readonly findings: readonly Finding[]
}

/** A route that sends. */
export interface SendingRoute extends RouteBase {
  readonly id: 'agentMessage' | 'agentless' | 'outbound'
  readonly verdict: 'will-work' | 'will-fail' | 'cannot-tell'
  readonly operation: Operation
  readonly request: PlannedRequest
  /** The kinds of content that it takes, and the one that it carries now. Absent for one that sends no message. */
  readonly content?: {
    readonly kind: ContentKind
    readonly kinds: readonly ContentKind[]
    /** Why it is a template though nobody chose one, as a sentence. */
    readonly whyTemplate?: string
  }
  /** The credential that alone keeps it from working. */
  readonly lacks?: CredentialKind
}

/** Sends nothing here: the customer writes next, or is reached elsewhere. */
export interface SilentRoute extends RouteBase {
  readonly id: 'wait' | 'otherChannel'
  readonly verdict: 'wait'
}

export type Route = SendingRoute | SilentRoute

export const isSending = (route: Route): route is SendingRoute => route.verdict !== 'wait'
