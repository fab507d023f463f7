import assert from 'node:assert/strict'
import { edited, parameterField } from '../../../src/followUp/edit'
import type { Draft } from '../../../src/model/draft'
import { orderTemplate } from '../support/cannedResponse'

const draft: Draft = { text: 'Hello', template: { response: orderTemplate, values: { 'bodyParameters:1': 'Grace' } } }

describe('a draft that is edited', () => {
  it('has its text changed on every route', () => {
    for (const route of ['agentMessage', 'agentless', 'outbound'] as const)
      assert.deepEqual(edited(draft, route, 'text', ' Hi\n'), { ...draft, text: ' Hi\n' })
  })

  it('has a field changed of the route that it was changed on, and keeps what was typed for the others', () => {
    const agentless = edited(draft, 'agentless', 'toAddress', '+1')
    assert.ok(agentless)
    const both = edited(agentless, 'outbound', 'toAddress', '+2')
    assert.deepEqual(both, { ...draft, agentless: { toAddress: '+1' }, outbound: { toAddress: '+2' } })
    assert.ok(both)
    assert.deepEqual(edited(both, 'agentless', 'fromAddress', 'x'), { ...both, agentless: { toAddress: '+1', fromAddress: 'x' } })
  })

  it('has the kind of content changed for its route', () => {
    assert.deepEqual(edited(draft, 'agentMessage', 'kind', 'media'), { ...draft, agentMessage: { kind: 'media' } })
    assert.equal(edited(draft, 'agentMessage', 'kind', 'video'), undefined)
    assert.equal(edited(draft, 'outbound', 'kind', 'text'), draft)
  })

  it('has a parameter filled in, whatever it is called', () => {
    const parameter = { id: 'order: 1', list: 'headerParameters', places: [{ kind: 'header' }] } as const
    assert.deepEqual(edited(draft, 'agentless', parameterField(parameter), 'SB-2')?.template?.values, {
      'bodyParameters:1': 'Grace',
      'headerParameters:order: 1': 'SB-2'
    })
    assert.deepEqual(edited({ text: '' }, 'agentless', parameterField(parameter), 'Grace'), { text: '' })
  })

  it('continues an ended conversation, or opens another one', () => {
    assert.deepEqual(edited(draft, 'outbound', 'useExistingConversation', 'true')?.outbound, { useExistingConversation: true })
    assert.deepEqual(edited(draft, 'outbound', 'useExistingConversation', 'false')?.outbound, { useExistingConversation: false })
  })

  it('has nothing else that could be changed', () => {
    for (const [route, field] of [
      ['agentMessage', 'toAddress'],
      ['agentless', 'queueId'],
      ['outbound', 'fromAddress'],
      ['outbound', '__proto__']
    ] as const)
      assert.equal(edited(draft, route, field, 'x'), undefined)
  })
})
