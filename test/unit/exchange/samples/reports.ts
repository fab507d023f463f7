import { secret } from './parts'

export const guestFrames = `10:15:01.120 ↑ {"action":"configureSession","deploymentId":"00000000-0000-4000-8000-00000000003c","token":"${secret}"}
10:15:01.310 ↓ {"type":"response","class":"SessionResponse","code":200,"body":{"connected":true,"newSession":false,"readOnly":true}}
10:15:04.002 ↑ {"action":"onMessage","token":"${secret}","message":{"type":"Text","text":"Hello?"}}
10:15:04.188 ↓ {"type":"response","class":"string","code":409,"body":"Session is read-only, no new messages allowed"}`

export const guestTooFast = `{"type":"response","class":"TooManyRequestsErrorMessage","code":429,"body":{"retryAfter":3,"errorCode":4029,"errorMessage":"Message rate too high for this session"},"tracingId":"t-1"}`

export const guestDisconnect = `{
  "type": "message",
  "class": "StructuredMessage",
  "code": 200,
  "body": {
    "direction": "Outbound",
    "type": "Event",
    "events": [{ "eventType": "Presence", "presence": { "type": "Disconnect" } }],
    "metadata": { "readOnly": "true" }
  }
}`

export const guestJwt = `← {"type":"response","class":"JwtResponse","code":200,"body":{"jwt":"${secret}","exp":1764000000}}`

export const headlessError = 'Uncaught (in promise) Conversation session has ended, start a new session to send a message.'

export const deliveryMessage = `{
  "id": "00000000-0000-4000-8000-000000000003",
  "direction": "outbound",
  "messengerType": "sms",
  "status": "delivery-failed",
  "textBody": "Bearer ${secret}",
  "errorInfo": { "message": "The recipient has opted out", "code": "RecipientOptedOut", "status": 400 }
}`

export const deliveryConversation = JSON.stringify({
  id: '00000000-0000-4000-8000-000000000001',
  participants: [
    {
      purpose: 'agent',
      messages: [
        {
          id: '00000000-0000-4000-8000-000000000015',
          state: 'disconnected',
          direction: 'outbound',
          type: 'whatsapp',
          messages: [
            { messageId: 'm-1', messageStatus: 'delivery-success' },
            {
              messageId: 'm-2',
              messageStatus: 'delivery-failed',
              errorInfo: { status: 400, code: '131047', message: `Re-engagement message; token=${secret}` }
            }
          ]
        }
      ]
    }
  ]
})

export const deliveryReceipt = `{"id":"r-1","channel":{"platform":"Open","type":"Private"},"type":"Receipt","status":"Failed","reasons":[{"code":"MessageExpired","message":"The webhook did not answer"}],"isFinalReceipt":true,"direction":"Outbound"}`

export const deliveryAnalytics = JSON.stringify({
  conversations: [
    {
      conversationId: '00000000-0000-4000-8000-000000000001',
      participants: [
        {
          sessions: [
            {
              mediaType: 'message',
              messageType: 'webmessaging',
              direction: 'outbound',
              deliveryStatus: 'DeliveryFailed',
              errorCodeDescription: 'Guest offline'
            }
          ]
        }
      ]
    }
  ]
})
