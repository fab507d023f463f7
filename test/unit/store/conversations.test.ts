import assert from 'node:assert/strict'
import type { Api } from '../../../src/genesys/api'
import { PlatformError } from '../../../src/genesys/platformError'
import { minutes } from '../../../src/model/instant'
import { Conversations, type StoreChange } from '../../../src/store/conversations'
import { ended, now } from '../support/conversation'
import { ids } from '../support/ids'
import { answer, connect, failing, organisation, refusal } from '../support/platform'
import { analyticsRow, conversationBody, endedConversationBody } from '../support/wire'

/** A store on a clock that the test sets, connected to an organisation that has one conversation. */
class Shown {
  time = now
  readonly store = new Conversations(() => this.time)
  readonly changes: StoreChange[] = []

  constructor() {
    this.store.onDidChange((change) => this.changes.push(change))
  }

  async connect(api: Partial<Api> = {}): Promise<this> {
    const listed: Partial<Api> = {
      conversationsIn: () => answer({ conversations: [analyticsRow] }),
      conversation: () => answer(conversationBody)
    }
    await this.store.connect(await connect({ ...organisation({ ...listed, ...api }), now: () => this.time }))
    return this
  }

  get stateOfOnly(): string {
    const conversation = this.store.get(ids.conversation)
    assert.ok(conversation)
    return this.store.stateOf(conversation).kind
  }

  get readings(): readonly string[] {
    return this.store.all().map(({ reading }) => reading)
  }
}

describe('the conversations that are shown', () => {
  it('are none before there is a connection, and a situation says so', async () => {
    const { store } = new Shown()
    assert.deepEqual(store.all(), [])
    const { conversation } = await store.read(ids.conversation)
    assert.deepEqual(conversation, { known: false, why: 'No organisation is connected.' })
    await store.refresh()
    assert.deepEqual(store.all(), [])
  })

  it('are those of the list, once connected', async () => {
    const shown = await new Shown().connect()
    assert.deepEqual(
      shown.store.all().map(({ id }) => id),
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

  it('are as in the list again, once the live reading is older than analytics lags behind', async () => {
    const shown = await new Shown().connect()
    await shown.store.read(ids.conversation)
    shown.time = now + minutes(5)
    await shown.store.refresh()
    assert.deepEqual(shown.readings, ['live'])
    shown.time = now + minutes(5) + 1
    await shown.store.refresh()
    assert.deepEqual(shown.readings, ['analytics'])
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
    const shown = await new Shown().connect({ conversation: () => failing(refusal(404, 'not.found')) })
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
    const shown = await new Shown().connect({ conversationsIn: () => answers.shift() ?? answer({}) })
    await assert.rejects(shown.store.refresh(), (error: unknown) => PlatformError.is(error, 429))
    assert.deepEqual(shown.readings, ['analytics'])
  })

  it('are gone when the connection is, with all that was known of them', async () => {
    const shown = await new Shown().connect()
    await shown.store.read(ids.conversation)
    await shown.store.connect(undefined)
    assert.deepEqual(shown.store.all(), [])
    assert.equal(shown.store.situationOf(ids.conversation), undefined)
    assert.deepEqual(shown.changes.at(-1), { kind: 'all' })
  })

  it('are not mixed with those of the connection before, though its answer comes late', async () => {
    const late: (() => void)[] = []
    const slow = <Value>(value: Value): Promise<Value> =>
      new Promise((resolve) => {
        late.push(() => {
          resolve(value)
        })
      })
    const shown = new Shown()
    const first = await connect({
      ...organisation({ conversationsIn: () => slow({ ok: true, body: { conversations: [analyticsRow] } }) })
    })
    const connecting = shown.store.connect(first)
    await shown.connect({ conversationsIn: () => answer({ conversations: [] }) })
    for (const answerNow of late) answerNow()
    await connecting
    assert.deepEqual(shown.store.all(), [])
  })

  it('do not take in one that was read of the connection before', async () => {
    const late: (() => void)[] = []
    const shown = await new Shown().connect({
      conversationsIn: () => answer({}),
      conversation: () =>
        new Promise((resolve) => {
          late.push(() => {
            resolve({ ok: true, body: conversationBody })
          })
        })
    })
    const reading = shown.store.read(ids.conversation)
    await shown.store.connect(undefined)
    for (const answerNow of late) answerNow()
    assert.equal((await reading).conversation.known, true)
    assert.deepEqual(shown.store.all(), [])
  })
})
