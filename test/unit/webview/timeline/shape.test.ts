import fc from 'fast-check'
import assert from 'node:assert/strict'
import { shapeOf } from '../../../../src/webview/browser/timeline/shape'
import { bar, ended, lane, lettering, mark, minute, ongoing } from './timelineSample'

describe('the shape of the picture', () => {
  it('gives each party a lane below the other, right of the labels', () => {
    const shape = shapeOf(ongoing(lane([bar(0, 60)]), lane([bar(10, 20)])), 644, lettering)
    const [first, second] = shape.lanes
    assert.ok(first && second)
    assert.equal(shape.plot.x, 44)
    assert.equal(first.bars[0]?.box.x, 44)
    assert.ok(first.box.y + first.box.height < second.box.y)
    assert.ok(shape.height > second.box.y + second.box.height)
    assert.equal(shape.width, 644)
  })

  it('leaves the picture room beside a long name, and says with … that it was cut', () => {
    const shape = shapeOf(ongoing({ ...lane([bar(0, 60)]), label: 'A name that is longer than the picture is wide' }), 400, lettering)
    assert.match(shape.lanes[0]?.label ?? '', /^A name .*…$/)
    assert.ok(shape.plot.width >= 280)
  })

  it('draws thousands of messages as a number of marks that the width bounds, and passes none over', () => {
    const marks = Array.from({ length: 5000 }, (_, index) => mark((index * 60) / 5000, index % 7 === 0 ? 'failed' : 'plain'))
    const [first] = shapeOf(ongoing(lane([bar(0, 60)], marks)), 644, lettering).lanes
    assert.ok(first && first.marks.length <= (2 * 600) / 8)
    assert.equal(first.marks.flatMap((shape) => shape.marks).length, 5000)
  })

  it('puts a label into its bar when it fits, beside it when there is room, and else leaves it out', () => {
    const [labelled] = shapeOf(
      ongoing(lane([bar(0, 20, 'Nora Lind'), bar(30, 31, 'Bo'), bar(59, 60, 'A long name')])),
      644,
      lettering
    ).lanes
    assert.ok(labelled)
    const [inside, beside, without] = labelled.bars
    assert.ok(
      inside?.labelX !== undefined &&
        inside.labelX > inside.box.x &&
        inside.labelX + lettering.width('Nora Lind') < inside.box.x + inside.box.width
    )
    assert.ok(beside?.labelX !== undefined && beside.labelX > beside.box.x + beside.box.width)
    assert.ok(without)
    assert.equal(without.labelX, undefined)
  })

  it('shows bars that run at the same time below each other, and what follows in one row', () => {
    const [first] = shapeOf(ongoing(lane([bar(0, 30), bar(30, 60), bar(20, 40)])), 644, lettering).lanes
    assert.deepEqual(
      first?.bars.map(({ bar: { from }, box }) => [from, box.y > first.middle]),
      [
        [minute(0), false],
        [minute(20), true],
        [minute(30), false]
      ]
    )
  })

  it('keeps the shortest communication visible and inside the picture', () => {
    const [first] = shapeOf(ongoing(lane([bar(60, 60)])), 644, lettering).lanes
    const box = first?.bars[0]?.box
    assert.ok(box && box.width >= 3 && box.x + box.width <= 644)
  })

  it('draws messages that lie too close as one mark, but not what failed or is pending with what arrived', () => {
    const marks = [mark(10), mark(10.1), mark(10.2, 'failed'), mark(10.3), mark(10.4, 'pending'), mark(10.5, 'pending'), mark(30)]
    const [first] = shapeOf(ongoing(lane([bar(0, 60)], marks)), 644, lettering).lanes
    assert.deepEqual(
      first?.marks.map((shape) => [shape.kind, shape.marks.length]),
      [
        ['plain', 3],
        ['plain', 1],
        ['pending', 2],
        ['failed', 1]
      ]
    )
  })

  it('keeps a message of this moment inside the picture', () => {
    const [first] = shapeOf(ongoing(lane([bar(0, 60)], [mark(60)])), 644, lettering).lanes
    const box = first?.marks[0]?.box
    assert.ok(box && box.x + box.width <= 644)
  })

  it('needs no more marks for five thousand messages than there is room for', () => {
    const many = Array.from({ length: 5000 }, (_, index) => mark(index * 0.012, index % 100 === 0 ? 'failed' : 'plain'))
    const [first] = shapeOf(ongoing(lane([bar(0, 60)], many)), 644, lettering).lanes
    assert.ok(first)
    assert.ok(first.marks.length <= 2 * (600 / 8))
    assert.equal(first.marks.flatMap(({ marks }) => marks).length, 5000)
  })

  it('hatches the reply window from the end to where it closes', () => {
    const shape = shapeOf(ended(lane([bar(0, 60)])), 645, lettering)
    const end = shape.landmarks.find(({ kind }) => kind === 'end')
    assert.ok(shape.window && end)
    assert.equal(shape.window.x, end.x)
    assert.equal(shape.window.x + shape.window.width, 644)
    assert.equal(shapeOf(ongoing(lane([bar(0, 60)])), 645, lettering).window, undefined)
  })

  it('breaks a long silence out, with its length where there is room, and draws the bar through it in one', () => {
    const timeline = { ...ongoing(lane([bar(0, 6060)], [mark(60), mark(6060)])), now: minute(6070) }
    const shape = shapeOf(timeline, 645, lettering)
    const [first] = shape.breaks
    assert.equal(shape.breaks.length, 1)
    assert.equal(first?.label?.text, '100 h')
    const [only] = shape.lanes[0]?.bars ?? []
    assert.ok(only && only.box.x < first.box.x && only.box.x + only.box.width >= first.box.x + first.box.width)
  })

  it('says the length of a silence only where that meets no other one’s', () => {
    const timeline = { ...ended(lane([bar(0, 60)], [mark(5), mark(20)])), now: minute(60 + 24 * 60) }
    const labels = (width: number): unknown => shapeOf(timeline, width, lettering).breaks.map(({ label }) => label?.text)
    assert.deepEqual(labels(644), ['24 h', '48 h'])
    assert.deepEqual(labels(150), ['24 h', undefined])
  })

  it('draws what happens at one moment at one place', () => {
    const timeline = { ...ended(lane([bar(0, 60)], [mark(20)]), lane([bar(20, 60)], [mark(20)])), now: minute(5000) }
    const [first, second] = shapeOf(timeline, 645, lettering).lanes
    assert.equal(first?.marks[0]?.box.x, second?.marks[0]?.box.x)
    assert.equal((first?.marks[0]?.box.x ?? 0) + 4, second?.bars[0]?.box.x)
  })

  it('names start, end, now and the window’s end, none over the other, however narrow', () => {
    for (const width of [1000, 400, 200, 90]) {
      const { landmarks, height } = shapeOf(ended(lane([bar(0, 60)])), width, lettering)
      assert.deepEqual(
        landmarks.map(({ kind }) => kind),
        ['start', 'end', 'now', 'windowEnd']
      )
      for (const [index, { label: one }] of landmarks.entries()) {
        assert.ok(one.box.y + one.box.height <= height)
        for (const { label: other } of landmarks.slice(index + 1)) {
          assert.ok(one.box.y !== other.box.y || one.box.x + one.box.width <= other.box.x || other.box.x + other.box.width <= one.box.x)
        }
      }
    }
  })

  it('keeps everything inside, whatever happened when', () => {
    const minutesOf = fc.integer({ min: -3000, max: 60_000 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minutesOf, minutesOf), { maxLength: 12 }),
        fc.array(minutesOf, { maxLength: 12 }),
        minutesOf,
        fc.integer({ min: 200, max: 1200 }),
        (bars, marks, now, width) => {
          const lanes = [
            lane(
              bars.map(([one, other]) => bar(Math.min(one, other), Math.max(one, other))),
              marks.map((at, index) => mark(at, index % 2 === 0 ? 'plain' : 'pending'))
            )
          ]
          const shape = shapeOf({ ...ended(...lanes), now: minute(now) }, width, lettering)
          const boxes = [
            ...shape.lanes.flatMap((each) => [...each.bars, ...each.marks].map(({ box }) => box)),
            ...shape.breaks.map(({ box }) => box),
            ...(shape.window ? [shape.window] : [])
          ]
          for (const box of boxes) assert.ok(box.x >= 0 && box.width > 0 && box.x + box.width <= width)
          for (const { x } of shape.ticks) assert.ok(x >= shape.plot.x && x <= width)
        }
      )
    )
  })

  it('is there also for a conversation that nobody is in', () => {
    const shape = shapeOf(ongoing(), 400, lettering)
    assert.deepEqual(shape.lanes, [])
    assert.ok(shape.height > 0)
  })
})
