import assert from 'node:assert/strict'
import type { Timeline } from '../../../../src/model/timeline'
import { longSilences } from '../../../../src/webview/browser/timeline/silences'
import { bar, day, ended, lane, mark, minute, ongoing } from './timelineSample'

const silences = (timeline: Timeline): readonly (readonly [number, number])[] =>
  longSilences(timeline).map(({ from, to }) => [(from - minute(0)) / 60_000, (to - minute(0)) / 60_000])

/** A message each five minutes. */
const talk = (from: number, to: number): ReturnType<typeof mark>[] =>
  Array.from({ length: (to - from) / 5 + 1 }, (_, index) => mark(from + index * 5))

const until = (now: number, ...marks: ReturnType<typeof mark>[]): Timeline => ({ ...ongoing(lane([bar(0, now)], marks)), now: minute(now) })

describe('a long silence', () => {
  it('is what lies between an hour of talk and ten minutes of it three days later', () => {
    const later = 60 + 3 * day
    assert.deepEqual(silences(until(later + 10, ...talk(0, 60), ...talk(later, later + 10))), [[60, later]])
  })

  it('is none in a conversation that goes on, nor below an hour', () => {
    assert.deepEqual(silences(until(60, ...talk(0, 60))), [])
    assert.deepEqual(silences(until(65, ...talk(0, 5), mark(64), mark(65))), [])
  })

  it('is none where it is not long beside the talk', () => {
    assert.deepEqual(silences(until(1000, ...talk(0, 400), ...talk(600, 1000))), [])
  })

  it('is ended by what begins or ends, not only by a message', () => {
    const joined = 30 + 2 * day
    const timeline = { ...ongoing(lane([bar(0, joined + day + 10), bar(joined, joined + 5)], talk(0, 30))), now: minute(joined + day + 10) }
    assert.deepEqual(silences(timeline), [
      [30, joined],
      [joined + 5, joined + 5 + day + 5]
    ])
  })

  it('can lie after the end: until now, and until the reply window closes', () => {
    assert.deepEqual(silences(ended(lane([bar(0, 60)]))), [[90, 60 + 3 * day]])
    assert.deepEqual(silences({ ...ended(lane([bar(0, 60)])), now: minute(60 + day) }), [
      [60, 60 + day],
      [60 + day, 60 + 3 * day]
    ])
    assert.deepEqual(silences({ ...ended(lane([bar(0, 60)])), now: minute(60 + 5 * day) }), [
      [60, 60 + 3 * day],
      [60 + 3 * day, 60 + 5 * day]
    ])
  })

  it('is none where all is equally rare, or where silences are too many to be told', () => {
    const rare = Array.from({ length: 9 }, (_, index) => mark(index * 120))
    assert.deepEqual(silences(until(960, ...rare)), [])
    const daily = Array.from({ length: 40 }, (_, index) => talk(index * day, index * day + 15)).flat()
    assert.deepEqual(silences(until(39 * day + 15, ...daily)), [])
  })

  it('is found among hundred thousand messages at once', () => {
    const marks = Array.from({ length: 100_000 }, (_, index) => mark(index / 1000 + (index < 50_000 ? 0 : 7 * day)))
    assert.equal(silences(until(100 + 7 * day, ...marks)).length, 1)
  })
})
