import { attempt, framed } from '../../support/attempt'
import { agentless, refusing } from '../../support/exchange'
import type { CasesByRule } from '../../support/ruleCases'

const noFrame = { when: 'there is no frame', attempt: attempt({ request: agentless() }) }
const goodFrame = { when: 'the frame is no error', attempt: framed({ frameClass: 'SessionResponse', code: 200 }) }

export const guestCases: CasesByRule = {
  'guest.readonly': {
    fires: [
      {
        when: 'the websocket answers 409',
        attempt: framed({ frameClass: 'string', code: 409, text: 'Session is read-only, no new messages allowed' }),
        severity: 'error',
        evidence: /code 409/,
        remedy: /"?startNew/
      },
      {
        when: 'the event that ends the conversation says so',
        attempt: framed({ frameClass: 'StructuredMessage', code: 200, readOnly: true }),
        severity: 'error',
        evidence: /StructuredMessage.*readOnly true/
      },
      {
        when: 'the session says so',
        attempt: framed({ frameClass: 'SessionResponse', code: 200, readOnly: true }),
        severity: 'error',
        evidence: /readOnly true/
      },
      {
        when: 'the headless messenger says so',
        attempt: framed({ text: 'Conversation session has ended, start a new session to send a message.' }),
        severity: 'error',
        evidence: /start a new session/
      }
    ],
    silent: [
      goodFrame,
      noFrame,
      {
        when: 'the conversation has ended, and the guest may still write',
        attempt: framed({ frameClass: 'StructuredMessage', code: 200, readOnly: false })
      }
    ],
    unknown: 'needs only the frame'
  },

  'guest.session-expired': {
    fires: [
      { when: 'the session has expired', attempt: framed({ code: 4006 }), severity: 'error', evidence: /code 4006/ },
      {
        when: 'the event says so',
        attempt: framed({ frameClass: 'SessionExpiredEvent', code: 200 }),
        severity: 'error',
        evidence: /SessionExpiredEvent/,
        remedy: /new token/
      },
      { when: 'the session is unknown', attempt: framed({ code: 4007 }), severity: 'error', evidence: /code 4007/ },
      {
        when: 'the history says so',
        attempt: attempt({ response: refusing(404, 'session.expired') }),
        severity: 'error',
        evidence: /session\.expired/
      }
    ],
    silent: [goodFrame, noFrame],
    unknown: 'needs only the frame'
  },

  'guest.rate': {
    fires: [
      {
        when: 'the guest sends too fast',
        attempt: framed({ frameClass: 'TooManyRequestsErrorMessage', code: 4029 }),
        severity: 'error',
        evidence: /4029/,
        remedy: /retryAfter/
      }
    ],
    silent: [goodFrame, noFrame],
    unknown: 'needs only the frame'
  },

  'guest.other': {
    fires: [
      { when: 'the message is too long', attempt: framed({ code: 4011 }), severity: 'error', evidence: /4011/ },
      {
        when: 'the error is another',
        attempt: framed({ code: 403, text: 'Turn on the feature toggle' }),
        severity: 'error',
        evidence: /403/
      },
      {
        when: 'it is no error',
        attempt: framed({ frameClass: 'SessionResponse', code: 200 }),
        severity: 'info',
        evidence: /SessionResponse/
      }
    ],
    silent: [noFrame, { when: 'another rule has said it', attempt: framed({ code: 409 }) }],
    unknown: 'needs only the frame'
  }
}
