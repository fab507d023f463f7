import assert from 'node:assert/strict'
import type { DetailsQuery } from '../../../src/genesys/api'
import { listByJob, listConversations, type ListedRows } from '../../../src/genesys/listing'
import { PlatformError } from '../../../src/genesys/platformError'
import { now } from '../support/conversation'
import { answer, failing, fakeApi, refusal } from '../support/platform'
import { conversationBody, analyticsRow } from '../support/wire'
import { fakePace, settled } from '../support/pace'

const rowNumbered = (number: number): object => ({
  ...analyticsRow,
  conversationId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
})

const rows = (from: number, count: number): readonly object[] => Array.from({ length: count }, (_, index) => rowNumbered(from + index))

/** What a listing gave. */
class Taken {
  readonly listed: ListedRows[] = []
  readonly take = (listed: ListedRows): void => {
    this.listed.push(listed)
  }
  get ids(): ReadonlySet<string> {
    return new Set(this.listed.flatMap((each) => each.rows.map(({ id }) => id)))
  }
}

describe('listing conversations', () => {
  it('asks for the look-back, and for those that began earlier and have not ended', async () => {
    const asked: DetailsQuery[] = []
    const reader = fakeApi({
      conversationsIn: (query) => {
        asked.push(query)
        return answer({})
      }
    })
    await listConversations({ reader, own: undefined, pace: fakePace() }, 3, () => undefined)
    assert.deepEqual(asked, [
      { interval: '2026-11-21T14:05:00.000Z/2026-11-24T14:05:00.000Z', onlyActive: false },
      { interval: '2026-10-24T14:05:00.000Z/2026-11-21T14:05:00.000Z', onlyActive: true }
    ])
  })

  it('reads all pages, a few at a time, and says how far it has come', async () => {
    const total = 1_950
    let [underWay, most] = [0, 0]
    const reader = fakeApi({
      conversationsIn: async ({ onlyActive }, { number, size }) => {
        most = Math.max(most, ++underWay)
        await settled()
        underWay--
        if (onlyActive) return answer({ totalHits: 0 })
        const from = (number - 1) * size
        return answer({ conversations: rows(from, Math.min(size, total - from)), totalHits: total })
      }
    })
    const taken = new Taken()
    await listConversations({ reader, own: undefined, pace: fakePace() }, 3, taken.take)
    assert.equal(taken.ids.size, total)
    assert.deepEqual([taken.listed.at(-1)?.read, taken.listed.at(-1)?.total], [total, total])
    // Four of one query, and the first of the other.
    assert.ok(most <= 5, `${most} at once`)
  })

  it('reads on until a page is not full, where the platform does not count', async () => {
    const reader = fakeApi({
      conversationsIn: ({ onlyActive }, { number }) =>
        answer({ conversations: onlyActive ? [] : number < 3 ? rows(number * 100, 100) : rows(number * 100, number === 3 ? 7 : 0) })
    })
    const taken = new Taken()
    await listConversations({ reader, own: undefined, pace: fakePace() }, 3, taken.take)
    assert.equal(taken.ids.size, 207)
  })

  it('gives the user’s own active ones though analytics refuses, and rejects with its reason', async () => {
    const own = () => ({ reply: answer({ entities: [{ id: conversationBody.id, participants: [] }] }), begunAt: now })
    const reader = fakeApi({ conversationsIn: () => failing(refusal(403, 'missing.any.permissions')) })
    const taken = new Taken()
    await assert.rejects(listConversations({ reader, own, pace: fakePace() }, 3, taken.take), (error: unknown) =>
      PlatformError.is(error, 403)
    )
    assert.deepEqual([...taken.ids], [conversationBody.id])
    assert.equal(taken.listed[0]?.rows[0]?.reading, 'live')
  })

  it('asks for no further page once one is refused', async () => {
    let pages = 0
    const reader = fakeApi({
      conversationsIn: ({ onlyActive }, { number }) => {
        if (onlyActive) return answer({})
        pages++
        return number === 1 ? answer({ conversations: rows(0, 100), totalHits: 100_000 }) : failing(refusal(400, 'bad.request'))
      }
    })
    const taken = new Taken()
    await assert.rejects(listConversations({ reader, own: undefined, pace: fakePace() }, 3, taken.take))
    await settled()
    assert.ok(pages <= 5, `${pages} pages`)
    assert.equal(taken.ids.size, 100)
  })
})

describe('listing conversations by a job', () => {
  it('waits for the job, longer each time, and reads its results by their cursors', async () => {
    const states = ['QUEUED', 'PENDING', 'PENDING', 'FULFILLED']
    const pace = fakePace()
    const reader = fakeApi({
      detailsJob: () => answer({ state: states.shift() }),
      detailsJobResults: (_id, cursor) =>
        answer(cursor === undefined ? { conversations: rows(0, 2), cursor: 'next' } : { conversations: rows(2, 1) })
    })
    const taken = new Taken()
    await listByJob({ reader, own: undefined, pace }, 90, taken.take)
    assert.equal(taken.ids.size, 3)
    assert.deepEqual(pace.waits, [1_000, 2_000, 4_000])
  })

  it('says so when the job ends without results', async () => {
    const reader = fakeApi({ detailsJob: () => answer({ state: 'FAILED' }) })
    await assert.rejects(
      listByJob({ reader, own: undefined, pace: fakePace() }, 90, () => undefined),
      /ended without results \(FAILED\)/
    )
  })

  it('can be called off while it waits', async () => {
    const abort = new AbortController()
    const reader = fakeApi({ detailsJob: () => answer({ state: 'PENDING' }) })
    const listing = listByJob({ reader, own: undefined, pace: fakePace(2) }, 90, () => undefined, abort.signal)
    await settled()
    abort.abort()
    await assert.rejects(listing, (error: unknown) => PlatformError.isCancelled(error))
  })
})
