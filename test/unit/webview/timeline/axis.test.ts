import fc from 'fast-check'
import assert from 'node:assert/strict'
import type { Timeline } from '../../../../src/model/timeline'
import { axisOf, positionOn } from '../../../../src/webview/browser/timeline/axis'
import { bar, day, ended, lane, mark, minute, ongoing } from './timelineSample'

const hour = lane([bar(0, 60)], [mark(10), mark(30), mark(50)])

/** Where moments lie, in minutes, on an axis of a thousand pixels; rounded to whole ones. */
const places = (timeline: Timeline, ...moments: readonly number[]): readonly number[] => {
  const axis = axisOf(timeline, 0, 1000)
  return moments.map((moment) => Math.round(positionOn(axis, minute(moment))))
}

/** A conversation of some talks, hours or weeks apart, that may have ended, with a reply window. */
const anyTimeline: fc.Arbitrary<Timeline> = fc
  .record({
    talks: fc.array(fc.record({ pause: fc.integer({ max: 20 * day, min: 0 }), length: fc.integer({ min: 0, max: 300 }) }), {
      maxLength: 24
    }),
    sinceTalk: fc.integer({ min: -100, max: 100 * day }),
    isEnded: fc.boolean(),
    windowLength: fc.option(fc.integer({ min: 0, max: 3 * day }), { nil: undefined })
  })
  .map(({ talks, sinceTalk, isEnded, windowLength }) => {
    let at = 0
    const marks = talks.flatMap(({ pause, length }) => {
      at += pause + length
      return [mark(at - length), mark(at - length / 2, 'pending'), mark(at, 'failed')]
    })
    return {
      from: minute(0),
      now: minute(at + sinceTalk),
      endedAt: isEnded ? minute(at) : undefined,
      windowUntil: isEnded && windowLength !== undefined ? minute(at + windowLength) : undefined,
      lanes: [lane([bar(0, at)], marks)]
    }
  })

describe('the time axis', () => {
  it('gives a conversation that goes on the whole width, up to now', () => {
    const axis = axisOf(ongoing(hour), 100, 600)
    assert.equal(positionOn(axis, minute(0)), 100)
    assert.equal(positionOn(axis, minute(30)), 400)
    assert.equal(positionOn(axis, minute(60)), 700)
  })

  it('breaks three days of silence out, and gives the room to an hour of talk and ten minutes of it', () => {
    const later = 60 + 3 * day
    const timeline = { ...ongoing(lane([bar(0, later + 10)], [mark(60), mark(later)])), now: minute(later + 10) }
    assert.deepEqual(places(timeline, 0, 30, 60, later, later + 10), [0, 406, 813, 865, 1000])
  })

  it('leaves the talk readable beside a reply window, however short it was', () => {
    assert.deepEqual(places(ended(hour), 0, 60, 90, 60 + 3 * day), [0, 632, 948, 1000])
    const short = { ...ended(lane([bar(0, 5)])), endedAt: minute(5), now: minute(50) }
    assert.deepEqual(places(short, 0, 5, 50, 60 + 3 * day), [0, 632, 948, 1000], 'what follows gets a third at most')
    const justEnded = { ...ended(hour), now: minute(61) }
    assert.deepEqual(places(justEnded, 60, 61), [932, 948], 'and no more than its due')
  })

  it('gives two thirds to a conversation that is long beside its reply window', () => {
    const days = ended(lane([bar(0, 4 * day)]))
    const timeline = { ...days, endedAt: minute(4 * day), now: minute(4 * day), windowUntil: minute(7 * day) }
    assert.deepEqual(places(timeline, 2 * day, 4 * day, 7 * day), [333, 667, 1000])
  })

  it('keeps now in the picture when the reply window is over', () => {
    assert.deepEqual(places({ ...ended(hour), now: minute(60 + 5 * day) }, 60, 60 + 3 * day, 60 + 5 * day), [896, 948, 1000])
  })

  it('shows the end and now when the reply window is not known', () => {
    assert.deepEqual(places({ ...ended(hour), windowUntil: undefined, now: minute(75) }, 60, 75), [800, 1000])
  })

  it('leaves room for a talk that is much shorter than another', () => {
    const later = 300 + 3 * day
    const timeline = {
      ...ongoing(lane([bar(0, later + 1)], [...Array.from({ length: 11 }, (_, index) => mark(index * 30)), mark(later)])),
      now: minute(later + 1)
    }
    assert.deepEqual(places(timeline, 300, later, later + 1), [862, 914, 1000])
  })

  it('puts what is outside at its ends, and copes with a conversation without length', () => {
    assert.equal(positionOn(axisOf(ongoing(), 100, 600), minute(-5)), 100)
    assert.equal(positionOn(axisOf(ongoing(), 100, 600), minute(500)), 700)
    const point = axisOf({ ...ongoing(), now: minute(0) }, 100, 600)
    assert.equal(positionOn(point, minute(0)), 700)
  })

  it('takes the whole width and no more, and leaves no time out', () => {
    fc.assert(
      fc.property(anyTimeline, fc.integer({ min: 20, max: 2000 }), (timeline, width) => {
        const axis = axisOf(timeline, 50, width)
        let [x, instant] = [50, timeline.from]
        for (const part of axis) {
          assert.ok(part.width >= 0 && Math.abs(part.x - x) < 0.001)
          assert.equal(part.from, instant)
          x = part.x + part.width
          instant = part.to
        }
        assert.ok(Math.abs(x - 50 - width) < 0.001)
        assert.equal(instant, Math.max(timeline.from, timeline.now, timeline.endedAt ?? 0, timeline.windowUntil ?? 0))
      })
    )
  })

  it('never puts what is later left of what is earlier, nor anything outside', () => {
    const moment = fc.integer({ min: -day, max: 500 * day })
    fc.assert(
      fc.property(anyTimeline, moment, moment, (timeline, one, other) => {
        const axis = axisOf(timeline, 0, 600)
        const [left, right] = [positionOn(axis, minute(Math.min(one, other))), positionOn(axis, minute(Math.max(one, other)))]
        assert.ok(left <= right + 0.001 && left >= 0 && right <= 600.001)
        assert.equal(positionOn(axis, minute(one)), positionOn([...axis], minute(one)))
      })
    )
  })

  it('has one scale from the start to the end, where no talk is much shorter than another', () => {
    const later = 40 + 2 * day
    const timeline = { ...ongoing(lane([bar(0, later + 20)], [mark(40), mark(later)])), now: minute(later + 20) }
    const scales = axisOf(timeline, 0, 1000)
      .filter(({ kind }) => kind === 'talk')
      .map(({ from, to, width }) => Math.round((width / (to - from)) * 1e9))
    assert.equal(scales.length, 2)
    assert.equal(scales[0], scales[1])
  })

  it('lays nothing of the conversation into a silence', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        for (const { from, to } of axisOf(timeline, 0, 600).filter(({ kind }) => kind === 'silence'))
          for (const { bars, marks } of timeline.lanes)
            for (const at of [...bars.flatMap((each) => [each.from, each.to]), ...marks.map((each) => each.at)])
              assert.ok(at <= from || at >= to)
      })
    )
  })
})
