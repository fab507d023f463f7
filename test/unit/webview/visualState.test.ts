import assert from 'node:assert/strict'
import { readVisualState, untouched, withConversation, withDisclosure } from '../../../src/webview/browser/visualState'

describe('what the panel remembers of its look', () => {
  it('survives being saved', () => {
    const conversation = { connectionId: 'c-1', id: 'conversation-1' }
    const state = { ...withDisclosure(untouched, 'route:agent', true), format: 'curl', route: 'wait', scrollTop: 240, conversation }
    assert.deepEqual(readVisualState(JSON.parse(JSON.stringify(state))), state)
  })

  it('is untouched when nothing, or nothing usable, was saved', () => {
    for (const saved of [
      undefined,
      null,
      'open',
      7,
      {},
      { open: 'all', format: 3, route: 4, scrollTop: '12' },
      { conversation: 'of-an-old-version' }
    ])
      assert.deepEqual(readVisualState(saved), untouched)
  })

  it('opens and closes one thing without the others', () => {
    const both = withDisclosure(withDisclosure(untouched, 'a', true), 'b', true)
    assert.deepEqual(withDisclosure(both, 'a', false).open, ['b'])
    assert.deepEqual(withDisclosure(both, 'a', true).open, ['a', 'b'])
  })

  it('names the conversation with its connection, and changes with either of them', () => {
    const shown = withConversation(untouched, { connectionId: 'c-1', id: 'one' })
    assert.deepEqual(shown.conversation, { connectionId: 'c-1', id: 'one' })
    assert.equal(withConversation(shown, { connectionId: 'c-1', id: 'one' }), shown)
    assert.equal(withConversation(shown, undefined), shown)
    const other = withConversation({ ...shown, route: 'wait' }, { connectionId: 'c-2', id: 'one' })
    assert.deepEqual(other.conversation, { connectionId: 'c-2', id: 'one' })
    assert.equal(other.route, undefined)
  })
})
