import assert from 'node:assert/strict'
import { fillIn, substitutionsOf } from '../../../src/model/cannedResponse'
import { orderTemplate } from '../support/cannedResponse'

describe('a canned response', () => {
  it('is filled in with what was typed, else with the default', () => {
    assert.equal(fillIn(orderTemplate, { 1: 'Grace', order: '' }), 'Hello Grace, your order SB-1 is on its way.')
    assert.equal(fillIn(orderTemplate, { 1: '$& {{order}}', order: 'A' }), 'Hello $& {{order}}, your order A is on its way.')
  })

  it('keeps the places that nothing fills', () => {
    assert.equal(fillIn(orderTemplate, {}), 'Hello {{1}}, your order SB-1 is on its way.')
  })

  it('has the places that only its text names, too, and each once', () => {
    const response = { text: '{{1}} {{2}} {{2}} {{}} {{a b}}', substitutions: [{ id: '1' }] }
    assert.deepEqual(substitutionsOf(response), [{ id: '1' }, { id: '2' }])
  })

  it('takes no value from what every object has', () => {
    assert.equal(fillIn({ text: '{{constructor}}', substitutions: [] }, {}), '{{constructor}}')
  })
})
