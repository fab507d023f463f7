import type { Confidence, Finding } from '../diagnosis/finding'
import type { CredentialKind } from '../model/situation'
import type { Operation } from '../platform/operations'

/** The ways to reach the customer, and waiting for them. */
export type RouteId = 'agentMessage' | 'agentless' | 'outbound' | 'wait'

/** What the person has written and chosen so far. */
export interface Draft {
  readonly text: string
  readonly deploymentId: string | undefined
}

/** A request that can be sent as it stands. Values that are not known are written `<like this>`. */
export interface PlannedRequest {
  readonly method: string
  /** With its variables filled in. */
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly credential: CredentialKind
}

interface RouteBase {
  readonly title: string
  /** The one line that matters. */
  readonly reason: string
  readonly confidence: Confidence
  readonly findings: readonly Finding[]
}

/** A route that sends. */
export interface SendingRoute extends RouteBase {
  readonly id: Exclude<RouteId, 'wait'>
  readonly verdict: 'will-work' | 'will-fail' | 'cannot-tell'
  readonly operation: Operation
  readonly request: PlannedRequest
}

/** Sends nothing: the customer writes next. */
export interface WaitingRoute extends RouteBase {
  readonly id: 'wait'
  readonly verdict: 'wait'
}

export type Route = SendingRoute | WaitingRoute
