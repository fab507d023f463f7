import assert from 'node:assert/strict'
import type { Api } from '../../../src/genesys/api'
import { PlatformError } from '../../../src/genesys/platformError'
import { rowOf } from '../../../src/model/conversationRow'
import { minutes } from '../../../src/model/instant'
import { Conversations, type StoreChange } from '../../../src/store/conversations'
import { ended, now } from '../support/conversation'
import { ids } from '../support/ids'
import { answer, connect, failing, organisation, refusal } from '../support/platform'
import { analyticsRow, conversationBody, endedConversationBody } from '../support/wire'

/** The conversations of an organisation that has one, on a clock that the test sets. */
class Shown {
  time = now
  readonly changes: StoreChange[] = []
  #store: Conversations | undefined

  get store(): Conversations {
    assert.ok(this.#store)
    return this.#store
  }

  async connect(api: Partial<Api> = {}): Promise<this> {
    const listed: Partial<Api> = {
      conversationsIn: () => answer({ conversations: [analyticsRow] }),
      conversation: () => answer(conversationBody)
    }
    this.#store = new Conversations(await connect({ ...organisation({ ...listed, ...api }), now: () => this.time }))
    this.#store.onDidChange((change) => this.changes.push(change))
    await this.#store.refresh()
    return this
  }

  get stateOfOnly(): string {
    const row = this.store.row(ids.conversation)
    assert.ok(row)
    return this.store.stateOfRow(row).kind
  }

  get readings(): readonly string[] {
    return this.store.rows().map(({ reading }) => reading)
  }
}

describe('the conversations that are shown', () => {
  it('are none before the list was read', async () => {
    assert.deepEqual(new Conversations(await connect()).rows(), [])
  })

  it('are those of the list, once connected', async () => {
    const shown = await new Shown().connect()
    assert.deepEqual(
      shown.store.rows().map(({ id }) => id),
      [ids.conversation]
    )
    assert.equal(shown.stateOfOnly, 'connected')
    assert.deepEqual(shown.changes.at(-1), { kind: 'all' })
  })

  it('are as they were read live, though the list still knows the older state', async () => {
    const shown = await new Shown().connect({ conversation: () => answer(endedConversationBody) })
    await shown.store.read(ids.conversation)
    assert.equal(shown.stateOfOnly, 'endedWindowOpen')
    await shown.store.refresh()
    assert.equal(shown.stateOfOnly, 'endedWindowOpen')
    assert.deepEqual(shown.readings, ['live'])
  })

  it('stay as they were read live when the list says the same, however late', async () => {
    const shown = await new Shown().connect()
    const { conversation } = await shown.store.read(ids.conversation)
    shown.time = now + minutes(60)
    await shown.store.refresh()
    assert.deepEqual(shown.readings, ['live'])
    assert.ok(conversation.known)
    assert.deepEqual(shown.store.row(ids.conversation)?.lastMessage, rowOf(conversation.value).lastMessage)
  })

  for (const { status, why } of [
    { status: 404, why: 'notFound' },
    { status: 403, why: 'notPermitted' }
  ] as const)
    it(`stay as they were known when the platform answers ${status}, and say so until they are there again`, async () => {
      const answers = [
        answer(conversationBody),
        failing(refusal(status, 'refused')),
        failing(refusal(500, 'broken')),
        answer(conversationBody)
      ]
      const shown = await new Shown().connect({ conversation: () => answers.shift() ?? assert.fail('It was read too often.') })
      await shown.store.read(ids.conversation)
      const before = shown.store.row(ids.conversation)
      shown.time = now + minutes(1)
      await shown.store.read(ids.conversation)
      const gone = { ...before, gone: { why, askedAt: shown.time } }
      assert.deepEqual(shown.store.row(ids.conversation), gone)
      assert.deepEqual(shown.changes.at(-1), { kind: 'conversation', id: ids.conversation })
      await shown.store.read(ids.conversation)
      assert.deepEqual(shown.store.row(ids.conversation), gone)
      await shown.store.read(ids.conversation)
      assert.equal(shown.store.row(ids.conversation)?.gone, undefined)
    })

  it('are in doubt when they go on, as far as is known, and the list has them no more', async () => {
    const listings = [answer({ conversations: [analyticsRow] })]
    const shown = await new Shown().connect({ conversationsIn: () => listings.shift() ?? answer({ conversations: [] }) })
    await shown.store.read(ids.conversation)
    const doubted: string[] = []
    shown.store.onDidDoubt((conversations) => doubted.push(...conversations))
    await shown.store.refresh()
    assert.deepEqual(doubted, [ids.conversation])
    assert.deepEqual(shown.readings, ['live'])
  })

  it('are in doubt once the list says otherwise and the live reading is older than analytics lags behind', async () => {
    const shown = await new Shown().connect({ conversation: () => answer(endedConversationBody) })
    const doubts = new Set<string>()
    shown.store.onDidDoubt((doubted) => {
      doubted.forEach((id) => doubts.add(id))
    })
    await shown.store.read(ids.conversation)
    shown.time = now + minutes(5)
    await shown.store.refresh()
    assert.equal(doubts.size, 0)
    shown.time = now + minutes(5) + 1
    await shown.store.refresh()
    assert.deepEqual([...doubts], [ids.conversation])
    assert.equal(shown.stateOfOnly, 'endedWindowOpen')
  })

  it('hold one that was read live and that the list does not have yet', async () => {
    const shown = await new Shown().connect({ conversationsIn: () => answer({ conversations: [] }) })
    await shown.store.read(ids.conversation)
    await shown.store.refresh()
    assert.deepEqual(shown.readings, ['live'])
  })

  it('change one at a time when one is read', async () => {
    const shown = await new Shown().connect()
    await shown.store.read(ids.conversation)
    assert.deepEqual(shown.changes.at(-1), { kind: 'conversation', id: ids.conversation })
    assert.equal(shown.store.situationOf(ids.conversation)?.conversation.known, true)
  })

  it('do not change when one could not be read', async () => {
    const shown = await new Shown().connect({ conversation: () => failing(refusal(500, 'broken')) })
    const before = shown.changes.length
    const { conversation } = await shown.store.read(ids.conversation)
    assert.equal(conversation.known, false)
    assert.equal(shown.changes.length, before)
    assert.deepEqual(shown.readings, ['analytics'])
    assert.equal(shown.store.situationOf(ids.conversation), undefined)
  })

  it('are in the state of this moment: the reply window closes by itself', async () => {
    const shown = await new Shown().connect({
      conversation: () => answer(endedConversationBody),
      threadingTimeline: () => answer({ settings: [{ messengerType: 'webmessaging', timeoutInMinutes: 10 }] })
    })
    await shown.store.read(ids.conversation)
    assert.equal(shown.stateOfOnly, 'endedWindowOpen')
    shown.time = ended + minutes(10)
    assert.equal(shown.stateOfOnly, 'endedWindowOver')
  })

  it('stay when the list cannot be read, and the failure is told', async () => {
    const answers = [answer({ conversations: [analyticsRow] }), failing(refusal(429, 'too.many.requests'))]
    const shown = await new Shown().connect({
      conversationsIn: ({ onlyActive }) => (onlyActive ? answer({}) : (answers.shift() ?? answer({})))
    })
    await assert.rejects(shown.store.refresh(), (error: unknown) => PlatformError.is(error, 429))
    assert.deepEqual(shown.readings, ['analytics'])
  })

  it('stay as they were when reading the list is called off', async () => {
    let calledOff: AbortSignal | undefined
    const answers: readonly Api['conversationsIn'][] = [
      () => answer({ conversations: [analyticsRow] }),
      (_query, _page, signal) => {
        calledOff = signal
        return failing({ kind: 'cancelled' })
      }
    ]
    let reads = 0
    const shown = await new Shown().connect({
      conversationsIn: (...given) => (given[0].onlyActive ? answer({}) : (answers[reads++]?.(...given) ?? assert.fail('read too often')))
    })
    const [before, abort] = [shown.changes.length, new AbortController()]
    await assert.rejects(shown.store.refresh({ signal: abort.signal }), (error: unknown) => PlatformError.isCancelled(error))
    assert.equal(calledOff, abort.signal)
    assert.deepEqual([shown.readings, shown.changes.length], [['analytics'], before])
  })

  it('take in nothing of a reading that was called off', async () => {
    const abort = new AbortController()
    const shown = await new Shown().connect({
      contact: (_id, signal) => {
        assert.equal(signal, abort.signal)
        abort.abort()
        return failing({ kind: 'cancelled' })
      }
    })
    const before = shown.changes.length
    await assert.rejects(shown.store.read(ids.conversation, abort.signal), (error: unknown) => PlatformError.isCancelled(error))
    assert.deepEqual([shown.readings, shown.changes.length], [['analytics'], before])
  })
})
