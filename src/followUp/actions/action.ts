import type { Confidence, Finding } from '../../diagnosis/finding'
import type { CredentialKind } from '../../model/credential'
import type { Operation } from '../../platform/operations'
import type { PlannedRequest, SendingRoute } from '../route'

/** What can be done to a conversation so that a message gets into it, and what ends it. */
export const actionIds = ['accept', 'resume', 'assign', 'leave', 'disconnect'] as const
export type ActionId = (typeof actionIds)[number]

/** What an action leads to. */
export type Opening =
  /** The plan, made again for the conversation as it would be, has this route. */
  | { readonly kind: 'route'; readonly title: string; readonly verdict: SendingRoute['verdict']; readonly reason: string }
  /** How the conversation would stand is not documented enough to plan over it. */
  | { readonly kind: 'condition'; readonly text: string }

/** A documented request that changes where a conversation stands, and what the rules say of it. */
export interface Action {
  readonly id: ActionId
  readonly title: string
  readonly operation: Operation
  readonly request: PlannedRequest
  readonly verdict: 'will-work' | 'will-fail' | 'cannot-tell'
  /** Why it works or does not, in a line. */
  readonly reason: string
  readonly confidence: Confidence
  readonly findings: readonly Finding[]
  /** What happens to the customer and to the agents, a sentence or two. */
  readonly effect: string
  readonly opens: Opening
  /** The credential that alone keeps it from working. */
  readonly lacks?: CredentialKind
}

/** The actions that this situation has a use for, and what no action can do there, where people look for one. */
export interface ActionPlan {
  readonly actions: readonly Action[]
  readonly impossible: string | undefined
}
