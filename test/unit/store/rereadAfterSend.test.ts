import assert from 'node:assert/strict'
import type { Api } from '../../../src/genesys/api'
import { Connections } from '../../../src/store/connections'
import { rereadAfterSend } from '../../../src/store/rereadAfterSend'
import { emptyConversation, sendsWith } from '../../support/sends'
import { factsOf } from '../support/connections'
import { ids } from '../support/ids'
import { fakePace, settled } from '../support/pace'
import { answer, connect, failing, organisation, refusal } from '../support/platform'
import { conversationBody } from '../support/wire'

/** Sends once, and answers with the conversations that were read after it, and when in the story. */
const readAfter = async (send: Api['send']): Promise<readonly string[]> => {
  const story: string[] = []
  const connection = await connect(
    organisation({
      send: (...given) => {
        story.push('send')
        return send(...given)
      },
      message: () => answer({ status: 'delivery-success' }),
      conversation: (id) => {
        story.push(id)
        return answer({ ...conversationBody, id })
      }
    })
  )
  const connections = new Connections()
  connections.add(factsOf('c-1'), connection)
  const sends = sendsWith(fakePace(0))
  rereadAfterSend(sends, connections, (error) => {
    throw error
  })
  await sends.send(connection, {
    from: { connectionId: 'c-1', id: ids.conversation },
    conversation: emptyConversation(ids.conversation),
    recipient: 'Ada Berg',
    text: 'Hello',
    request: { method: 'POST', path: '/x', body: {}, credential: 'client' }
  })
  await settled()
  return story
}

describe('after a send', () => {
  it('its conversation and the one that it went into are read again, not before', async () => {
    const [first, ...others] = await readAfter(() => answer({ id: 'm-1', conversationId: ids.otherConversation }))
    assert.equal(first, 'send')
    assert.deepEqual([...new Set(others)].sort(), [ids.conversation, ids.otherConversation].sort())
  })

  it('that was refused its conversation is read again: it may have changed meanwhile', async () => {
    assert.deepEqual(await readAfter(() => failing(refusal(409, 'request.conflict'))), ['send', ids.conversation])
  })

  it('of which nobody knows what became its conversation is read again', async () => {
    const [first, ...others] = await readAfter(() => failing({ kind: 'noAnswer', why: 'ECONNRESET' }))
    assert.equal(first, 'send')
    // Once to be shown, and once to look for the message.
    assert.deepEqual(others, [ids.conversation, ids.conversation])
  })
})
