import type { CannedResponse } from './cannedResponse'
import type { Conversation } from './conversation'
import type { Credential } from './credential'
import type { Fact } from './fact'
import type { Instant } from './instant'
import type { Listing } from './listing'
import type { Queue, QueueMembership } from './queue'
import type { Deployment, Integration, SmsNumber } from './senders'
import type { ThreadingTimeline } from './threading'

/** How it stands with the customer’s external contact. */
export type ContactStanding =
  | { readonly kind: 'current' }
  /** Merged into another one, which is the one to name. */
  | { readonly kind: 'merged'; readonly into: string }
  | { readonly kind: 'missing' }

/** Everything known at one moment about a conversation and about the means to send into it. */
export interface Situation {
  readonly now: Instant
  readonly conversation: Fact<Conversation>
  readonly threading: Fact<ThreadingTimeline>
  /** The credentials at hand; an empty list is known to be empty. */
  readonly credentials: Fact<readonly Credential[]>
  readonly deployments: Fact<readonly Deployment[]>
  readonly integrations: Fact<Listing<Integration>>
  readonly smsNumbers: Fact<Listing<SmsNumber>>
  /** The external contact that the conversation’s customer has. */
  readonly contact: Fact<ContactStanding>
  /** The media types and ranges of them that may be sent to this customer: the supported content of what it is sent from. */
  readonly outboundMedia: Fact<readonly string[]>
  /** The canned response that is to be sent as a template. */
  readonly cannedResponse: Fact<CannedResponse>
  /** The queue that the conversation waits in, else the one that it was last in. */
  readonly queue: Fact<Queue>
  /** The queues of the user whose credential is at hand. */
  readonly memberships: Fact<Listing<QueueMembership>>
  /**
   * The routing status of the user whose credential is at hand, in the platform’s word. Source of the words: published OpenAPI, `RoutingStatus`:
   * `OFF_QUEUE`, `IDLE`, `INTERACTING`, `NOT_RESPONDING` or `COMMUNICATING`.
   */
  readonly routingStatus: Fact<string>
}

/** A situation in which nothing is known, each time for the same reason. */
export const nothingKnown = (now: Instant, why: string): Situation => {
  const unknown = { known: false, why } as const
  return {
    now,
    conversation: unknown,
    threading: unknown,
    credentials: unknown,
    deployments: unknown,
    integrations: unknown,
    smsNumbers: unknown,
    contact: unknown,
    outboundMedia: unknown,
    cannedResponse: unknown,
    queue: unknown,
    memberships: unknown,
    routingStatus: unknown
  }
}
