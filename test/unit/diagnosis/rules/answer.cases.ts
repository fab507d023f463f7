import { attempt } from '../../support/attempt'
import { agentless, agentSend, answering, asking, exchangeOfSeed, outbound, refusing } from '../../support/exchange'
import { ids } from '../../support/ids'
import type { CasesByRule } from '../../support/ruleCases'

const success = attempt({ request: agentless(), response: answering(200, { id: ids.message }) })

export const answerCases: CasesByRule = {
  'conflict.seed-text': {
    fires: [
      {
        when: 'the thread’s answer is pasted',
        attempt: attempt(exchangeOfSeed()),
        severity: 'warning',
        evidence: /^The answer has status 409, message “Conversation is not in a state that allows adding messages”\.$/
      },
      {
        when: 'its words stand in another answer',
        attempt: attempt({ response: refusing(400, 'bad.request', 'The conversation is NOT in a state that allows adding messages now') }),
        severity: 'warning',
        evidence: /status 400, code “bad\.request”/
      }
    ],
    silent: [
      { when: 'a conflict says something else', attempt: attempt({ response: refusing(409, 'request.conflict') }) },
      { when: 'there is no answer', attempt: attempt({ request: agentless() }) }
    ],
    unknown: 'needs only the answer'
  },

  'conflict.generic': {
    fires: [
      {
        when: 'the answer is a conflict',
        attempt: attempt({ request: agentSend(), response: refusing(409, 'request.conflict', 'The request conflicts.') }),
        severity: 'error',
        evidence:
          /^The answer has status 409, code “request\.conflict”, message “The request conflicts\.”\.\nCorrelation id correlation-5: /,
        remedy: /Do not repeat the send/
      }
    ],
    silent: [
      {
        when: 'the outbound allowance is used up, which is a 409 as well',
        attempt: attempt({ response: refusing(409, 'organization.outbound.usage.limit.exceeded') })
      },
      { when: 'the thread’s answer is pasted, which has no code', attempt: attempt(exchangeOfSeed()) }
    ],
    unknown: 'needs only the answer'
  },

  'auth.401': {
    fires: [
      {
        when: 'the token is wrong',
        attempt: attempt({ request: agentless(), response: refusing(401, 'bad.credentials') }),
        severity: 'error',
        evidence: /status 401, code “bad\.credentials”/
      },
      {
        when: 'there is no token',
        attempt: attempt({ response: refusing(401, 'authentication.required') }),
        severity: 'error',
        cause: /carries no token/
      },
      {
        when: 'nothing but the status is known',
        attempt: attempt({ response: answering(401) }),
        severity: 'error',
        evidence: /status 401\.$/
      }
    ],
    silent: [
      { when: 'a permission is missing', attempt: attempt({ response: refusing(403, 'missing.permissions') }) },
      { when: 'the address of the caller is not allowed', attempt: attempt({ response: refusing(401, 'ip.not.authorized') }) },
      { when: 'it succeeded', attempt: success }
    ],
    unknown: 'needs only the answer'
  },

  'notfound.generic': {
    fires: [
      {
        when: 'the answer is 404',
        attempt: attempt({ request: agentSend(), response: refusing(404, 'not.found') }),
        severity: 'error',
        evidence: /status 404, code “not\.found”/
      }
    ],
    silent: [
      {
        when: 'the same code comes with 400, where it is of a message',
        attempt: attempt({ response: refusing(400, 'not.found', 'Message not found.') })
      },
      { when: 'it succeeded', attempt: success }
    ],
    unknown: 'needs only the answer'
  },

  'accepted.202': {
    fires: [
      { when: 'agentless was accepted', attempt: success, severity: 'unknown', evidence: /status 200/ },
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
      {
        when: 'an outbound conversation was opened, which sends no message',
        attempt: attempt({ request: outbound(), response: answering(200, { id: ids.otherConversation }) })
      }
    ],
    unknown: 'needs only the answer'
  },

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
