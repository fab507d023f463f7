import fc from 'fast-check'
import assert from 'node:assert/strict'
import { axisOf, positionOn, ticksOf } from '../../../../src/webview/browser/timeline/axis'
import { ended, lettering, minute, ongoing } from './timelineSample'

describe('the time axis', () => {
  it('gives a conversation that goes on the whole width, up to now', () => {
    const axis = axisOf(ongoing(), 100, 600)
    assert.equal(positionOn(axis, minute(0)), 100)
    assert.equal(positionOn(axis, minute(30)), 400)
    assert.equal(positionOn(axis, minute(60)), 700)
  })

  it('gives two thirds to a conversation that has ended and one third to its reply window', () => {
    const axis = axisOf(ended(), 100, 600)
    assert.equal(positionOn(axis, minute(30)), 300)
    assert.equal(positionOn(axis, minute(60)), 500)
    assert.equal(positionOn(axis, minute(60 + 36 * 60)), 600)
    assert.equal(positionOn(axis, minute(60 + 72 * 60)), 700)
  })

  it('keeps now in the picture when the reply window is over', () => {
    const axis = axisOf({ ...ended(), now: minute(60 + 100 * 60) }, 0, 900)
    assert.equal(positionOn(axis, minute(60)), 500)
    assert.equal(positionOn(axis, minute(60 + 72 * 60)), 800)
    assert.equal(positionOn(axis, minute(60 + 100 * 60)), 900)
  })

  it('shows the end and now when the reply window is not known', () => {
    const axis = axisOf({ ...ended(), windowUntil: undefined }, 0, 600)
    assert.equal(positionOn(axis, minute(60)), 500)
    assert.equal(positionOn(axis, minute(90)), 600)
  })

  it('puts what is outside at its ends, and copes with a conversation without length', () => {
    assert.equal(positionOn(axisOf(ongoing(), 100, 600), minute(-5)), 100)
    assert.equal(positionOn(axisOf(ongoing(), 100, 600), minute(500)), 700)
    const point = axisOf({ ...ongoing(), now: minute(0) }, 100, 600)
    assert.ok(Number.isFinite(positionOn(point, minute(0))))
  })

  it('never runs backwards', () => {
    const moment = fc.integer({ min: -1000, max: 10_000 })
    fc.assert(
      fc.property(
        moment,
        fc.option(moment, { nil: undefined }),
        fc.option(moment, { nil: undefined }),
        moment,
        moment,
        (now, endedAt, windowUntil, a, b) => {
          const axis = axisOf(
            {
              from: minute(0),
              now: minute(now),
              endedAt: endedAt && minute(endedAt),
              windowUntil: windowUntil && minute(windowUntil),
              lanes: []
            },
            0,
            600
          )
          const [left, right] = [positionOn(axis, minute(Math.min(a, b))), positionOn(axis, minute(Math.max(a, b)))]
          assert.ok(left <= right && left >= 0 && right <= 600.001)
        }
      )
    )
  })
})

describe('ticks', () => {
  const labels = (width: number, offset = 0): string[] =>
    ticksOf({ from: minute(3), to: minute(57), x: 0, width }, 20, { ...lettering, offset }).map(({ label }) => label)

  it('stand at whole times, the more the wider the picture', () => {
    assert.deepEqual(labels(400), ['12:10', '12:20', '12:30', '12:40', '12:50'])
    assert.deepEqual(labels(160), ['12:30'])
  })

  it('stand at whole local times where the clock is not UTC’s by whole hours', () => {
    const halfHour = 30 * 60_000
    const ticks = ticksOf({ from: minute(0), to: minute(600), x: 0, width: 400 }, 20, { ...lettering, offset: halfHour })
    assert.ok(ticks.length > 1)
    for (const { instant } of ticks) assert.equal((instant + halfHour) % 3_600_000, 0)
  })

  it('never overlap and never leave their part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: -900, max: 900 }),
        (length, width, offset) => {
          const part = { from: minute(1), to: minute(1) + length * 1000, x: 70, width }
          const ticks = ticksOf(part, 12, { ...lettering, offset: offset * 60_000 })
          const boxes = ticks.map(({ x, label }) => [x - lettering.width(label) / 2, x + lettering.width(label) / 2] as const)
          for (const [index, [left, right]] of boxes.entries()) {
            assert.ok(left >= part.x && right <= part.x + part.width)
            const next = boxes[index + 1]
            assert.ok(next === undefined || right + 12 <= next[0])
          }
        }
      )
    )
  })

  it('are absent where there is no time or no room', () => {
    assert.deepEqual(ticksOf({ from: minute(0), to: minute(0), x: 0, width: 400 }, 20, lettering), [])
    assert.deepEqual(labels(10), [])
  })
})
