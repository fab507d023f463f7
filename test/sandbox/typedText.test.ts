// Whatever a stranger writes is sent as it was typed, byte for byte: the sandbox’s ledger has what the person had before them.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { plan } from '../../src/followUp/plan'
import { isSending, type SendingRoute } from '../../src/followUp/route'
import type { Connection } from '../../src/genesys/connection'
import { textDraft, type Draft } from '../../src/model/draft'
import type { Situation } from '../../src/model/situation'
import { openedConnection, uuidOf } from './support/opened'
import { eachTestWithSandbox } from './support/session'

/** What people paste, and what breaks things. */
const awkward = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '**bold** [link](https://example.com) `code` # heading\n- item',
  'شكرا לשלום \u202eevil\u202c',
  '👩‍👩‍👧‍👦 🏳️‍🌈 é e\u0301 \u200b\u00a0',
  'It’s "ready" \\ \'C:\\new\' ${x} {{1}} %s <text>',
  '\t  leading and trailing  \r\n',
  'x'.repeat(3999),
  '\u2028\u2029\ufeff\u0000\u0007'
]

/** Any text that an editor can hold: halves of surrogate pairs are none. */
const anyText = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
)

describe('A text that is typed', () => {
  const session = eachTestWithSandbox()
  let connection: Connection

  beforeEach(async () => {
    connection = await openedConnection(session())
  })

  const routeOf = (situation: Situation, id: SendingRoute['id'], draft: Draft): SendingRoute => {
    const route = plan(situation, draft).find((candidate) => candidate.id === id)
    assert.ok(route && isSending(route))
    return route
  }

  /** The body of the last send, as it came to the sandbox. */
  const lastBody = (): unknown => {
    const last = session()
      .sandbox.ledger()
      .filter(({ request }) => request.method === 'POST' && /\/messages(?:\/agentless)?$/.test(request.path))
      .at(-1)
    return JSON.parse(last?.request.body.text ?? '')
  }

  const sentAs = async (situation: Situation, id: SendingRoute['id'], text: string): Promise<void> => {
    const { request } = routeOf(situation, id, textDraft(text))
    // What is nothing but blanks is refused, and is sent as it was typed all the same.
    await connection.send(request).catch(() => undefined)
    assert.deepEqual(lastBody(), request.body)
    assert.equal(request.body['textBody'], text)
  }

  it('is sent as it is by the agent’s message', async () => {
    const situation = await connection.situation(uuidOf(session(), 'connected-web'))
    for (const text of awkward) await sentAs(situation, 'agentMessage', text)
    await fc.assert(
      fc.asyncProperty(anyText, (text) => sentAs(situation, 'agentMessage', text)),
      { numRuns: 60 }
    )
  })

  it('is sent as it is by the agentless message', async () => {
    const situation = await connection.situation(uuidOf(session(), 'ended-web'))
    for (const text of awkward) await sentAs(situation, 'agentless', text)
  })

  it('is sent as it is in an address', async () => {
    const situation = await connection.situation(uuidOf(session(), 'ended-open-over'))
    for (const toAddress of ['id "with" \'quotes\'', '<b>id</b>\u202e', '👋/../?x=1#']) {
      const { request } = routeOf(situation, 'agentless', { ...textDraft('Hello'), agentless: { toAddress } })
      await connection.send(request)
      assert.deepEqual(lastBody(), request.body)
      assert.equal(request.body['toAddress'], toAddress)
    }
  })
})
