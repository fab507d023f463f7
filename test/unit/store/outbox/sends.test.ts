import assert from 'node:assert/strict'
import type { Api } from '../../../../src/genesys/api'
import type { OutgoingRequest } from '../../../../src/genesys/connection'
import type { Failure } from '../../../../src/genesys/platformError'
import { minutes } from '../../../../src/model/instant'
import type { ConversationRef } from '../../../../src/store/conversationRef'
import type { Outcome, SendRecord } from '../../../../src/store/outbox/record'
import type { ConfirmedSend, Sends } from '../../../../src/store/outbox/sends'
import { emptyConversation, sendsWith } from '../../../support/sends'
import { now } from '../../support/conversation'
import { ids } from '../../support/ids'
import { fakePace, settled, type FakePace } from '../../support/pace'
import { answer, connect, failing, organisation, refusal } from '../../support/platform'

const request: OutgoingRequest = {
  method: 'POST',
  path: '/api/v2/conversations/messages/agentless',
  body: { textBody: 'Hello' },
  credential: 'client'
}

const from: ConversationRef = { connectionId: 'c-1', id: ids.conversation }

const confirmed = (text = 'Hello', given: Partial<ConfirmedSend> = {}): ConfirmedSend => ({
  from,
  conversation: emptyConversation(from.id),
  recipient: 'Ada Berg',
  text,
  request: { ...request, body: { textBody: text } },
  ...given
})

interface Followed {
  readonly sends: Sends
  readonly record: SendRecord
  /** Every record as it was announced. */
  readonly changes: readonly SendRecord[]
  readonly calls: { send: number; message: string[] }
}

interface Given {
  readonly send?: Api['send']
  /** What the platform says of the message, one answer after the other; the last one stays. */
  readonly statuses?: readonly ReturnType<Api['message']>[]
  readonly pace?: FakePace
}

const accepted = (): ReturnType<Api['send']> => answer({ id: 'm-1', conversationId: ids.otherConversation })
const saying = (...statuses: readonly string[]): readonly ReturnType<Api['message']>[] => statuses.map((status) => answer({ status }))

/** Sends once from the conversation, and follows as far as the pace goes. */
const sent = async ({ send = accepted, statuses = saying('delivery-success'), pace = fakePace() }: Given = {}): Promise<Followed> => {
  const calls: Followed['calls'] = { send: 0, message: [] }
  const connection = await connect({
    ...organisation({
      send: (...given) => {
        calls.send++
        return send(...given)
      },
      message: (conversationId, messageId) => {
        const status = statuses[calls.message.length] ?? statuses.at(-1)
        calls.message.push(`${conversationId} ${messageId}`)
        assert.ok(status)
        return status
      }
    }),
    now: pace.now
  })
  const sends = sendsWith(pace)
  const changes: SendRecord[] = []
  sends.onDidChange((change) => {
    if (change.kind === 'news') changes.push(change.record)
  })
  const record = await sends.send(connection, confirmed())
  await settled()
  return { sends, record, changes, calls }
}

const outcomeOf = ({ sends }: Followed): Outcome => {
  const [record] = sends.of(from)
  assert.ok(record)
  return record.outcome
}

const acceptedOutcome = (followed: Followed): Extract<Outcome, { readonly kind: 'accepted' }> => {
  const outcome = outcomeOf(followed)
  assert.ok(outcome.kind === 'accepted')
  return outcome
}

const words = (followed: Followed): readonly string[] => acceptedOutcome(followed).deliveries.map(({ status }) => status)

