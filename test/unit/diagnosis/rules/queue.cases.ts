import type { Situation } from '../../../../src/model/situation'
import { attempt } from '../../support/attempt'
import { endedConversation } from '../../support/conversation'
import { agentlessTo, answering, outbound, refusing } from '../../support/exchange'
import { ids } from '../../support/ids'
import { cut, memberships, notRead, queue, situationOf } from '../../support/situation'
import type { CasesByRule, Silence } from '../../support/ruleCases'

const sms = endedConversation('sms')

/** The user's outbound SMS conversation on behalf of the queue. */
const opening = (facts: Partial<Situation> = {}, body: Readonly<Record<string, unknown>> = {}) =>
  attempt({ situation: situationOf(sms, facts), request: outbound({ useExistingConversation: true, ...body }), credential: 'user' })

const isAgentless: Silence = {
  when: 'the send is agentless',
  attempt: attempt({ situation: situationOf(sms), request: agentlessTo('sms') })
}
const wasAccepted: Silence = {
  when: 'it was accepted',
  attempt: attempt({ situation: situationOf(sms, { memberships: memberships() }), request: outbound(), response: answering(200, {}) })
}

export const queueCases: CasesByRule = {
  'queue.missing': {
    fires: [
      {
        when: 'an outbound conversation names no queue',
        attempt: opening({}, { queueId: undefined }),
        severity: 'error',
        cause: /“queueId” is missing/
      },
      {
        when: 'it has a placeholder there',
        attempt: opening({}, { queueId: '<queue id>' }),
        severity: 'error',
        cause: /“queueId” is missing/
      }
    ],
    silent: [{ when: 'it names one', attempt: opening() }, isAgentless, wasAccepted],
    unknown: 'needs only the request'
  },

  'queue.membership': {
    fires: [
      {
        when: 'the answer says so',
        attempt: attempt({ request: outbound(), response: refusing(400, 'queue.membership.required') }),
        severity: 'error',
        evidence: /queue\.membership\.required/,
        remedy: /Add the user to the queue/
      },
      {
        when: 'the queue is not among the user’s',
        attempt: opening({ memberships: memberships({ queueId: ids.nobody }) }),
        severity: 'error',
        foreseen: true,
        evidence: /not among the user’s 1 queues/
      },
      {
        when: 'the user has not joined it',
        attempt: opening({ memberships: memberships({ joined: false }) }),
        severity: 'warning',
        foreseen: true,
        confidence: 'not-documented',
        evidence: /joined is false for “Web support”/
      }
    ],
    silent: [
      { when: 'the user is a member', attempt: opening() },
      { when: 'nothing is said of joining', attempt: opening({ memberships: memberships({ joined: undefined }) }) },
      isAgentless,
      wasAccepted
    ],
    unknown: [
      {
        when: 'the user’s queues were not read',
        attempt: opening({ memberships: notRead }),
        says: /^Not known: whether the user is a member of the queue\./
      },
      {
        when: 'not all of them were read',
        attempt: opening({ memberships: cut(memberships({ queueId: ids.nobody })) }),
        says: /more queues than were read/
      }
    ]
  },

  'queue.address': {
    fires: [
      {
        when: 'the answer says so',
        attempt: attempt({ request: outbound(), response: refusing(400, 'queue.address.required') }),
        severity: 'error',
        evidence: /queue\.address\.required/,
        remedy: /outbound messaging address/
      },
      {
        when: 'the queue has none for the channel',
        attempt: opening({ queue: queue({ outboundChannels: ['open'] }) }),
        severity: 'error',
        foreseen: true,
        evidence: /“Web support” has none for sms/
      }
    ],
    silent: [{ when: 'it has one', attempt: opening() }, isAgentless, wasAccepted],
    unknown: [
      {
        when: 'the queue was not read',
        attempt: opening({ queue: notRead }),
        says: /^Not known: whether the queue has an outbound address/
      },
      {
        when: 'another queue was read',
        attempt: opening({ queue: queue({ id: ids.nobody }) }),
        says: /not the queue that the conversation was in/
      }
    ]
  }
}
