import assert from 'node:assert/strict'
import { days } from '../../../src/model/instant'
import { forgetOldDrafts } from '../../../src/store/draftRetention'
import { now } from '../support/conversation'

const storageOf = (held: Map<string, unknown>) => ({
  keys: () => [...held.keys()],
  get: (key: string) => held.get(key),
  update: (key: string, value: unknown) => {
    if (value === undefined) held.delete(key)
    else held.set(key, value)
    return Promise.resolve()
  }
})

describe('drafts that are kept for some days', () => {
  const keys = async (held: Map<string, unknown>, keepDays: number): Promise<readonly string[]> => {
    await forgetOldDrafts(storageOf(held), now - days(keepDays), now)
    return [...held.keys()]
  }

  it('are forgotten once they are older than that, and no others', async () => {
    const held = new Map<string, unknown>([
      ['draft/c-1/old', { text: 'a', at: now - days(31) }],
      ['draft/c-1/new', { text: 'b', at: now - days(29) }],
      ['filter', { at: 0 }]
    ])
    assert.deepEqual(await keys(held, 30), ['draft/c-1/new', 'filter'])
  })

  it('of an earlier version, which has no moment, count from now on', async () => {
    const held = new Map<string, unknown>([['draft/c-1/a', { text: 'a' }]])
    assert.deepEqual(await keys(held, 30), ['draft/c-1/a'])
    assert.deepEqual(held.get('draft/c-1/a'), { text: 'a', at: now })
  })

  it('are all forgotten when they are kept for the session only', async () => {
    const held = new Map<string, unknown>([
      ['draft/c-1/a', { text: 'a' }],
      ['draft/c-1/b', { text: 'b', at: now - 1 }]
    ])
    assert.deepEqual(await keys(held, 0), [])
  })
})
