import assert from 'node:assert/strict'
import type { Api } from '../../../src/genesys/api'
import { PlatformError } from '../../../src/genesys/platformError'
import { Connections } from '../../../src/store/connections'
import { locate } from '../../../src/store/locate'
import { factsOf } from '../support/connections'
import { ids } from '../support/ids'
import { answer, connect, failing, organisation, refusal } from '../support/platform'
import { analyticsRow, conversationBody } from '../support/wire'

/** Open connections to these organisations, named a, b and so on, each with its list read. */
const opened = async (...apis: readonly Partial<Api>[]): Promise<Connections> => {
  const connections = new Connections()
  for (const [index, api] of apis.entries()) {
    const id = String.fromCodePoint('a'.codePointAt(0) ?? 0) + String(index)
    connections.add(factsOf(id), await connect(organisation(api)))
    await connections.refresh(id)
  }
  return connections
}

const has: Partial<Api> = { conversation: () => answer(conversationBody) }

describe('the search for a conversation', () => {
  it('finds it in the organisation that has it, and says why not in the others', async () => {
    const { holders, misses } = await locate(ids.conversation, await opened({}, has))
    assert.deepEqual(
      holders.map(({ id }) => id),
      ['a1']
    )
    assert.deepEqual(
      misses.map(({ of }) => of.id),
      ['a0']
    )
    assert.match(misses[0]?.why ?? '', /404/)
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
    assert.deepEqual(
      (await locate(ids.conversation, connections)).holders.map(({ id }) => id),
      ['a1']
    )
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
    assert.deepEqual(
      (await locate(ids.conversation, connections)).holders.map(({ id }) => id),
      ['a1']
    )
  })

  it('finds it in several, where several have it', async () => {
    assert.equal((await locate(ids.conversation, await opened(has, has))).holders.length, 2)
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
    await assert.rejects(locate(ids.conversation, connections, abort.signal), (error: unknown) => PlatformError.isCancelled(error))
  })

  it('asks for a refusal only: a fault of ours is not hidden as a miss', async () => {
    const connections = await opened({
      conversation: () => {
        throw new RangeError('broken')
      }
    })
    await assert.rejects(locate(ids.conversation, connections), RangeError)
    assert.deepEqual(
      (await locate(ids.conversation, await opened({ conversation: () => failing(refusal(403, 'not.authorized')) }))).holders,
      []
    )
  })
})
