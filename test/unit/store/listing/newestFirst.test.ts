import assert from 'node:assert/strict'
import fc from 'fast-check'
import { rowOf, type ConversationRow } from '../../../../src/model/conversationRow'
import { parseUuid } from '../../../../src/model/ids'
import { NewestFirst, newestOf } from '../../../../src/store/listing/newestFirst'
import { minutesAgo, withAgent } from '../../support/conversation'

const row = (number: number, startedMinutesAgo: number): ConversationRow =>
  rowOf({
    ...withAgent('connected'),
    id: parseUuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`) ?? assert.fail('no id'),
    startedAt: minutesAgo(startedMinutesAgo)
  })

describe('the newest rows of several lists', () => {
  it('are as many as were asked for of all rows in one order, each with where it is from', () => {
    const times = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 })
    fc.assert(
      fc.property(times, times, fc.integer({ min: 0, max: 30 }), (here, there, count) => {
        const rowsHere = here.map((time, index) => row(index, time))
        const rowsThere = there.map((time, index) => row(100 + index, time))
        const found = newestOf(
          [
            { from: 'here', rows: new NewestFirst(rowsHere).rows },
            { from: 'there', rows: new NewestFirst(rowsThere).rows }
          ],
          count
        )
        const all = new NewestFirst([...rowsHere, ...rowsThere]).rows.slice(0, count)
        assert.deepEqual(
          found,
          all.map((each) => ({ from: rowsHere.includes(each) ? 'here' : 'there', row: each }))
        )
      })
    )
  })
})
