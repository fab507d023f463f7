import assert from 'node:assert/strict'
import type { OutgoingRequest } from '../../../src/genesys/connection'
import type { Failure } from '../../../src/genesys/platformError'
import { changeOnce, type ChangeOutcome } from '../../../src/store/changeOnce'
import { answer, connect, failing, organisation, refusal } from '../support/platform'

const request: OutgoingRequest = {
  method: 'PATCH',
  path: '/api/v2/conversations/messages/c-1',
  body: { state: 'disconnected' },
  credential: 'client'
}

/** What became of the request, which left once. */
const outcome = async (failure: Failure | undefined): Promise<ChangeOutcome> => {
  let calls = 0
  const connection = await connect(
    organisation({
      send: () => {
        calls++
        return failure ? failing(failure) : answer(undefined)
      }
    })
  )
  const changed = await changeOnce(connection, request)
  assert.equal(calls, 1)
  return changed
}

describe('A change that is made once', () => {
  it('is accepted when the platform says so, with a body or without', async () => {
    assert.deepEqual(await outcome(undefined), { kind: 'accepted' })
  })

  it('is refused with the platform’s own words', async () => {
    const refused = await outcome(refusal(400, 'operation.failed'))
    assert.ok(refused.kind === 'refused')
    assert.deepEqual([refused.answer?.status, refused.answer?.code, refused.answer?.message], [400, 'operation.failed', 'No.'])
  })

  it('is refused without an answer when the organisation cannot be reached: nothing left', async () => {
    const refused = await outcome({ kind: 'unreachable', why: 'ECONNREFUSED' })
    assert.ok(refused.kind === 'refused')
    assert.equal(refused.answer, undefined)
  })

  for (const [name, failure] of [
    ['a server’s error', refusal(503, 'service.unavailable')],
    ['no answer', { kind: 'noAnswer', why: 'ECONNRESET' }],
    ['an answer that is not what the API describes', { kind: 'unexpected', why: 'it has no status' }]
  ] as const satisfies readonly (readonly [string, Failure])[])
    it(`is not known after ${name}`, async () => {
      assert.equal((await outcome(failure)).kind, 'unknown')
    })

  it('is refused when there is no such credential', async () => {
    const connection = await connect({ client: {}, settings: { userToken: undefined } })
    const refused = await changeOnce(connection, { ...request, credential: 'user' })
    assert.ok(refused.kind === 'refused')
    assert.equal(refused.answer, undefined)
  })
})
