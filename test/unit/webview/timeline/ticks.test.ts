import fc from 'fast-check'
import assert from 'node:assert/strict'
import type { Timeline } from '../../../../src/model/timeline'
import { localTime } from '../../../../src/webview/browser/time/localTime'
import { axisOf, type AxisPart } from '../../../../src/webview/browser/timeline/axis'
import { ticksOf } from '../../../../src/webview/browser/timeline/ticks'
import { letteringOf } from '../../../../src/webview/browser/timeline/words'
import { bar, day, lane, lettering, mark, minute, ongoing } from './timelineSample'

const part = (from: number, to: number, x: number, width: number): AxisPart => ({
  kind: 'talk',
  from: minute(from),
  to: minute(to),
  x,
  width
})

/** The labels of the picture of a conversation, 700 pixels wide, for a person in this time zone. */
const labelsIn = (timeline: Timeline, timeZone: string): readonly string[] => {
  const written = letteringOf(timeline, (text) => text.length * 6, { now: timeline.now, time: localTime(timeZone) })
  return ticksOf(axisOf(timeline, 0, 700), [], 20, written).map(({ label }) => label)
}

describe('ticks', () => {
  const labels = (width: number, offset = 0): string[] =>
    ticksOf([part(3, 57, 0, width)], [], 20, { ...lettering, offset: () => offset }).map(({ label }) => label)

  it('stand at whole times, the more the wider the picture', () => {
    assert.deepEqual(labels(400), ['12:10', '12:20', '12:30', '12:40', '12:50'])
    assert.deepEqual(labels(160), ['12:30'])
  })

  it('stand at whole local times where the clock is not UTC’s by whole hours', () => {
    const halfHour = 30 * 60_000
    const ticks = ticksOf([part(0, 600, 0, 400)], [], 20, { ...lettering, offset: () => halfHour })
    assert.ok(ticks.length > 1)
    for (const { instant } of ticks) assert.equal((instant + halfHour) % 3_600_000, 0)
  })

  it('never overlap, never leave their part, and are in no silence', () => {
    const length = fc.integer({ min: 1, max: 1_000_000 })
    const width = fc.integer({ min: 1, max: 2000 })
    fc.assert(
      fc.property(length, length, length, width, fc.integer({ min: -900, max: 900 }), (first, silent, second, wide, offset) => {
        const parts = [
          part(1, 1 + first, 70, wide),
          { ...part(1 + first, 1 + first + silent, 70 + wide, 44), kind: 'silence' as const },
          part(1 + first + silent, 1 + first + silent + second, 114 + wide, wide)
        ]
        const ticks = ticksOf(parts, [], 12, { ...lettering, offset: () => offset * 60_000 })
        const boxes = ticks.map(({ x, label }) => [x - lettering.width(label) / 2, x + lettering.width(label) / 2] as const)
        for (const [index, [left, right]] of boxes.entries()) {
          assert.ok(parts.some(({ kind, x, width: room }) => kind === 'talk' && left >= x && right <= x + room))
          const next = boxes[index + 1]
          assert.ok(next === undefined || right + 12 <= next[0] + 0.001)
        }
      })
    )
  })

  it('leave the place to what is written there already', () => {
    const ticks = ticksOf([part(3, 57, 0, 400)], [{ left: 140, width: 20 }], 20, lettering)
    assert.deepEqual(
      ticks.map(({ label }) => label),
      ['12:10', '12:30', '12:40', '12:50']
    )
  })

  it('are absent where there is no time or no room', () => {
    assert.deepEqual(ticksOf([part(0, 0, 0, 400)], [], 20, lettering), [])
    assert.deepEqual(labels(10), [])
  })

  it('say the day where it is another one than at the tick before', () => {
    const later = 60 + 3 * day
    const timeline = { ...ongoing(lane([bar(0, later + 60)], [mark(60), mark(later)])), now: minute(later + 60) }
    const written = labelsIn(timeline, 'UTC')
    assert.equal(written[0], '12:10')
    const next = written.findIndex((label) => label.startsWith('27 Nov'))
    assert.match(written[next] ?? '', /^27 Nov 13:\d0$/)
    assert.match(written[next + 1] ?? '', /^13:\d0$/)
  })

  it('say the day at midnight', () => {
    const night = { ...ongoing(lane([bar(0, 960)])), now: minute(960) }
    assert.deepEqual(labelsIn(night, 'UTC'), ['14:00', '16:00', '18:00', '20:00', '22:00', '25 Nov', '02:00'])
  })

  it('stand at midnight also where the clocks were changed meanwhile', () => {
    const from = Date.parse('2026-10-20T10:00:00Z')
    const marks = Array.from({ length: 14 }, (_, index) => ({ ...mark(0), at: from + index * 86_400_000 }))
    const timeline: Timeline = { ...ongoing({ ...lane([]), marks }), from, now: from + 13 * 86_400_000 }
    const time = localTime('Europe/Zurich')
    const written = letteringOf(timeline, (text) => text.length * 6, { now: timeline.now, time })
    const ticks = ticksOf(axisOf(timeline, 0, 1200), [], 20, written)
    assert.ok(ticks.length > 8)
    for (const { instant, label } of ticks) assert.deepEqual([time.clock(instant, true), time.day(instant)], ['00:00:00', label])
  })
})
