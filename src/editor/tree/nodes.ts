import type { LegOf, MessageRecord } from '../../model/conversation'
import type { Uuid } from '../../model/ids'
import type { StateKind } from '../../model/state'
import type { Division } from '../../store/listing/arrangement'

export interface ConnectionNode {
  readonly kind: 'connection'
  readonly id: string
}

export interface GroupNode {
  readonly kind: 'group'
  readonly connectionId: string
  readonly division: Division
  readonly key: string
}

export interface ConversationNode {
  readonly kind: 'conversation'
  readonly connectionId: string
  readonly id: Uuid
}

export interface LegNode {
  readonly kind: 'leg'
  readonly connectionId: string
  readonly conversationId: Uuid
  readonly of: LegOf
}

export interface MessageNode {
  readonly kind: 'message'
  readonly connectionId: string
  readonly conversationId: Uuid
  readonly of: LegOf
  readonly message: MessageRecord
}

/** Shows more rows of a group: there are `hidden` more. */
export interface MoreNode {
  readonly kind: 'more'
  /** `undefined` for the list that all connections have together. */
  readonly connectionId: string | undefined
  readonly group: string
  readonly hidden: number
}

/** Shows messages of a conversation that were sent before those that are shown: there are `hidden` more. */
export interface EarlierNode {
  readonly kind: 'earlier'
  readonly connectionId: string
  readonly conversationId: Uuid
  readonly hidden: number
}

/** Reads conversations from before the look-back. */
export interface OlderNode {
  readonly kind: 'older'
  readonly connectionId: string
  /** The connection’s name, where it does not stand above. */
  readonly connection: string | undefined
}

/**
 * What the Conversations view shows. The node of a connection, of a group and of a conversation stays the same object as long as it is shown, so that
 * it alone can be refreshed.
 */
export type Node = ConnectionNode | GroupNode | ConversationNode | LegNode | MessageNode | MoreNode | EarlierNode | OlderNode

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

/** So many rows of a group, and so many messages, are shown at first, and again for each “Show 100 More”. */
export const pageRows = 100
