import { plan } from '../../followUp/plan'
import { legsOf } from '../../model/conversation'
import type { MessageContent } from '../../model/messageContent'
import { deriveState } from '../../model/state'
import type { OpenConnection } from '../../store/connections'
import type { Uuid } from '../../model/ids'
import { ReportedError } from '../failures'
import { stateText } from '../words'
import { messagesOf } from './markdown/messages'
import type { Written, WrittenMessage } from './markdown/written'

/** What was last read of a conversation, as it is written down. It is read when it never was. */
export const writeDown = async (open: OpenConnection, id: Uuid, signal?: AbortSignal): Promise<Written> => {
  const situation = open.conversations.situationOf(id) ?? (await open.conversations.read(id, signal))
  const { conversation, threading, now } = situation
  if (!conversation.known) throw new ReportedError(conversation.why)
  const state = deriveState(conversation.value, threading, now)
  return {
    situation,
    conversation,
    state: stateText(state, now),
    connection: open.name,
    routes: plan(situation, { text: '<text>', deploymentId: undefined })
  }
}

/** The messages of what is written down, with what they say. */
export const messagesWritten = async (
  { connection }: OpenConnection,
  { conversation: { value } }: Written,
  signal?: AbortSignal
): Promise<readonly WrittenMessage[]> => {
  const ids = legsOf(value).flatMap(({ leg }) => leg.messages.map((message) => message.id))
  const contents: ReadonlyMap<string, MessageContent> =
    ids.length === 0 ? new Map() : await connection.records.messageContents(value.id, ids, signal)
  return messagesOf(value, contents)
}
