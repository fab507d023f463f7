import type { LegOf, MessageRecord } from '../../model/conversation'
import type { Uuid } from '../../model/ids'
import type { StateKind } from '../../model/state'

/** What the Conversations view shows. A conversation’s node stays the same object as long as it is shown, so that its row alone can be refreshed. */
export type Node =
  | { readonly kind: 'connection'; readonly id: string }
  | { readonly kind: 'group'; readonly connectionId: string; readonly state: StateKind; readonly count: number }
  | { readonly kind: 'conversation'; readonly connectionId: string; readonly id: Uuid }
  | { readonly kind: 'leg'; readonly connectionId: string; readonly conversationId: Uuid; readonly of: LegOf }
  | { readonly kind: 'message'; readonly connectionId: string; readonly of: LegOf; readonly message: MessageRecord }

export type ConversationNode = Extract<Node, { readonly kind: 'conversation' }>

/** The order of groups: what can be acted on first. */
export const groupOrder: readonly StateKind[] = [
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
