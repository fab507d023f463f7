import assert from 'node:assert/strict'
import type { MessageView, PanelView } from '../../../src/webview/protocol'
import { fieldsTold, textField } from '../../../src/webview/browser/fields'
import { entered, told } from '../../../src/webview/browser/sharedValue'

const viewWith = (message: Partial<MessageView> | undefined): PanelView => ({
  busy: false,
  sends: [],
  ...(message && { message: { text: '', limit: 765, fields: [], send: { label: 'Send', enabled: true }, ...message } })
})

describe('the fields of the message', () => {
  const from = { id: 'from', label: 'From', value: 'Shop', readOnly: false }

  it('hold what the extension says', () => {
    const fields = fieldsTold(new Map(), viewWith({ text: 'Hello', fields: [from] }))
    assert.deepEqual([fields.get(textField)?.value, fields.get('from')?.value], ['Hello', 'Shop'])
  })

  it('keep what is typed while the extension lags behind', () => {
    const typed = new Map([[textField, entered(told(undefined, ''), 'Hello')]])
    assert.equal(fieldsTold(typed, viewWith({ text: '' })).get(textField)?.value, 'Hello')
  })

  it('are forgotten when they are not shown any more', () => {
    const typed = new Map([['from', entered(told(undefined, 'Shop'), 'Support')]])
    assert.equal(fieldsTold(typed, viewWith({})).get('from'), undefined)
    assert.equal(fieldsTold(typed, viewWith(undefined)).size, 0)
  })
})
