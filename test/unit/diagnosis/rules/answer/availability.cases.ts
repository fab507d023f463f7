import { attempt } from '../../../support/attempt'
import { agentless, agentSend, answering, asking, outbound, refusing } from '../../../support/exchange'
import { ids } from '../../../support/ids'
import type { CasesByRule } from '../../../support/ruleCases'
import { statusOnly, withoutStatus } from './refusals'

const success = attempt({ request: agentless(), response: answering(200, { id: ids.message }) })

const outcome = statusOnly(/before you send it again/, 'internal.server.error', 500, 502, 503, 504, 408)

export const availabilityCases: CasesByRule = {
  'rate.429': {
    ...statusOnly(/as the header Retry-After says/, 'too.many.requests', 429),
    fires: [
      {
        when: 'the answer says how long to wait',
        attempt: attempt({ request: agentless(), response: { ...refusing(429, 'too.many.requests'), retryAfter: 17 } }),
        severity: 'error',
        evidence: /status 429/,
        remedy: /Wait 17 seconds/
      },
      {
        when: 'it does not',
        attempt: attempt({ response: refusing(429, 'too.many.requests.retry.after') }),
        severity: 'error',
        evidence: /status 429/,
        remedy: /as the header Retry-After says/
      },
      withoutStatus('too.many.requests', /as the header Retry-After says/)
    ]
  },
  'unknown-outcome': {
    ...outcome,
    fires: [
      ...outcome.fires,
      withoutStatus('service.unavailable', /before you send it again/),
      withoutStatus('request.timeout', /before you send it again/),
      {
        when: 'a read failed, which can be repeated',
        attempt: attempt({ request: asking(`GET /api/v2/conversations/${ids.conversation}`), response: answering(503) }),
        severity: 'error',
        evidence: /status 503/,
        remedy: /^A read can be sent again/
      }
    ]
  },

  'accepted.202': {
    fires: [
      {
        when: 'agentless was accepted, and tells that a data action cannot show how',
        attempt: success,
        severity: 'unknown',
        evidence: /status 200/,
        remedy: /data action/
      },
      {
        when: 'the agent’s send was accepted without a body',
        attempt: attempt({ request: agentSend(), response: answering(202) }),
        severity: 'unknown',
        evidence: /status 202/
      }
    ],
    silent: [
      { when: 'it was refused', attempt: attempt({ request: agentless(), response: refusing(400, 'bad.request') }) },
      { when: 'it was no send', attempt: attempt({ request: asking('GET /api/v2/users/me'), response: answering(200, {}) }) },
      { when: 'it was sent elsewhere, and so not taken', attempt: attempt({ request: agentless(), response: answering(302) }) },
      {
        when: 'an outbound conversation was opened, which sends no message',
        attempt: attempt({ request: outbound(), response: answering(200, { id: ids.otherConversation }) })
      }
    ],
    unknown: 'needs only the answer'
  }
}

export const lastAnswerCases: CasesByRule = {
  'response.other': {
    fires: [
      {
        when: 'the code is documented and has no rule of its own',
        attempt: attempt({ request: agentless(), response: refusing(400, 'client.failed.request') }),
        severity: 'error',
        evidence: /status 400, code “client\.failed\.request”/
      },
      {
        when: 'nobody knows the code',
        attempt: attempt({ response: refusing(400, 'made.up.code') }),
        severity: 'unknown',
        confidence: 'not-documented',
        evidence: /code “made\.up\.code”.*\n.*correlation-5/,
        cause: /^The code “made\.up\.code” is not among those/
      },
      {
        when: 'there is no code',
        attempt: attempt({ response: answering(400) }),
        severity: 'unknown',
        confidence: 'not-documented',
        evidence: /status 400/,
        cause: /^The answer carries no error code\.$/
      }
    ],
    silent: [
      { when: 'another rule explains the answer', attempt: attempt({ response: refusing(401, 'bad.credentials') }) },
      {
        when: 'a rule of the guest’s side explains it',
        attempt: attempt({ response: refusing(404, 'session.expired', 'The session has expired.') })
      },
      ...[
        'not.a.client',
        'not.a.user',
        'active.conversation',
        'existing.conversation',
        'max.length.exceeded',
        'invalid.webmessaging.text.body'
      ].map((code) => ({ when: `another rule explains ${code}`, attempt: attempt({ response: refusing(400, code) }) })),
      { when: 'it succeeded', attempt: success }
    ],
    unknown: 'needs only the answer'
  }
}
