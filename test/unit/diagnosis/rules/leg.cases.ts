import type { Attempt } from '../../../../src/diagnosis/attempt'
import type { Conversation } from '../../../../src/model/conversation'
import { known } from '../../../../src/model/fact'
import { attempt } from '../../support/attempt'
import {
  agent,
  automated,
  conversation,
  customer,
  endedConversation,
  inState,
  message,
  queued,
  withAgent
} from '../../support/conversation'
import { agentless, agentSend, answering, exchangeOfSeed } from '../../support/exchange'
import { ids } from '../../support/ids'
import { ben, situationOf } from '../../support/situation'
import type { CasesByRule, Doubt } from '../../support/ruleCases'

const sendInto = (given: Conversation, legId: string = ids.agentLeg): Attempt =>
  attempt({ situation: situationOf(given), request: agentSend({ textBody: 'Hello' }, legId), credential: 'user' })

const notRead = attempt({ situation: situationOf(undefined), request: agentSend(), credential: 'user' })
const stateNotKnown: Doubt = {
  when: 'the conversation was not read',
  attempt: notRead,
  saidBy: 'conversation.state-unknown',
  says: /^Not known: whether an agent’s communication is connected\. It was not read\.$/
}

const sent = message({ id: ids.message })
const afterTransfer = conversation([
  customer(),
  agent({ ...inState('disconnected'), messages: [sent] }),
  agent({ id: ids.otherAgentLeg }, { id: ids.otherAgent, name: 'Ben Ruiz' })
])

const sendOfBen = (given: Conversation): Attempt =>
  attempt({
    situation: situationOf(given, { credentials: known([ben], { source: 'this connection' }) }),
    request: agentSend(),
    credential: 'user'
  })

