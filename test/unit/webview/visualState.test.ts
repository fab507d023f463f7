import assert from 'node:assert/strict'
import { readVisualState, untouched, withDisclosure } from '../../../src/webview/browser/visualState'

describe('what the panel remembers of its look', () => {
  it('survives being saved', () => {
    const state = { ...withDisclosure(untouched, 'route:agent', true), format: 'curl', scrollTop: 240 }
    assert.deepEqual(readVisualState(JSON.parse(JSON.stringify(state))), state)
  })

  it('is untouched when nothing, or nothing usable, was saved', () => {
    for (const saved of [undefined, null, 'open', 7, {}, { open: 'all', format: 3, scrollTop: '12' }])
      assert.deepEqual(readVisualState(saved), untouched)
  })

  it('opens and closes one thing without the others', () => {
    const both = withDisclosure(withDisclosure(untouched, 'a', true), 'b', true)
    assert.deepEqual(withDisclosure(both, 'a', false).open, ['b'])
    assert.deepEqual(withDisclosure(both, 'a', true).open, ['a', 'b'])
  })
})
