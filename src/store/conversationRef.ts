import type { Uuid } from '../model/ids'

/** Names a conversation: its id alone does not say in which organisation it is. */
export interface ConversationRef {
  readonly connectionId: string
  readonly id: Uuid
}

export const isSameConversation = (one: ConversationRef | undefined, other: ConversationRef | undefined): boolean =>
  one?.id === other?.id && one?.connectionId === other?.connectionId
