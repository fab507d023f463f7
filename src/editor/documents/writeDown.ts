import { plan } from '../../followUp/plan'
import { legsOf } from '../../model/conversation'
import { textDraft } from '../../model/draft'
import type { MessageContent } from '../../model/messageContent'
import type { Situation } from '../../model/situation'
import { deriveState } from '../../model/state'
import { summaryOf } from '../../model/stateSummary'
import type { OpenConnection } from '../../store/connections'
import type { Uuid } from '../../model/ids'
import { ReportedError } from '../failures'
import { stateText } from '../words'
import { messagesOf } from './markdown/messages'
import type { Written, WrittenMessage } from './markdown/written'

/** What is known of a conversation, with what has been told of it since everything was read. It is read anew where what is held may not be true any more. */
const currentSituation = (
  { connection, conversations }: OpenConnection,
  id: Uuid,
  signal: AbortSignal | undefined
): Situation | Promise<Situation> => {
  const situation = conversations.situationOf(id)
  const live = conversations.get(id)
  if (!live || conversations.row(id)?.gone !== undefined || situation?.conversation.known !== true) return conversations.read(id, signal)
  return { ...situation, now: connection.now(), conversation: { ...situation.conversation, value: live } }
}

/** A conversation as it is written down. Rejects when it cannot be read. */
export const writeDown = async (open: OpenConnection, id: Uuid, signal?: AbortSignal): Promise<Written> => {
  const situation = await currentSituation(open, id, signal)
  const { conversation, threading, now } = situation
  if (!conversation.known) throw new ReportedError(conversation.why)
  const state = deriveState(conversation.value, threading, now)
  return {
    situation,
    conversation,
    state: stateText(summaryOf(state), now),
    connection: open.name,
    routes: plan(situation, textDraft('<text>'))
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
