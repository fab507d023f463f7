import { attempt } from '../../../support/attempt'
import {
  accepting,
  assigning,
  changing,
  conversationNotRead,
  disconnecting,
  having,
  leaving,
  ofBen,
  resuming
} from '../../../support/changes'
import { agent, conversation, customer, endedConversation, inState, queued, withAgent } from '../../../support/conversation'
import { agentSend, answering, asking, refusing } from '../../../support/exchange'
import { ids } from '../../../support/ids'
import { nora, notRead, situationOf } from '../../../support/situation'
import type { CasesByRule } from '../../../support/ruleCases'

const ofSomebody = having({ ...nora, userId: undefined })

export const participantChangeCases: CasesByRule = {
  'change.state-unknown': {
    fires: [
      {
        when: 'the conversation was not read',
        attempt: changing(undefined, disconnecting),
        severity: 'unknown',
        cause: /It was not read\.$/,
        remedy: /GET \/api\/v2\/conversations\/\{conversationId\}/
      },
      {
        when: 'the path names another conversation than the one that was read',
        attempt: changing({ ...withAgent('alerting'), id: ids.otherConversation }, accepting()),
        severity: 'unknown',
        cause: /names another conversation/
      }
    ],
    silent: [
      { when: 'it was read', attempt: changing(withAgent('alerting'), accepting()) },
      {
        when: 'the path has a variable for it',
        attempt: changing(withAgent('alerting'), asking('PATCH /api/v2/conversations/messages/{conversationId}', { state: 'disconnected' }))
      },
      { when: 'the request changes nothing', attempt: changing(undefined, agentSend()) },
      {
        when: 'the body asks for more than the state',
        attempt: changing(undefined, { ...accepting(), body: { kind: 'json', value: { state: 'connected', muted: true } } })
      }
    ],
    unknown: [conversationNotRead(accepting())]
  },

  'change.participant-missing': {
    fires: [
      {
        when: 'the path names a communication',
        attempt: changing(withAgent('alerting'), accepting(ids.agentLeg)),
        severity: 'error',
        evidence: new RegExp(`Participant ${ids.agent}: agent Nora Lind\\.`),
        remedy: /not the id of a communication/
      },
      {
        when: 'the path of the parking state names nobody',
        attempt: changing(withAgent('parked'), resuming(ids.nobody)),
        severity: 'error',
        cause: new RegExp(`^The path names ${ids.nobody}`)
      }
    ],
    silent: [
      { when: 'the path names a participant', attempt: changing(withAgent('alerting'), accepting()) },
      { when: 'it does so in capitals', attempt: changing(withAgent('alerting'), accepting(ids.agent.toUpperCase())) },
      { when: 'the request names none', attempt: changing(queued(), assigning()) }
    ],
    unknown: [
      conversationNotRead(accepting()),
      {
        when: 'the path has a variable there',
        attempt: changing(withAgent('alerting'), accepting('{participantId}')),
        says: /The path has a variable there\.$/
      }
    ]
  },

  'accept.not-alerting': {
    fires: [
      {
        when: 'the answer says that the update is invalid',
        attempt: attempt({ request: accepting(), response: refusing(400, 'conversation.participant.update.invalid') }),
        severity: 'error',
        evidence: /conversation\.participant\.update\.invalid/,
        remedy: /Read the conversation again/
      },
      {
        when: 'the agent is connected already',
        attempt: changing(withAgent('connected'), accepting()),
        severity: 'unknown',
        foreseen: true,
        evidence: /^Agent Nora Lind: connected/,
        remedy: /nothing to accept/
      },
      {
        when: 'the agent has parked it',
        attempt: changing(withAgent('parked'), accepting()),
        severity: 'unknown',
        foreseen: true,
        evidence: /^Agent Nora Lind: parked/,
        remedy: /parkingstate/
      }
    ],
    silent: [
      { when: 'the agent is alerting', attempt: changing(withAgent('alerting'), accepting()) },
      { when: 'the agent leaves', attempt: changing(withAgent('connected'), leaving()) },
      { when: 'it was accepted', attempt: attempt({ request: accepting(), response: answering(202) }) }
    ],
    unknown: [conversationNotRead(accepting())]
  },

  'change.other-user': {
    fires: [
      {
        when: 'somebody else is alerted',
        attempt: changing(withAgent('alerting'), accepting(), ofBen),
        severity: 'unknown',
        evidence: /^Agent Nora Lind: alerting/,
        remedy: /token of Nora Lind/
      },
      {
        when: 'the participant is the customer',
        attempt: changing(withAgent('connected'), leaving(ids.customer)),
        severity: 'unknown',
        cause: /^It is the part of the customer, and/
      }
    ],
    silent: [
      { when: 'it is the user’s own part', attempt: changing(withAgent('alerting'), accepting()) },
      { when: 'the part is over, which is said already', attempt: changing(endedConversation(), leaving(), ofBen) },
      {
        when: 'another kind of token is sent, which is said already',
        attempt: changing(withAgent('alerting'), accepting(), ofBen, 'client')
      }
    ],
    unknown: [
      conversationNotRead(accepting()),
      {
        when: 'the credentials are not known',
        attempt: changing(withAgent('alerting'), accepting(), { credentials: notRead }),
        says: /^Not known: whose token/
      },
      { when: 'the token’s user has no id', attempt: changing(withAgent('alerting'), accepting(), ofSomebody), says: /has no id\.$/ },
      {
        when: 'the record does not say which user the agent is',
        attempt: changing(conversation([customer(), agent(inState('alerting'), { userId: undefined })]), accepting()),
        says: /^Not known: which user the agent is\./
      }
    ]
  },

  'change.client-token': {
    fires: [
      {
        when: 'a client accepts',
        attempt: changing(withAgent('alerting'), accepting(), {}, 'client'),
        severity: 'unknown',
        cause: /a client’s token/,
        remedy: /token of the user/
      },
      {
        when: 'a client disconnects everybody',
        attempt: changing(withAgent('connected'), disconnecting, {}, 'client'),
        severity: 'unknown',
        cause: /not documented\.$/
      }
    ],
    silent: [
      { when: 'a user accepts', attempt: changing(withAgent('alerting'), accepting()) },
      {
        when: 'a client sends',
        attempt: attempt({ situation: situationOf(withAgent('connected')), request: agentSend(), credential: 'client' })
      }
    ],
    unknown: [
      {
        when: 'the kind of token is not visible',
        attempt: attempt({ situation: situationOf(withAgent('alerting')), request: accepting() }),
        says: /^Not known: which kind of token it is sent with\./
      }
    ]
  }
}
