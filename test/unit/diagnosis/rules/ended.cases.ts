import { asAgent, attempt, sentByClient } from '../../support/attempt'
import { agent, conversation, customer, ended, endedConversation, inState, inWrapUp, queued, withAgent } from '../../support/conversation'
import { agentless, agentSend, answering, asking, exchangeOfSeed } from '../../support/exchange'
import { ids } from '../../support/ids'
import { notRead, situationOf } from '../../support/situation'
import type { CasesByRule, Doubt, Firing } from '../../support/ruleCases'

const agentLeft = new RegExp(
  `^Agent Nora Lind: disconnected at 2026-11-24T13:59:00Z \\(disconnectType “client”\\)\\. Communication ${ids.agentLeg}\\.$`,
  'm'
)

const stateNotKnown: Doubt = {
  when: 'the conversation was not read',
  attempt: attempt({ situation: situationOf(undefined), request: agentSend(), credential: 'user' }),
  saidBy: 'conversation.state-unknown',
  says: /^Not known: whether an agent’s communication is connected\. It was not read\.$/
}

const noSendOn = (messengerType: string): Firing => ({
  when: `a ${messengerType} conversation has ended`,
  attempt: asAgent(endedConversation(messengerType)),
  severity: 'error',
  evidence: agentLeft,
  remedy: /^Wait for the customer’s next message/
})

const inactive = { ...inState('disconnected'), disconnectType: 'inactivity' }
const byInactivity = conversation([customer(inactive), agent(inactive)], { endedAt: ended })
const withoutChannel = conversation([customer({ ...inState('disconnected'), messengerType: undefined }), agent(inState('disconnected'))], {
  endedAt: ended
})

export const endedCases: CasesByRule = {
  'ended.webmessaging': {
    fires: [
      {
        when: 'a web messaging conversation has ended, and says which leg ended when and why',
        attempt: asAgent(endedConversation()),
        severity: 'error',
        evidence: agentLeft,
        remedy: /“fromAddress” the deployment’s id, “externalContactId” .*no “toAddress”/
      },
      {
        when: 'it has ended, and says when the platform set the end',
        attempt: asAgent(endedConversation()),
        severity: 'error',
        evidence: /^endTime is 2026-11-24T13:59:00Z\.$/m
      },
      {
        when: 'whether the reply window is open is not known, which changes nothing here',
        attempt: attempt({ situation: situationOf(endedConversation(), { threading: notRead }), request: agentSend(), credential: 'user' }),
        severity: 'error',
        evidence: agentLeft
      },
      {
        when: 'only after-conversation work is left',
        attempt: asAgent(inWrapUp()),
        severity: 'error',
        evidence: /^Every communication is disconnected\.$/m
      },
      {
        when: 'a send by an invented endpoint was meant for it',
        attempt: attempt({ situation: situationOf(endedConversation()), ...exchangeOfSeed() }),
        severity: 'error',
        evidence: agentLeft
      }
    ],
    silent: [
      { when: 'an agent is connected', attempt: asAgent(withAgent('connected')) },
      { when: 'another channel’s conversation has ended', attempt: asAgent(endedConversation('sms')) },
      {
        when: 'the send is agentless, which is right',
        attempt: attempt({ situation: situationOf(endedConversation()), request: agentless(), credential: 'client' })
      },
      {
        when: 'the send was accepted, and the conversation has ended since',
        attempt: attempt({
          situation: situationOf(endedConversation()),
          request: agentSend(),
          response: answering(200, { id: ids.message })
        })
      },
      {
        when: 'the request only reads it',
        attempt: attempt({
          situation: situationOf(endedConversation()),
          request: asking(`GET /api/v2/conversations/messages/${ids.conversation}`)
        })
      }
    ],
    unknown: [stateNotKnown]
  },

  'ended.agentless-capable': {
    fires: [
      {
        when: 'an SMS conversation has ended',
        attempt: asAgent(endedConversation('sms')),
        severity: 'error',
        evidence: agentLeft,
        remedy: /POST \/api\/v2\/conversations\/messages\/agentless .*“useExistingConversation”/
      },
      {
        when: 'a WhatsApp conversation has ended',
        attempt: asAgent(endedConversation('whatsapp')),
        severity: 'error',
        evidence: agentLeft
      },
      {
        when: 'an open messaging conversation has ended',
        attempt: asAgent(endedConversation('open')),
        severity: 'error',
        evidence: agentLeft
      },
      {
        when: 'an Apple conversation has ended, whose channel no agent can open a conversation on',
        attempt: asAgent(endedConversation('apple')),
        severity: 'error',
        evidence: agentLeft,
        remedy: /agentless with a client credential\.$/
      }
    ],
    silent: [
      { when: 'an agent is connected', attempt: asAgent(withAgent('connected', 'sms')) },
      { when: 'a queue holds it', attempt: asAgent(queued('sms')) },
      { when: 'a web messaging conversation has ended', attempt: asAgent(endedConversation()) },
      { when: 'a Facebook conversation has ended', attempt: asAgent(endedConversation('facebook')) }
    ],
    unknown: [stateNotKnown]
  },

  'ended.no-outbound-channel': {
    fires: [noSendOn('facebook'), noSendOn('instagram'), noSendOn('twitter'), noSendOn('line'), noSendOn('viber')],
    silent: [
      { when: 'an agent is connected', attempt: asAgent(withAgent('connected', 'facebook')) },
      { when: 'an SMS conversation has ended', attempt: asAgent(endedConversation('sms')) },
      { when: 'a web messaging conversation has ended', attempt: asAgent(endedConversation()) }
    ],
    unknown: [stateNotKnown]
  },

  'ended.channel-unknown': {
    fires: [
      {
        when: 'nobody has named the channel of the ended conversation',
        attempt: asAgent(withoutChannel),
        severity: 'error',
        evidence: /^endTime is 2026-11-24T13:59:00Z\.$/m,
        remedy: /^Find out the conversation’s channel first/
      }
    ],
    silent: [
      { when: 'its channel is known', attempt: asAgent(endedConversation()) },
      { when: 'it has not ended', attempt: asAgent(conversation([customer({ messengerType: undefined }), agent()])) }
    ],
    unknown: [stateNotKnown]
  },

  'ended.inactivity': {
    fires: [
      {
        when: 'the agent’s communication was ended by inactivity',
        attempt: asAgent(byInactivity),
        severity: 'info',
        evidence: /^Agent Nora Lind: disconnected at 2026-11-24T13:59:00Z \(disconnectType “inactivity”\)/,
        remedy: /inactivity timeout of the queue or the flow/
      }
    ],
    silent: [
      { when: 'somebody ended it', attempt: asAgent(endedConversation()) },
      {
        when: 'one agent’s communication was ended so, and another agent is connected',
        attempt: asAgent(conversation([customer(), agent(inactive), agent({ id: ids.otherAgentLeg }, { id: ids.otherAgent })]))
      },
      {
        when: 'the send is agentless, which is right',
        attempt: sentByClient(agentless(), byInactivity)
      }
    ],
    unknown: [stateNotKnown]
  }
}
