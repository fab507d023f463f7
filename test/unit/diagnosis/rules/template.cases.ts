import { asAgent, attempt, sentByClient } from '../../support/attempt'
import { endedConversation, withAgent } from '../../support/conversation'
import { agentlessTo, agentSend } from '../../support/exchange'
import type { CasesByRule } from '../../support/ruleCases'
import { situationOf } from '../../support/situation'

const template = (bodyParameters: unknown = [{ id: '1', value: 'Grace' }]) => ({
  textBody: undefined,
  messagingTemplate: { responseId: 'r-1', bodyParameters }
})

const whole = {
  when: 'the template is whole',
  attempt: sentByClient(agentlessTo('whatsapp', template()), endedConversation('whatsapp'))
}
const text = { when: 'a text is sent', attempt: asAgent(withAgent('connected')) }

export const templateCases: CasesByRule = {
  'template.response-missing': {
    fires: [
      {
        when: 'the template is empty',
        attempt: attempt({ request: agentSend({ messagingTemplate: {} }) }),
        severity: 'error',
        cause: /no “responseId”/
      },
      {
        when: 'it has a placeholder there',
        attempt: attempt({ request: agentSend({ messagingTemplate: { responseId: '<response id>' } }) }),
        severity: 'error',
        cause: /no “responseId”/
      }
    ],
    silent: [whole, text],
    unknown: 'needs only the request'
  },

  'template.channel': {
    fires: [
      {
        when: 'an agent sends one into web messaging',
        attempt: asAgent(withAgent('connected'), agentSend(template())),
        severity: 'unknown',
        cause: /Whether web messaging takes one is not documented/
      },
      {
        when: 'an agent sends one into Apple Messages, where agentless sends them',
        attempt: asAgent(withAgent('connected', 'apple'), agentSend(template())),
        severity: 'unknown',
        cause: /WhatsApp and forms/
      },
      {
        when: 'agentless sends one by SMS',
        attempt: sentByClient(agentlessTo('sms', template()), endedConversation('sms')),
        severity: 'unknown',
        cause: /Whether SMS takes one/
      }
    ],
    silent: [
      whole,
      text,
      { when: 'an agent sends one by WhatsApp', attempt: asAgent(withAgent('connected', 'whatsapp'), agentSend(template())) },
      { when: 'agentless invites to Apple Messages', attempt: sentByClient(agentlessTo('apple', template()), endedConversation('apple')) }
    ],
    unknown: [
      {
        when: 'the conversation, and with it the channel, was not read',
        attempt: attempt({ situation: situationOf(undefined), request: agentSend(template()), credential: 'user' }),
        saidBy: 'conversation.state-unknown',
        says: /It was not read/
      }
    ]
  }
}