export const legCases: CasesByRule = {
  'conversation.state-unknown': {
    fires: [
      {
        when: 'the conversation was not read',
        attempt: notRead,
        severity: 'unknown',
        cause: /It was not read\.$/,
        remedy: /GET \/api\/v2\/conversations\/\{conversationId\}/
      }
    ],
    silent: [
      { when: 'the conversation was read', attempt: sendInto(withAgent('connected')) },
      { when: 'the send does not need an agent', attempt: attempt({ request: agentless() }) },
      { when: 'there is an answer already', attempt: attempt({ request: agentSend(), response: answering(400) }) }
    ],
    unknown: [
      { when: 'the conversation was not read', attempt: notRead, says: /whether an agent’s communication is connected/ },
      {
        when: 'the agent’s communication is in a state that nobody knows here',
        attempt: sendInto(withAgent('unrecognised')),
        says: /^Not known: whether a message can be sent.*“transmitting”/
      },
      { when: 'the record has no communications', attempt: sendInto(conversation([]), '{communicationId}'), says: /no communications/ }
    ]
  },

  'leg.alerting': {
    fires: [
      {
        when: 'the agent has not accepted yet',
        attempt: sendInto(withAgent('alerting')),
        severity: 'error',
        evidence: new RegExp(`^Agent Nora Lind: alerting since 2026-11-24T13:25:00Z\\. Communication ${ids.agentLeg}\\.$`),
        remedy: new RegExp(`participants/${ids.agent} with \\{"state":"connected"\\}`)
      },
      {
        when: 'a send by an invented endpoint was meant for it',
        attempt: attempt({ situation: situationOf(withAgent('alerting')), ...exchangeOfSeed() }),
        severity: 'error',
        evidence: /alerting/
      }
    ],
    silent: [
      { when: 'the agent is connected', attempt: sendInto(withAgent('connected')) },
      { when: 'the conversation has ended', attempt: sendInto(endedConversation()) },
      {
        when: 'the send was accepted',
        attempt: { ...sendInto(withAgent('alerting')), exchange: { request: agentSend(), response: answering(200, {}) } }
      }
    ],
    unknown: [stateNotKnown]
  },

  'leg.parked': {
    fires: [
      {
        when: 'the agent has parked it',
        attempt: sendInto(withAgent('parked')),
        severity: 'error',
        evidence: new RegExp(`^Agent Nora Lind: parked since 2026-11-24T14:03:00Z\\. Communication ${ids.agentLeg}\\.$`),
        remedy: new RegExp(`participants/${ids.agent}/parkingstate`)
      }
    ],
    silent: [
      { when: 'the agent is connected', attempt: sendInto(withAgent('connected')) },
      { when: 'the agent is alerting', attempt: sendInto(withAgent('alerting')) }
    ],
    unknown: [stateNotKnown]
  },

  'no.agent.active': {
    fires: [
      {
        when: 'a queue holds the conversation',
        attempt: sendInto(queued()),
        severity: 'error',
        evidence: /^Queue Support: connected since 2026-11-24T13:25:00Z\./,
        cause: /^The conversation waits in a queue, /,
        remedy: /“useExistingActiveConversation”: true.*\/assign/
      },
      {
        when: 'a flow holds the conversation',
        attempt: sendInto(automated()),
        severity: 'error',
        evidence: /^Flow Greeter: connected since 2026-11-24T13:25:00Z\./,
        cause: /^A flow holds the conversation, /
      }
    ],
    silent: [
      { when: 'an agent is connected', attempt: sendInto(withAgent('connected')) },
      { when: 'the conversation has ended', attempt: sendInto(endedConversation()) }
    ],
    unknown: [stateNotKnown]
  },

  'comm.wrong-id': {
    fires: [
      {
        when: 'the path names the participant',
        attempt: sendInto(withAgent('connected'), ids.agent),
        severity: 'error',
        evidence: new RegExp(`Communication ${ids.agentLeg}`),
        remedy: new RegExp(`^Use ${ids.agentLeg}, the communication of Agent Nora Lind\\.$`)
      },
      {
        when: 'the path names a message',
        attempt: sendInto(afterTransfer, ids.message),
        severity: 'error',
        evidence: new RegExp(`Communication ${ids.otherAgentLeg}`)
      },
      {
        when: 'the path names the customer’s communication',
        attempt: sendInto(withAgent('connected'), ids.customerLeg),
        severity: 'error',
        cause: /It is the communication of another party\.$/
      },
      {
        when: 'the path names nothing in this conversation',
        attempt: sendInto(withAgent('connected'), ids.nobody),
        severity: 'error',
        cause: /The conversation has nothing with this id\.$/
      },
      {
        when: 'the path names the agent who has handed it to another',
        attempt: sendInto(afterTransfer),
        severity: 'error',
        evidence: new RegExp(`Communication ${ids.otherAgentLeg}`)
      }
    ],
    silent: [
      { when: 'the path names the connected agent’s communication', attempt: sendInto(afterTransfer, ids.otherAgentLeg) },
      { when: 'it does so in capitals', attempt: sendInto(withAgent('connected'), ids.agentLeg.toUpperCase()) },
      { when: 'the path has a variable there', attempt: sendInto(withAgent('connected'), '{communicationId}') }
    ],
    unknown: [stateNotKnown]
  },

  'leg.other-user': {
    fires: [
      {
        when: 'the token is of another user than the connected agent',
        attempt: sendOfBen(withAgent('connected')),
        severity: 'unknown',
        evidence: /^Agent Nora Lind: connected/,
        remedy: /token of Nora Lind, or assign the conversation to Ben Ruiz/
      }
    ],
    silent: [
      { when: 'the token is the connected agent’s', attempt: sendInto(withAgent('connected')) },
      { when: 'nobody is connected, which is said already', attempt: sendOfBen(endedConversation()) }
    ],
    unknown: [
      {
        when: 'whose token it is, is not known',
        attempt: attempt({ situation: situationOf(withAgent('connected')), request: agentSend() }),
        saidBy: 'token.client-on-agent-send',
        says: /^Not known: which kind of token it is sent with\./
      },
      {
        when: 'which user the connected agent is, is not known',
        attempt: sendInto(conversation([customer(), agent({}, { userId: undefined })])),
        says: /user/
      }
    ]
  }
}
