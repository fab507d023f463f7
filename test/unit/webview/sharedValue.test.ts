import fc from 'fast-check'
import assert from 'node:assert/strict'
import { entered, told, type SharedValue } from '../../../src/webview/browser/sharedValue'

const type = (shared: SharedValue, ...values: string[]): SharedValue => values.reduce(entered, shared)

describe('a value that both sides change', () => {
  const empty = told(undefined, '')

  it('is what the extension says at first', () => {
    assert.equal(told(undefined, 'draft').value, 'draft')
  })

  it('is not set back by what the extension repeats late', () => {
    const typed = type(empty, 'H', 'He', 'Hel')
    assert.equal(told(typed, '').value, 'Hel')
    assert.equal(told(told(typed, 'H'), 'He').value, 'Hel')
  })

  it('is the extension’s again once it has caught up', () => {
    const caughtUp = told(type(empty, 'Hello'), 'Hello')
    assert.equal(told(caughtUp, '').value, '')
  })

  it('is the extension’s at once when it is one that nobody typed', () => {
    assert.equal(told(type(empty, 'H', 'He'), 'Dear customer,').value, 'Dear customer,')
  })

  it('stays as typed when an earlier value is typed again', () => {
    const typed = type(empty, 'a', 'ab', 'a', 'ac')
    assert.equal(told(told(told(typed, 'a'), 'ab'), 'a').value, 'ac')
  })

  it('keeps what was typed, however late and in whatever portions the echoes come', () => {
    const step = fc.record({ value: fc.constantFrom('', 'a', 'b', 'ab'), heard: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        let shared = empty
        const unheard: string[] = []
        for (const { value, heard } of steps) {
          shared = entered(shared, value)
          unheard.push(value)
          for (const echo of unheard.splice(0, heard)) shared = told(shared, echo)
          assert.equal(shared.value, value)
        }
        for (const echo of unheard) shared = told(shared, echo)
        assert.equal(shared.value, steps.at(-1)?.value)
      })
    )
  })
})
