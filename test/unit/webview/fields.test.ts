import assert from 'node:assert/strict'
import type { ContentView, MessageView, PanelView } from '../../../src/webview/protocol'
import { fieldsTold, textField } from '../../../src/webview/browser/fields'
import { entered, told } from '../../../src/webview/browser/sharedValue'

const text = (value: string): ContentView => ({ kind: 'text', text: value, limit: 765 })

const viewWith = (message: Partial<MessageView> | undefined): PanelView => ({
  busy: false,
  sends: [],
  ...(message && { message: { content: text(''), fields: [], send: { label: 'Send', enabled: true }, ...message } })
})

describe('the fields of the message', () => {
  const from = { id: 'from', label: 'From', value: 'Shop', readOnly: false }

  it('hold what the extension says', () => {
    const fields = fieldsTold(new Map(), viewWith({ content: text('Hello'), fields: [from] }))
    assert.deepEqual([fields.get(textField)?.value, fields.get('from')?.value], ['Hello', 'Shop'])
  })

  it('keep what is typed while the extension lags behind', () => {
    const typed = new Map([[textField, entered(told(undefined, ''), 'Hello')]])
    assert.equal(fieldsTold(typed, viewWith({ content: text('') })).get(textField)?.value, 'Hello')
  })

  it('are the template’s parameters, and the choice of what is sent', () => {
    const one = { id: 'parameter:1', label: 'First name', value: 'Grace', readOnly: false }
    const kinds = { id: 'kind', label: 'Send', value: 'template', readOnly: false }
    const fields = fieldsTold(new Map(), viewWith({ kinds, content: { kind: 'template', parameters: [one] } }))
    assert.deepEqual([...fields.keys()], ['kind', 'parameter:1'])
  })

  it('are forgotten when they are not shown any more', () => {
    const typed = new Map([['from', entered(told(undefined, 'Shop'), 'Support')]])
    assert.equal(fieldsTold(typed, viewWith({})).get('from'), undefined)
    assert.equal(fieldsTold(typed, viewWith(undefined)).size, 0)
  })
})
