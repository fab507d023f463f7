import type { Route } from '../../../followUp/route'
import type { Conversation, LegOf, MessageRecord } from '../../../model/conversation'
import type { Known } from '../../../model/fact'
import type { MessageContent } from '../../../model/messageContent'
import type { Situation } from '../../../model/situation'

/** A message, who sent it, and what it says. */
export interface WrittenMessage {
  readonly of: LegOf
  readonly record: MessageRecord
  /** `undefined` when its content was not read. */
  readonly content: MessageContent | undefined
}

/** What is known of a conversation when it is written down. */
export interface Written {
  readonly situation: Situation
  readonly conversation: Known<Conversation>
  /** The state in words. */
  readonly state: string
  /** The connection’s name. */
  readonly connection: string
  readonly routes: readonly Route[]
}
