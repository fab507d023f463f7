import fc from 'fast-check'
import assert from 'node:assert/strict'
import { inRows } from '../../../../src/webview/browser/timeline/labelRows'

describe('labels in rows', () => {
  const bounds = { left: 50, right: 450 }

  it('share a row while they do not meet', () => {
    const rows = inRows(
      [
        { text: 'ended', left: 100, width: 60 },
        { text: 'now', left: 180, width: 20 },
        { text: 'started', left: 120, width: 40 }
      ],
      bounds,
      10
    )
    assert.deepEqual(
      rows.map(({ text, row }) => [text, row]),
      [
        ['ended', 0],
        ['now', 0],
        ['started', 1]
      ]
    )
  })

  it('never lie on each other and never leave the picture', () => {
    const label = fc.record({ text: fc.constant('x'), left: fc.integer({ min: -100, max: 600 }), width: fc.integer({ min: 1, max: 200 }) })
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), (wanted) => {
        const placed = inRows(wanted, bounds, 10)
        for (const [index, one] of placed.entries()) {
          assert.ok(one.left >= bounds.left && one.left + one.width <= bounds.right)
          for (const other of placed.slice(index + 1)) {
            assert.ok(one.row !== other.row || one.left + one.width + 10 <= other.left || other.left + other.width + 10 <= one.left)
          }
        }
      })
    )
  })
})
