import type { Attempt } from '../../../../src/diagnosis/attempt'
import type { Conversation } from '../../../../src/model/conversation'
import { attempt } from '../../support/attempt'
import { endedConversation, inWrapUp, queued, withAgent } from '../../support/conversation'
import { agentless, agentSend, answering, asking, exchangeOfSeed } from '../../support/exchange'
import { ids } from '../../support/ids'
import { notRead, situationOf } from '../../support/situation'
import type { CasesByRule, Doubt, Firing } from '../../support/ruleCases'

const sendInto = (conversation: Conversation): Attempt =>
  attempt({ situation: situationOf(conversation), request: agentSend(), credential: 'user' })

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
  attempt: sendInto(endedConversation(messengerType)),
  severity: 'error',
  evidence: agentLeft,
  remedy: /^Wait for the customer’s next message/
})

export const endedCases: CasesByRule = {
  'ended.webmessaging': {
    fires: [
      {
        when: 'a web messaging conversation has ended, and says which leg ended when and why',
        attempt: sendInto(endedConversation()),
        severity: 'error',
        evidence: agentLeft,
        remedy: /“fromAddress” the deployment’s id, “externalContactId” .*no “toAddress”/
      },
      {
        when: 'it has ended, and says when the platform set the end',
        attempt: sendInto(endedConversation()),
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
        attempt: sendInto(inWrapUp()),
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
      { when: 'an agent is connected', attempt: sendInto(withAgent('connected')) },
      { when: 'another channel’s conversation has ended', attempt: sendInto(endedConversation('sms')) },
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
        attempt: sendInto(endedConversation('sms')),
        severity: 'error',
        evidence: agentLeft,
        remedy: /POST \/api\/v2\/conversations\/messages\/agentless .*“useExistingConversation”/
      },
      {
        when: 'a WhatsApp conversation has ended',
        attempt: sendInto(endedConversation('whatsapp')),
        severity: 'error',
        evidence: agentLeft
      },
      {
        when: 'an open messaging conversation has ended',
        attempt: sendInto(endedConversation('open')),
        severity: 'error',
        evidence: agentLeft
      },
      {
        when: 'an Apple conversation has ended, whose channel no agent can open a conversation on',
        attempt: sendInto(endedConversation('apple')),
        severity: 'error',
        evidence: agentLeft,
        remedy: /agentless with a client credential\.$/
      }
    ],
    silent: [
      { when: 'an agent is connected', attempt: sendInto(withAgent('connected', 'sms')) },
      { when: 'a queue holds it', attempt: sendInto(queued('sms')) },
      { when: 'a web messaging conversation has ended', attempt: sendInto(endedConversation()) },
      { when: 'a Facebook conversation has ended', attempt: sendInto(endedConversation('facebook')) }
    ],
    unknown: [stateNotKnown]
  },

  'ended.no-outbound-channel': {
    fires: [noSendOn('facebook'), noSendOn('instagram'), noSendOn('twitter'), noSendOn('line'), noSendOn('viber')],
    silent: [
      { when: 'an agent is connected', attempt: sendInto(withAgent('connected', 'facebook')) },
      { when: 'an SMS conversation has ended', attempt: sendInto(endedConversation('sms')) },
      { when: 'a web messaging conversation has ended', attempt: sendInto(endedConversation()) }
    ],
    unknown: [stateNotKnown]
  }
}
