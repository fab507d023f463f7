import { attempt, sentByClient } from '../../support/attempt'
import { endedConversation } from '../../support/conversation'
import { agentless, agentlessTo, agentSend, answering, outbound, refusing } from '../../support/exchange'
import type { CasesByRule } from '../../support/ruleCases'

const web = { when: 'the send is in order', attempt: sentByClient(agentless()) }

export const bodyCases: CasesByRule = {
  'body.multiple': {
    fires: [
      {
        when: 'the agent’s send has a text and media',
        attempt: attempt({ request: agentSend({ textBody: 'a', mediaIds: ['m-1'] }) }),
        severity: 'error',
        cause: /“textBody”, “mediaIds”/
      },
      {
        when: 'it has a text and a template',
        attempt: attempt({ request: agentSend({ textBody: 'a', messagingTemplate: {} }) }),
        severity: 'error',
        cause: /“textBody”, “messagingTemplate”/
      }
    ],
    silent: [
      { when: 'it has one kind', attempt: attempt({ request: agentSend() }) },
      {
        when: 'the other kinds are empty',
        attempt: attempt({ request: agentSend({ textBody: '', mediaIds: ['m-1'], messagingTemplate: null }) })
      },
      { when: 'the send is agentless', attempt: attempt({ request: agentless({ messagingTemplate: {} }) }) }
    ],
    unknown: 'needs only the request'
  },

  'flag.swapped': {
    fires: [
      {
        when: 'agentless has the flag of the other',
        attempt: sentByClient(agentless({ useExistingConversation: true })),
        severity: 'warning',
        evidence: /useExistingConversation/,
        remedy: /“useExistingActiveConversation”/
      },
      {
        when: 'the other has the flag of agentless',
        attempt: sentByClient(outbound({ useExistingActiveConversation: true }), endedConversation('sms')),
        severity: 'warning',
        evidence: /useExistingActiveConversation/,
        remedy: /“useExistingConversation”/
      }
    ],
    silent: [{ when: 'agentless has its own', attempt: sentByClient(agentless({ useExistingActiveConversation: true })) }, web],
    unknown: 'needs only the request'
  },

  'agentless.no-time': {
    fires: [
      {
        when: 'the message is to have a time',
        attempt: sentByClient(agentless({ sendAt: '2026-11-25T09:00:00Z' })),
        severity: 'warning',
        evidence: /sendAt/
      }
    ],
    silent: [
      web,
      { when: 'it is another operation, which has a time', attempt: attempt({ request: agentSend({ textBody: 'a', sendAt: 'x' }) }) }
    ],
    unknown: 'needs only the request'
  },

  'sdk.outdated': {
    fires: [
      {
        when: 'an SDK names its age',
        attempt: attempt({ response: answering(400, { message: 'OutdatedSdkVersion is not a valid value' }) }),
        severity: 'error',
        evidence: /OutdatedSdkVersion/
      },
      {
        when: 'web messaging is refused as a value of agentless',
        attempt: attempt({
          request: agentless(),
          response: refusing(
            400,
            'invalid.value',
            'Value [webmessaging] is not valid for field type [MessengerType]. Allowable values are: sms, whatsapp, open'
          )
        }),
        severity: 'error',
        evidence: /invalid\.value/
      },
      {
        when: 'the field for the contact is not known',
        attempt: attempt({
          request: agentless(),
          response: refusing(
            400,
            'invalid.property',
            'Value [externalContactId] is not a valid property for object [SendAgentlessOutboundMessageRequest]'
          )
        }),
        severity: 'error',
        evidence: /externalContactId/
      }
    ],
    silent: [
      {
        when: 'another value of the body is refused',
        attempt: attempt({ request: agentless(), response: refusing(400, 'invalid.value', 'fromAddress is no active deployment.') })
      },
      {
        when: 'another channel is refused',
        attempt: attempt({ request: agentlessTo('facebook'), response: refusing(400, 'invalid.value') })
      },
      web
    ],
    unknown: 'needs only the answer'
  }
}
