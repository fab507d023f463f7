import type { LegOf, MessageRecord } from '../../model/conversation'
import type { Uuid } from '../../model/ids'
import type { StateKind } from '../../model/state'
import type { Grouping } from '../../store/listing/arrangement'

/**
 * What the Conversations view shows. The node of a connection, of a group and of a conversation stays the same object as long as it is shown, so that
 * it alone can be refreshed.
 */
export type Node =
  | { readonly kind: 'connection'; readonly id: string }
  | { readonly kind: 'group'; readonly connectionId: string; readonly grouping: Grouping; readonly key: string }
  | { readonly kind: 'conversation'; readonly connectionId: string; readonly id: Uuid }
  | { readonly kind: 'leg'; readonly connectionId: string; readonly conversationId: Uuid; readonly of: LegOf }
  | {
      readonly kind: 'message'
      readonly connectionId: string
      readonly conversationId: Uuid
      readonly of: LegOf
      readonly message: MessageRecord
    }
  /** Shows more rows of a group: there are `hidden` more. */
  | { readonly kind: 'more'; readonly connectionId: string; readonly group: string; readonly hidden: number }
  /** Reads conversations from before the look-back. */
  | { readonly kind: 'older'; readonly connectionId: string }

export type ConversationNode = Extract<Node, { readonly kind: 'conversation' }>
export type ConnectionNode = Extract<Node, { readonly kind: 'connection' }>
export type GroupNode = Extract<Node, { readonly kind: 'group' }>

/** The order of groups by state: what can be acted on first. */
export const stateOrder: readonly StateKind[] = [
  'connected',
  'alerting',
  'parked',
  'queued',
  'automated',
  'wrapUpPending',
  'endedWindowOpen',
  'endedWindowOver',
  'ended',
  'unknown'
]

/** So many rows of a group are shown at first, and again for each “Show 100 More”. */
export const pageRows = 100