describe('a send', () => {
  it('is shown while it is on its way, then with the platform’s answer', async () => {
    const { changes, record } = await sent()
    assert.deepEqual(
      changes.slice(0, 2).map(({ outcome }) => outcome.kind),
      ['prepared', 'accepted']
    )
    assert.equal(record.text, 'Hello')
    assert.equal(record.startedAt, now)
    assert.equal(record.outcome.kind, 'accepted')
  })

  it('is followed from queued to delivered, each state once, and no further', async () => {
    const followed = await sent({ statuses: saying('queued', 'queued', 'sent', 'sent', 'sent', 'delivery-success') })
    assert.deepEqual(
      acceptedOutcome(followed).deliveries.map(({ delivery, status }) => `${delivery} ${status}`),
      ['queued queued', 'sent sent', 'delivered delivery-success']
    )
    assert.equal(acceptedOutcome(followed).lost, undefined)
    assert.equal(followed.calls.message.length, 6)
  })

  it('is followed to a failed delivery, too', async () => {
    assert.deepEqual(words(await sent({ statuses: saying('queued', 'delivery-failed') })), ['queued', 'delivery-failed'])
  })

  it('is followed in the conversation that it went into', async () => {
    const { calls } = await sent()
    assert.deepEqual(calls.message, [`${ids.otherConversation} m-1`])
  })

  it('is followed in its own conversation, where the answer names none', async () => {
    const { calls } = await sent({ send: () => answer({ id: 'm-1' }) })
    assert.deepEqual(calls.message, [`${ids.conversation} m-1`])
  })

  it('is followed past a state that nobody knows here', async () => {
    assert.deepEqual(words(await sent({ statuses: saying('teleported', 'delivery-success') })), ['teleported', 'delivery-success'])
  })

  it('is looked at often first, and then less and less often', async () => {
    const pace = fakePace()
    await sent({ pace, statuses: [...Array<string>(15).fill('sent'), 'read'].map((status) => answer({ status })) })
    assert.equal(pace.waits[0], 250)
    assert.deepEqual(
      pace.waits,
      [...pace.waits].sort((a, b) => a - b)
    )
    assert.equal(Math.max(...pace.waits), 15_000)
  })

  it('is given up after a quarter of an hour, and says so', async () => {
    const pace = fakePace()
    const followed = await sent({ pace, statuses: saying('sent') })
    assert.match(acceptedOutcome(followed).lost ?? '', /not final after 15 minutes/)
    assert.deepEqual(words(followed), ['sent'])
    assert.ok(pace.now() - now >= minutes(15) && pace.now() - now < minutes(16))
  })

  it('is no longer followed once its status cannot be read, and says why', async () => {
    const followed = await sent({ statuses: [answer({ status: 'queued' }), failing(refusal(403, 'missing.permissions'))] })
    assert.match(acceptedOutcome(followed).lost ?? '', /^Reading the message: the platform answered 403/)
    assert.deepEqual(words(followed), ['queued'])
  })

  it('is no longer followed once nobody looks', async () => {
    const followed = await sent({ pace: fakePace(2), statuses: saying('sent') })
    followed.sends.dispose()
    await settled()
    assert.equal(followed.calls.message.length, 3)
    assert.equal(acceptedOutcome(followed).lost, undefined)
  })

  it('that is accepted without a body (202) has nothing to be followed by', async () => {
    for (const body of [undefined, '', {}]) {
      const followed = await sent({ send: () => answer(body) })
      assert.deepEqual(outcomeOf(followed), {
        kind: 'accepted',
        at: now,
        by: 'answer',
        messageId: undefined,
        conversationId: undefined,
        deliveries: []
      })
      assert.deepEqual(followed.calls.message, [])
    }
  })

  it('that is refused says what the platform answered', async () => {
    const followed = await sent({ send: () => failing(refusal(400, 'not.a.client')) })
    const outcome = outcomeOf(followed)
    assert.ok(outcome.kind === 'refused')
    assert.equal(outcome.why, 'Sending: the platform answered 400 “not.a.client”. No. Correlation id correlation-5.')
    assert.deepEqual(followed.calls.message, [])
  })

  it('that never left is refused: it can be sent again', async () => {
    const followed = await sent({ send: () => failing({ kind: 'unreachable', why: 'ECONNREFUSED' }) })
    assert.equal(outcomeOf(followed).kind, 'refused')
  })

  const openOnes: Readonly<Record<string, Failure>> = {
    'no answer came': { kind: 'noAnswer', why: 'ECONNRESET' },
    'the answer was none of the platform’s': { kind: 'unexpected', why: 'it has no status' },
    'the platform failed (500)': refusal(500, 'internal.server.error'),
    'the platform was too slow (504)': refusal(504, 'request.timeout')
  }
  for (const [name, failure] of Object.entries(openOnes))
    it(`may have arrived when ${name}, and is then neither refused nor accepted`, async () => {
      const followed = await sent({ send: () => failing(failure) })
      const outcome = outcomeOf(followed)
      assert.ok(outcome.kind === 'unknown')
      assert.match(outcome.why, /^Sending: /)
    })

  it('is made once, whatever comes of it', async () => {
    const outcomes: readonly Api['send'][] = [
      accepted,
      () => answer(undefined),
      ...Object.values(openOnes).map((failure) => () => failing(failure)),
      () => failing(refusal(429, 'too.many.requests')),
      () => failing({ kind: 'unreachable', why: 'ECONNREFUSED' })
    ]
    for (const send of outcomes) assert.equal((await sent({ send, statuses: saying('sent') })).calls.send, 1)
  })

  it('for which there is no credential does not stay on its way for ever', async () => {
    const connection = await connect({ settings: { client: undefined } })
    const sends = sendsWith(fakePace())
    await sends.send(connection, confirmed()).catch(() => undefined)
    const [record] = sends.of(from)
    assert.equal(record?.outcome.kind, 'refused')
  })

  it('stands with the others of its conversation, the newest first', async () => {
    const connection = await connect(organisation({ send: accepted, message: () => answer({ status: 'read' }) }))
    const sends = sendsWith(fakePace())
    const texts = ['one', 'two', 'three']
    for (const text of texts) await sends.send(connection, confirmed(text))
    await sends.send(connection, confirmed('elsewhere', { from: { ...from, id: ids.otherConversation } }))
    assert.deepEqual(
      sends.of(from).map(({ text }) => text),
      ['three', 'two', 'one']
    )
    assert.deepEqual(sends.of({ ...from, id: ids.nobody }), [])
  })

  it('from another connection is none of this conversation’s, though the id is the same', async () => {
    const { sends } = await sent()
    assert.deepEqual(sends.of({ ...from, connectionId: 'c-2' }), [])
    assert.equal(sends.of(from).length, 1)
  })

  it('is forgotten with its connection, and followed no further', async () => {
    const pace = fakePace(2)
    const { sends, calls, changes } = await sent({ pace, statuses: saying('queued', 'sent', 'delivery-success') })
    const [asked, told] = [calls.message.length, changes.length]
    await sends.forget('c-2')
    assert.equal(sends.of(from).length, 1)
    await sends.forget('c-1')
    await settled()
    assert.deepEqual(sends.of(from), [])
    assert.deepEqual([calls.message.length, changes.length], [asked, told])
  })
})
