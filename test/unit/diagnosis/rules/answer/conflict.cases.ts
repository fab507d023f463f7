import { attempt } from '../../../support/attempt'
import { agentless, agentSend, exchangeOfSeed, refusing } from '../../../support/exchange'
import type { CasesByRule } from '../../../support/ruleCases'
import { coded } from './refusals'

export const conflictCases: CasesByRule = {
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

  'org.outbound-limit': coded(/^Do not repeat it/, [409, 'organization.outbound.usage.limit.exceeded']),
  'conversation.message-limit': coded(/start a new one/, [400, 'conversation.message.limit.exceeded'])
}
