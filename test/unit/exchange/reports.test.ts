import assert from 'node:assert/strict'
import { exchangeOf, exchangesOf } from '../support/exchange'
import * as reports from './samples/reports'

const conversation = '/api/v2/conversations/messages/00000000-0000-4000-8000-000000000001'

describe('a pasted frame of the guest’s websocket is read', () => {
  const frames = (text: string): readonly unknown[] => exchangesOf(text).map(({ guest }) => guest)

  it('among others, when it says what is wrong', () => {
    assert.deepEqual(frames(reports.guestFrames), [
      { frameClass: 'SessionResponse', code: 200, text: undefined, readOnly: true },
      { frameClass: 'string', code: 409, text: 'Session is read-only, no new messages allowed', readOnly: undefined }
    ])
  })

  it('with the code of its error, which says more than its own', () => {
    assert.deepEqual(frames(reports.guestTooFast), [
      { frameClass: 'TooManyRequestsErrorMessage', code: 4029, text: 'Message rate too high for this session', readOnly: undefined }
    ])
  })

  it('when the business disconnects, with what becomes of the session', () => {
    assert.deepEqual(frames(reports.guestDisconnect), [
      { frameClass: 'StructuredMessage', code: 200, text: 'Presence Disconnect', readOnly: true }
    ])
  })

  it('when only what the guest sent is there', () => {
    assert.deepEqual(frames('{"action":"onMessage","token":"x","message":{"type":"Text","text":"Hi"}}'), [
      { frameClass: undefined, code: undefined, text: 'action “onMessage”', readOnly: undefined }
    ])
  })

  it('as the headless messenger words it', () => {
    for (const what of ['send a message', 'send a typing indicator', 'upload a file']) {
      const said = `Conversation session has ended, start a new session to ${what}.`
      assert.deepEqual(frames(`Error: ${said}`), [{ frameClass: undefined, code: undefined, text: said, readOnly: undefined }])
    }
  })
})

describe('a pasted delivery report is read', () => {
  const deliveries = (text: string): readonly unknown[] => exchangesOf(text).map(({ delivery }) => delivery)

  it('of a message', () => {
    assert.deepEqual(deliveries(reports.deliveryMessage), [
      {
        status: 'delivery-failed',
        messengerType: 'sms',
        direction: 'outbound',
        code: 'RecipientOptedOut',
        text: 'The recipient has opted out'
      }
    ])
  })

  it('of a conversation, with the message that failed', () => {
    assert.deepEqual(deliveries(reports.deliveryConversation), [
      {
        status: 'delivery-failed',
        messengerType: 'whatsapp',
        direction: 'outbound',
        code: '131047',
        text: 'Re-engagement message; token=‹removed›'
      }
    ])
  })

  it('of open messaging’s receipts', () => {
    assert.deepEqual(deliveries(reports.deliveryReceipt), [
      { status: 'Failed', messengerType: 'open', direction: 'outbound', code: 'MessageExpired', text: 'The webhook did not answer' }
    ])
  })

  it('of analytics', () => {
    assert.deepEqual(deliveries(reports.deliveryAnalytics), [
      { status: 'DeliveryFailed', messengerType: 'webmessaging', direction: 'outbound', code: undefined, text: 'Guest offline' }
    ])
  })

  it('that says that all is well, with the last message', () => {
    assert.deepEqual(deliveries('{"messages":[{"messageId":"a","messageStatus":"sent"},{"messageId":"b","messageStatus":"read"}]}'), [
      { status: 'read', messengerType: undefined, direction: undefined, code: undefined, text: undefined }
    ])
  })

  it('with the request that read it back', () => {
    const { request, response, delivery } = exchangeOf(`GET ${conversation}/messages/m\n\nHTTP/1.1 200 OK\n\n${reports.deliveryMessage}`)
    assert.deepEqual([request?.method, response?.status, delivery?.code], ['GET', 200, 'RecipientOptedOut'])
  })
})
