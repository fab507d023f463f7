import type { Attempt } from '../../../../src/diagnosis/attempt'
import type { DeliveryReport, GuestFrame } from '../../../../src/exchange/exchange'
import { attempt } from '../../support/attempt'
import { agentless, refusing } from '../../support/exchange'
import type { CasesByRule, Firing } from '../../support/ruleCases'

const report = (given: Partial<DeliveryReport>): Attempt =>
  attempt({
    delivery: { status: 'delivery-failed', messengerType: undefined, direction: undefined, code: undefined, text: undefined, ...given }
  })

const frame = (given: Partial<GuestFrame>): Attempt =>
  attempt({ guest: { frameClass: undefined, code: undefined, text: undefined, readOnly: undefined, ...given } })

const delivered = { when: 'the message was delivered', attempt: report({ status: 'delivery-success', messengerType: 'sms' }) }
const noReport = { when: 'nothing is reported', attempt: attempt({ request: agentless() }) }
const goodFrame = { when: 'the frame is no error', attempt: frame({ frameClass: 'SessionResponse', code: 200 }) }

const byMeta = (code: string, remedy: RegExp): Firing => ({
  when: `Meta’s code is ${code}`,
  attempt: report({ messengerType: 'whatsapp', code }),
  severity: 'error',
  evidence: new RegExp(code),
  remedy
})

export const reportCases: CasesByRule = {
  'sms.optout': {
    fires: [
      {
        when: 'the recipient has opted out',
        attempt: report({ messengerType: 'sms', code: 'RecipientOptedOut' }),
        severity: 'error',
        evidence: /RecipientOptedOut/,
        remedy: /START/
      }
    ],
    silent: [delivered, noReport, { when: 'it failed for another reason', attempt: report({ messengerType: 'sms', code: 'ServerError' }) }],
    unknown: 'needs only the report'
  },
  'webmessaging.undelivered': {
    fires: [
      {
        when: 'a web message failed',
        attempt: report({ messengerType: 'webmessaging' }),
        severity: 'warning',
        evidence: /delivery-failed/,
        remedy: /undelivered\.messages/
      }
    ],
    silent: [
      noReport,
      { when: 'another channel’s message failed', attempt: report({ messengerType: 'sms' }) },
      { when: 'it was delivered', attempt: report({ messengerType: 'webmessaging', status: 'delivery-success' }) }
    ],
    unknown: 'needs only the report'
  },
  'open.webhook': {
    fires: [
      {
        when: 'an open message failed',
        attempt: report({ messengerType: 'open', status: 'Failed', code: 'GeneralError' }),
        severity: 'error',
        evidence: /GeneralError/,
        remedy: /HTTPS on port 443/
      }
    ],
    silent: [noReport, delivered],
    unknown: 'needs only the report'
  },
  'whatsapp.provider': {
    fires: [
      byMeta('131049', /Wait, or send a utility template/),
      byMeta('130472', /another channel/),
      byMeta('132000', /bodyParameters/),
      {
        when: 'the 24 hours are over',
        attempt: report({ messengerType: 'whatsapp', text: '131047: Re-engagement message' }),
        severity: 'error',
        confidence: 'second-hand',
        evidence: /131047/,
        remedy: /template/
      },
      {
        when: 'nobody knows the code',
        attempt: report({ messengerType: 'whatsapp', code: '199999' }),
        severity: 'unknown',
        confidence: 'not-documented',
        evidence: /199999/
      }
    ],
    silent: [noReport, delivered],
    unknown: 'needs only the report'
  },
  'delivery.other': {
    fires: [
      {
        when: 'an SMS failed for a reason of the carrier’s',
        attempt: report({ messengerType: 'sms', text: 'Unreachable destination' }),
        severity: 'error',
        evidence: /Unreachable destination/
      },
      {
        when: 'the message is on its way',
        attempt: report({ status: 'queued', messengerType: 'sms' }),
        severity: 'info',
        evidence: /queued/
      }
    ],
    silent: [noReport, { when: 'another rule has said it', attempt: report({ messengerType: 'webmessaging' }) }],
    unknown: 'needs only the report'
  },
  'guest.readonly': {
    fires: [
      {
        when: 'the websocket answers 409',
        attempt: frame({ frameClass: 'string', code: 409, text: 'Session is read-only, no new messages allowed' }),
        severity: 'error',
        evidence: /code 409/,
        remedy: /"?startNew/
      },
      {
        when: 'the session says so',
        attempt: frame({ frameClass: 'SessionResponse', code: 200, readOnly: true }),
        severity: 'error',
        evidence: /readOnly true/
      },
      {
        when: 'the headless messenger says so',
        attempt: frame({ text: 'Conversation session has ended, start a new session to send a message.' }),
        severity: 'error',
        evidence: /start a new session/
      }
    ],
    silent: [goodFrame, noReport],
    unknown: 'needs only the frame'
  },
  'guest.session-expired': {
    fires: [
      { when: 'the session has expired', attempt: frame({ code: 4006 }), severity: 'error', evidence: /code 4006/ },
      { when: 'the session is unknown', attempt: frame({ code: 4007 }), severity: 'error', evidence: /code 4007/ },
      {
        when: 'the history says so',
        attempt: attempt({ response: refusing(404, 'session.expired') }),
        severity: 'error',
        evidence: /session\.expired/
      }
    ],
    silent: [goodFrame, noReport],
    unknown: 'needs only the frame'
  },
  'guest.rate': {
    fires: [
      {
        when: 'the guest sends too fast',
        attempt: frame({ frameClass: 'TooManyRequestsErrorMessage', code: 4029 }),
        severity: 'error',
        evidence: /4029/,
        remedy: /retryAfter/
      }
    ],
    silent: [goodFrame, noReport],
    unknown: 'needs only the frame'
  },
  'guest.other': {
    fires: [
      { when: 'the message is too long', attempt: frame({ code: 4011 }), severity: 'error', evidence: /4011/ },
      {
        when: 'the error is another',
        attempt: frame({ code: 403, text: 'Turn on the feature toggle' }),
        severity: 'error',
        evidence: /403/
      },
      {
        when: 'it is no error',
        attempt: frame({ frameClass: 'SessionResponse', code: 200 }),
        severity: 'info',
        evidence: /SessionResponse/
      }
    ],
    silent: [noReport, { when: 'another rule has said it', attempt: frame({ code: 409 }) }],
    unknown: 'needs only the frame'
  }
}
