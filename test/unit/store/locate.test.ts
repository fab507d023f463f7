import assert from 'node:assert/strict'
import type { Api } from '../../../src/genesys/api'
import { PlatformError } from '../../../src/genesys/platformError'
import { Connections } from '../../../src/store/connections'
import { locate, soughtIn, type Located, type Sought } from '../../../src/store/locate'
import { factsOf } from '../support/connections'
import { ids } from '../support/ids'
import { answer, connect, failing, organisation, refusal } from '../support/platform'
import { analyticsRow, conversationBody } from '../support/wire'

/** Open connections to these organisations, named a0, a1 and so on, each with its list read. */
const opened = async (...apis: readonly Partial<Api>[]): Promise<Connections> => {
  const connections = new Connections()
  for (const [index, api] of apis.entries()) {
    const id = `a${index}`
    connections.add(factsOf(id), await connect(organisation(api)))
    await connections.refresh(id)
  }
  return connections
}

const has: Partial<Api> = { conversation: () => answer(conversationBody) }

const asConversation: readonly Sought[] = [{ as: 'conversation', id: ids.conversation }]

const connectionsOf = ({ found }: Located): readonly string[] => found.map(({ connectionId }) => connectionId)

describe('A text that may be an id', () => {
  it('is looked for as a conversation’s, a message’s and an external contact’s', () => {
    assert.deepEqual(
      soughtIn(` ${ids.message.toUpperCase()} `).map(({ as, id }) => [as, id]),
      [
        ['conversation', ids.message],
        ['message', ids.message],
        ['contact', ids.message]
      ]
    )
  })

  it('of 32 digits without dashes can be a message’s only', () => {
    assert.deepEqual(soughtIn('0F'.repeat(16)), [{ as: 'message', id: '0f'.repeat(16) }])
  })

  it('is no id otherwise', () => {
    for (const text of ['', 'Jamie', 'conversation-42', '0f'.repeat(15)]) assert.deepEqual(soughtIn(text), [])
  })
})

describe('the search for a conversation', () => {
  it('finds it in the organisation that has it, and says which has not', async () => {
    const located = await locate(asConversation, await opened({}, has))
    assert.deepEqual(located.found, [{ connectionId: 'a1', id: ids.conversation }])
    assert.deepEqual(
      located.misses.map(({ of, as, why }) => [of.id, as, why]),
      [['a0', 'conversation', undefined]]
    )
  })

  it('finds it by a message of it', async () => {
    const asked: string[] = []
    const messageDetails: Api['messageDetails'] = (id) => {
      asked.push(id)
      return answer({ id, conversationId: ids.conversation })
    }
    const located = await locate(soughtIn(ids.message), await opened({ messageDetails }))
    assert.deepEqual(located.found, [{ connectionId: 'a0', id: ids.conversation }])
    assert.deepEqual(asked, [ids.message])
  })

  it('finds every conversation of an external contact, within 31 days', async () => {
    let asked: readonly string[] = []
    const conversationsOfContact: Api['conversationsOfContact'] = (contactId, interval) => {
      asked = [contactId, interval]
      return answer({ conversations: [analyticsRow, { ...analyticsRow, conversationId: ids.agent }] })
    }
    const located = await locate(soughtIn(ids.contact), await opened({ conversationsOfContact }))
    assert.deepEqual(
      located.found.map(({ id }) => id),
      [ids.conversation, ids.agent]
    )
    assert.deepEqual(asked, [ids.contact, '2026-10-24T14:05:00.000Z/2026-11-24T14:05:00.000Z'])
  })

  it('tells a thing that is not there from one that may not be read', async () => {
    const conversationsOfContact = () => failing(refusal(403, 'missing.permissions'))
    const { misses } = await locate(soughtIn(ids.contact), await opened({ conversationsOfContact }))
    assert.deepEqual(
      misses.map(({ as, why }) => [as, why?.includes('403')]),
      [
        ['conversation', undefined],
        ['message', undefined],
        ['contact', true]
      ]
    )
  })

  it('asks nobody where a list has it already', async () => {
    let asked = 0
    const counting = (): ReturnType<Api['conversation']> => {
      asked++
      return answer(conversationBody)
    }
    const connections = await opened(
      { conversation: counting },
      { conversation: counting, conversationsIn: () => answer({ conversations: [analyticsRow] }) }
    )
    assert.deepEqual(connectionsOf(await locate(soughtIn(ids.conversation), connections)), ['a1'])
    assert.equal(asked, 0)
  })

  it('asks all at once: one that is slow, or cannot be reached, holds up no other', async () => {
    let release: (() => void) | undefined
    const slow = new Promise<void>((resolve) => {
      release = resolve
    })
    const connections = await opened(
      { conversation: () => slow.then(() => failing({ kind: 'unreachable', why: 'ENOTFOUND' })) },
      {
        conversation: () => {
          release?.()
          return answer(conversationBody)
        }
      }
    )
    assert.deepEqual(connectionsOf(await locate(asConversation, connections)), ['a1'])
  })

  it('finds it in several, where several have it', async () => {
    assert.deepEqual(connectionsOf(await locate(asConversation, await opened(has, has))), ['a0', 'a1'])
  })

  it('ends when it is called off', async () => {
    const abort = new AbortController()
    const connections = await opened(
      {
        conversation: (_id, signal) => {
          assert.equal(signal, abort.signal)
          abort.abort()
          return failing({ kind: 'cancelled' })
        }
      },
      has
    )
    await assert.rejects(locate(asConversation, connections, abort.signal), (error: unknown) => PlatformError.isCancelled(error))
  })

  it('takes a refusal only for a miss: a fault of ours is not hidden', async () => {
    const connections = await opened({
      conversation: () => {
        throw new RangeError('broken')
      }
    })
    await assert.rejects(locate(asConversation, connections), RangeError)
  })
})
