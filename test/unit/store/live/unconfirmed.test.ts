import assert from 'node:assert/strict'
import { rowOf, type ConversationRow } from '../../../../src/model/conversationRow'
import { unconfirmed } from '../../../../src/store/live/unconfirmed'
import type { Updates } from '../../../../src/store/live/updates'
import { endedConversation, minutesAgo, now, withAgent } from '../../support/conversation'
import { uuid } from '../../support/ids'

const live: Updates = { kind: 'live', refused: [] }
const polling = (everySeconds: number): Updates => ({ kind: 'polling', everySeconds, why: 'Nobody tells.' })

/** A conversation that goes on, and was read so many minutes ago. */
const row = (number: number, minutes: number, given: Partial<ConversationRow> = {}): ConversationRow => ({
  ...rowOf(withAgent('connected')),
  id: uuid(number),
  readAt: minutesAgo(minutes),
  ...given
})

describe('what is read again beside the newest page of the list', () => {
  it('is, while events are heard, what was read live and not confirmed for five minutes, the longest first', () => {
    const rows = [row(1, 4), row(2, 5), row(3, 9), row(4, 9, { reading: 'analytics' })]
    assert.deepEqual(unconfirmed(rows, now, live), [uuid(3), uuid(2)])
  })

  it('is, while nothing is told, also what only analytics told of and the newest page does not have', () => {
    const rows = [row(1, 0.5, { reading: 'analytics' }), row(2, 1, { reading: 'analytics' }), row(3, 2)]
    assert.deepEqual(unconfirmed(rows, now, polling(30)), [uuid(3), uuid(2)])
  })

  it('is nothing that is over, or that the platform gives out no more', () => {
    const over = { state: rowOf(endedConversation()).state }
    const gone = { gone: { why: 'notFound', askedAt: minutesAgo(8) } } as const
    assert.deepEqual(unconfirmed([row(1, 9, over), row(2, 9, gone)], now, polling(30)), [])
  })

  it('is at most one for each second, and thirty at a time', () => {
    const rows = Array.from({ length: 50 }, (_, index) => row(index, 200))
    assert.deepEqual(
      [live, polling(5), polling(30), polling(60)].map((updates) => unconfirmed(rows, now, updates).length),
      [30, 5, 30, 30]
    )
  })
})
