import type { Pace } from '../../src/genesys/traffic/pace'
import type { Conversation } from '../../src/model/conversation'
import type { SendRecord } from '../../src/store/outbox/record'
import { Sends, type SendsMeans } from '../../src/store/outbox/sends'
import { memoryStorages } from '../../src/store/outbox/storage'

/** The sends of a window. What goes wrong beside them fails the test, unless it is expected. */
export const sendsWith = (pace: Pick<Pace, 'wait'>, given: Partial<SendsMeans> = {}): Sends =>
  new Sends({
    pace,
    storages: memoryStorages(),
    onFailure: (doing, error) => {
      throw new Error(doing, { cause: error })
    },
    onUnreadable: (_connectionId, { name, kind }) => {
      throw new Error(`${name} is ${kind}.`)
    },
    ...given
  })

/** A conversation that has nothing in it. */
export const emptyConversation = (id: Conversation['id']): Conversation => ({
  id,
  startedAt: undefined,
  endedAt: undefined,
  participants: [],
  reading: 'live',
  readAt: 0
})

/** A text that was sent on an agent’s communication, and of which no answer came. */
export const sentUnknown = (from: SendRecord['from'], startedAt: number, given: Partial<SendRecord> = {}): SendRecord => ({
  id: 'send-1',
  from,
  recipient: 'Ada Berg',
  text: 'Hello',
  request: {
    method: 'POST',
    path: `/api/v2/conversations/messages/${from.id}/communications/leg-1/messages`,
    body: { textBody: 'Hello' },
    credential: 'user'
  },
  startedAt,
  leaveBy: startedAt + 90_000,
  trace: { kind: 'agentMessage', communicationId: 'leg-1', said: { kind: 'text', text: 'Hello' }, before: [] },
  outcome: { kind: 'unknown', why: 'No answer came.', leftUntil: startedAt + 16_000 },
  ...given
})
