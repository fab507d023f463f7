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
    const marks = Array.from({ length: 5000 }, (_, index) => mark((index * 60) / 5000, index % 7 === 0))
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

  it('draws messages that lie too close as one mark, but a failed one always by itself', () => {
    const [first] = shapeOf(
      ongoing(lane([bar(0, 60)], [mark(10), mark(10.1), mark(10.2, true), mark(10.3), mark(30)])),
      644,
      lettering
    ).lanes
    assert.deepEqual(
      first?.marks.map(({ marks, failed }) => [marks.length, failed]),
      [
        [3, false],
        [1, true],
        [1, false]
      ]
    )
  })

  it('needs no more marks for five thousand messages than there is room for', () => {
    const many = Array.from({ length: 5000 }, (_, index) => mark(index * 0.012, index % 100 === 0))
    const [first] = shapeOf(ongoing(lane([bar(0, 60)], many)), 644, lettering).lanes
    assert.ok(first)
    assert.ok(first.marks.length <= 2 * (600 / 8))
    assert.equal(first.marks.flatMap(({ marks }) => marks).length, 5000)
  })

  it('hatches the reply window from the end to where it closes', () => {
    const shape = shapeOf(ended(lane([bar(0, 60)])), 645, lettering)
    assert.deepEqual([shape.window?.x, shape.window?.width], [444, 200])
    assert.equal(shapeOf(ongoing(lane([bar(0, 60)])), 645, lettering).window, undefined)
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

  it('is there also for a conversation that nobody is in', () => {
    const shape = shapeOf(ongoing(), 400, lettering)
    assert.deepEqual(shape.lanes, [])
    assert.ok(shape.height > 0)
  })
})
