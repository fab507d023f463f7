import { known } from '../../../../../src/model/fact'
import { attempt } from '../../../support/attempt'
import { accepting, changing, resuming } from '../../../support/changes'
import { agent, conversation, customer, endedConversation, inState, withAgent } from '../../../support/conversation'
import { answering, refusing } from '../../../support/exchange'
import { ids } from '../../../support/ids'
import { ben, notRead } from '../../../support/situation'
import type { CasesByRule, Doubt, Silence } from '../../../support/ruleCases'

const ofBen = { credentials: known([ben], { source: 'this connection' }) }

const isParked: Silence = { when: 'the user’s own part is parked', attempt: changing(withAgent('parked'), resuming()) }
const wasResumed: Silence = { when: 'it was resumed', attempt: attempt({ request: resuming(), response: answering(204) }) }
const conversationNotRead: Doubt = {
  when: 'the conversation was not read',
  attempt: changing(undefined, resuming()),
  saidBy: 'change.state-unknown',
  says: /^Not known: where the conversation stands\./
}

const bothParked = conversation([
  customer(),
  agent(inState('parked')),
  agent({ ...inState('parked'), id: ids.otherAgentLeg }, { id: ids.otherAgent, name: 'Ben Ruiz', userId: ids.nobody })
])

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
    unknown: [conversationNotRead]
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
        attempt: changing(bothParked, resuming(), ofBen),
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
      conversationNotRead,
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
      conversationNotRead,
      {
        when: 'the communication is in a state that is not known here',
        attempt: changing(withAgent('unrecognised'), resuming()),
        says: /“transmitting”\.$/
      }
    ]
  }
}
