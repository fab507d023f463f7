import { attempt } from '../../../support/attempt'
import { accepting, changing, conversationNotRead, ofBen, resuming, twoAgents } from '../../../support/changes'
import { endedConversation, withAgent } from '../../../support/conversation'
import { answering, refusing } from '../../../support/exchange'
import { ids } from '../../../support/ids'
import { notRead } from '../../../support/situation'
import type { CasesByRule, Silence } from '../../../support/ruleCases'

const isParked: Silence = { when: 'the user’s own part is parked', attempt: changing(withAgent('parked'), resuming()) }
const wasResumed: Silence = { when: 'it was resumed', attempt: attempt({ request: resuming(), response: answering(204) }) }
export const parkingCases: CasesByRule = {
  'parking.disconnected': {
    fires: [
      {
        when: 'the answer says so',
        attempt: attempt({ request: resuming(), response: refusing(400, 'conversation.error.conversation.disconnected') }),
        severity: 'error',
        evidence: /conversation\.error\.conversation\.disconnected/,
        remedy: /agentless/
      },
      {
        when: 'the conversation has ended',
        attempt: changing(endedConversation(), resuming()),
        severity: 'error',
        foreseen: true,
        evidence: /^endTime is /,
        remedy: /agentless/
      }
    ],
    silent: [isParked, wasResumed, { when: 'an agent accepts', attempt: changing(endedConversation(), accepting()) }],
    unknown: [conversationNotRead(resuming())]
  },

  'not-active-participant': {
    fires: [
      {
        when: 'the answer says so',
        attempt: attempt({ request: resuming(), response: refusing(403, 'conversation.error.forbidden.not.active.participant') }),
        severity: 'error',
        evidence: /conversation\.error\.forbidden\.not\.active\.participant/,
        remedy: /assign the conversation/
      },
      {
        when: 'another agent has parked it',
        attempt: changing(withAgent('parked'), resuming(), ofBen),
        severity: 'error',
        foreseen: true,
        evidence: /^Agent Nora Lind: parked/,
        remedy: /token of Nora Lind/
      },
      {
        when: 'the user is in the conversation as another participant',
        attempt: changing(twoAgents('parked'), resuming(), ofBen),
        severity: 'unknown',
        confidence: 'not-documented',
        foreseen: true,
        evidence: /^Agent Nora Lind: parked/,
        remedy: new RegExp(`^Use ${ids.otherAgent}`)
      }
    ],
    silent: [
      isParked,
      wasResumed,
      { when: 'the conversation has ended, which is said already', attempt: changing(endedConversation(), resuming(), ofBen) }
    ],
    unknown: [
      conversationNotRead(resuming()),
      {
        when: 'the credentials are not known',
        attempt: changing(withAgent('parked'), resuming(), { credentials: notRead }),
        says: /^Not known: whose token/
      }
    ]
  },

  'parking.unexpected': {
    fires: [
      {
        when: 'the answer says so',
        attempt: attempt({ request: resuming(), response: refusing(400, 'conversation.error.unexpected.parking.state') }),
        severity: 'error',
        evidence: /unexpected\.parking\.state/,
        remedy: /Read the conversation again/
      },
      {
        when: 'the communication is connected',
        attempt: changing(withAgent('connected'), resuming()),
        severity: 'error',
        foreseen: true,
        evidence: /^Agent Nora Lind: connected/,
        remedy: /send the message/
      },
      {
        when: 'the communication is alerting',
        attempt: changing(withAgent('alerting'), resuming()),
        severity: 'error',
        foreseen: true,
        evidence: /^Agent Nora Lind: alerting/,
        remedy: /^Accept it/
      }
    ],
    silent: [isParked, wasResumed, { when: 'the conversation has ended', attempt: changing(endedConversation(), resuming()) }],
    unknown: [
      conversationNotRead(resuming()),
      {
        when: 'the communication is in a state that is not known here',
        attempt: changing(withAgent('unrecognised'), resuming()),
        says: /“transmitting”\.$/
      }
    ]
  }
}
