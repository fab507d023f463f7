import type { Conversation } from './conversation'
import type { Fact } from './fact'
import type { Instant } from './instant'
import type { ThreadingTimeline } from './threading'

/** What a request is sent with: a person's token, or an OAuth client's own. Some operations take only one of them. */
export type CredentialKind = 'user' | 'client'

export interface Credential {
  readonly kind: CredentialKind
  /** The user's or the OAuth client's name. Never a secret. */
  readonly name: string
  /** Set for a user credential. */
  readonly userId: string | undefined
}

export interface Deployment {
  readonly id: string
  readonly name: string
  /** `Pending`, `Active`, `Inactive`, `Error` or `Deleting`. */
  readonly status: string
}

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
  /** The external contact that the conversation’s customer has. */
  readonly contact: Fact<ContactStanding>
}

/** A situation in which nothing is known, each time for the same reason. */
export const nothingKnown = (now: Instant, why: string): Situation => {
  const unknown = { known: false, why } as const
  return { now, conversation: unknown, threading: unknown, credentials: unknown, deployments: unknown, contact: unknown }
}
