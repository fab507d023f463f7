import fc from 'fast-check'
import assert from 'node:assert/strict'
import { formatDuration, formatInstant, hours, minutes, parseInstant } from '../../../src/model/instant'

const seconds = (count: number): number => count * 1000

describe('a moment', () => {
  it('is read as the platform writes it', () => {
    const moment = Date.UTC(2026, 10, 24, 13, 58, 41, 120)
    assert.equal(parseInstant('2026-11-24T13:58:41.120Z'), moment)
    assert.equal(parseInstant('2026-11-24T13:58:41.120+0000'), moment)
    assert.equal(parseInstant('2026-11-24T14:58:41.120+01:00'), moment)
    assert.equal(parseInstant('2026-11-24T13:58:41Z'), Date.UTC(2026, 10, 24, 13, 58, 41))
  })

  it('is not known where there is none, or something else', () => {
    for (const text of [undefined, null, '', 'soon', 'hello 5', '1', '2026-99-99T00:00:00Z'])
      assert.equal(parseInstant(text), undefined, String(text))
  })

  it('is written in UTC, to the second', () => {
    assert.equal(formatInstant(Date.UTC(2026, 10, 24, 13, 58, 41, 999)), '2026-11-24T13:58:41Z')
  })

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
        assert.equal(parseInstant(formatInstant(date.getTime())), Math.floor(date.getTime() / 1000) * 1000)
      })
    )
  })
})

describe('a length of time', () => {
  it('is written in its largest unit, rounded down', () => {
    const cases: readonly (readonly [number, string])[] = [
      [0, '0 s'],
      [999, '0 s'],
      [seconds(59), '59 s'],
      [minutes(1) - 1, '59 s'],
      [minutes(1), '1 min'],
      [minutes(59) + seconds(59), '59 min'],
      [hours(1), '1 h'],
      [hours(41) + minutes(59), '41 h'],
      [hours(72), '72 h'],
      [hours(96) - 1, '95 h'],
      [hours(96), '4 days']
    ]
    for (const [length, written] of cases) assert.equal(formatDuration(length), written)
  })

  it('is nothing, never less, for a moment that has passed', () => {
    assert.equal(formatDuration(-1), '0 s')
    assert.equal(formatDuration(-hours(2)), '0 s')
  })
})
