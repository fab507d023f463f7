import type { Pace } from '../../src/genesys/traffic/pace'
import type { Conversation } from '../../src/model/conversation'
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
