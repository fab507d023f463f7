import type { Attempt } from '../../../../src/diagnosis/attempt'
import { known } from '../../../../src/model/fact'
import { attempt } from '../../support/attempt'
import { endedConversation, withAgent } from '../../support/conversation'
import { agentless, agentlessTo, agentSend, answering, outbound, refusing } from '../../support/exchange'
import { ids } from '../../support/ids'
import { deployment, notRead, situationOf } from '../../support/situation'
import type { CasesByRule } from '../../support/ruleCases'

const long = (length: number): string => 'x'.repeat(length)
/** A text of this length, sent as the connected agent. */
const saying = (length: number, messengerType: string): Attempt =>
  attempt({
    situation: situationOf(withAgent('connected', messengerType)),
    request: agentSend({ textBody: long(length) }),
    credential: 'user'
  })

const fromDeployment = (status: string): Attempt =>
  attempt({
    situation: situationOf(endedConversation(), {
      deployments: known([deployment({ status })], { source: 'GET /api/v2/webdeployments/deployments' })
    }),
    request: agentless(),
    credential: 'client'
  })

const accepted = attempt({ request: agentless({ textBody: '' }), response: answering(200, {}) })
const rightAgentless = attempt({ request: agentless() })

export const bodyCases: CasesByRule = {
  'channel.not-accepted': {
    fires: [
      {
        when: 'agentless is to go to Facebook',
        attempt: attempt({ request: agentlessTo('facebook') }),
        severity: 'error',
        cause: /It does not take Facebook Messenger: the answer is 400 “invalid\.value”\.$/
      },
      {
        when: 'an outbound conversation is to be on web messaging',
        attempt: attempt({ request: outbound({ toAddressMessengerType: 'webmessaging' }) }),
        severity: 'error',
        cause: /takes “sms”, “whatsapp”, “open”\. It does not take web messaging: the answer is 400 “invalid\.value”\.$/,
        remedy: /^Use POST \/api\/v2\/conversations\/messages\/agentless\.$/
      },
      {
        when: 'the channel is not named',
        attempt: attempt({ request: agentless({ toAddressMessengerType: undefined }) }),
        severity: 'error',
        cause: /“toAddressMessengerType” is missing/
      },
      {
        when: 'nobody knows the channel',
        attempt: attempt({ request: agentlessTo('carrier-pigeon') }),
        severity: 'error',
        cause: /does not take carrier-pigeon/
      }
    ],
    silent: [
      { when: 'an agent sends, on any channel', attempt: saying(5, 'facebook') },
      ...['webmessaging', 'sms', 'whatsapp', 'open', 'apple'].map((type) => ({
        when: `agentless goes to ${type}`,
        attempt: attempt({ request: agentlessTo(type) })
      })),
      ...['sms', 'whatsapp', 'open'].map((type) => ({
        when: `an outbound conversation is on ${type}`,
        attempt: attempt({ request: outbound({ toAddressMessengerType: type }) })
      }))
    ],
    unknown: 'needs only the request'
  },

  'text.empty': {
    fires: [
      {
        when: 'the text is missing',
        attempt: attempt({ request: agentlessTo('sms', { textBody: undefined }) }),
        severity: 'error',
        cause: /“textBody” is empty/
      },
      {
        when: 'the text is only spaces',
        attempt: attempt({ request: agentSend({ textBody: ' \n\t' }) }),
        severity: 'error',
        cause: /“textBody” is empty/
      },
      {
        when: 'the list of media is empty too',
        attempt: attempt({ request: agentSend({ mediaIds: [] }) }),
        severity: 'error',
        cause: /no template or media/
      },
      {
        when: 'there is no body',
        attempt: attempt({ request: { ...agentSend(), body: undefined } }),
        severity: 'error',
        cause: /has no body/
      }
    ],
    silent: [
      { when: 'there is a text', attempt: rightAgentless },
      {
        when: 'there is a template',
        attempt: attempt({ request: agentlessTo('sms', { textBody: undefined, messagingTemplate: { responseId: 'r' } }) })
      },
      { when: 'there are media', attempt: attempt({ request: agentSend({ mediaIds: ['m-1'] }) }) },
      { when: 'an outbound conversation is opened, which carries no text', attempt: attempt({ request: outbound() }) },
      { when: 'it was accepted', attempt: accepted }
    ],
    unknown: 'needs only the request'
  },

  'text.too-long': {
    fires: [
      { when: 'an SMS has 766 characters', attempt: saying(766, 'sms'), severity: 'error', evidence: /^The text has 766 characters\.$/ },
      {
        when: 'an agentless SMS has 766 characters',
        attempt: attempt({ request: agentlessTo('sms', { textBody: long(766) }) }),
        severity: 'error',
        evidence: /766 characters/
      },
      {
        when: 'the documentation disagrees about its length',
        attempt: attempt({ request: agentless({ textBody: long(2001) }) }),
        severity: 'warning',
        evidence: /2001 characters/
      },
      {
        when: 'the answer says so',
        attempt: attempt({ request: agentSend(), response: refusing(400, 'max.length.exceeded') }),
        severity: 'error',
        cause: /longer than the channel takes/
      }
    ],
    silent: [
      { when: 'an SMS has 765 characters', attempt: saying(765, 'sms') },
      { when: 'a web message has 2,000 characters', attempt: saying(2000, 'webmessaging') },
      { when: 'there is no text', attempt: attempt({ request: agentSend({ mediaIds: ['m-1'] }) }) }
    ],
    unknown: [
      {
        when: 'a long text goes to a channel whose limit nobody knows here',
        attempt: saying(3000, 'viber'),
        says: /^Not known: .*3000 characters/
      },
      {
        when: 'the conversation, and with it the channel, was not read',
        attempt: attempt({ situation: situationOf(undefined), request: agentSend({ textBody: long(3000) }), credential: 'user' }),
        saidBy: 'conversation.state-unknown',
        says: /It was not read/
      }
    ]
  },

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

  'webmessaging.toaddress': {
    fires: [
      {
        when: 'agentless web messaging has a “toAddress”',
        attempt: attempt({ request: agentless({ toAddress: 'guest-7' }) }),
        severity: 'error',
        cause: /“toAddress” cannot be used/,
        remedy: /“externalContactId”/
      }
    ],
    silent: [
      { when: 'it has none', attempt: rightAgentless },
      { when: 'another channel has one', attempt: attempt({ request: agentlessTo('sms') }) }
    ],
    unknown: 'needs only the request'
  },

  'webmessaging.contact-missing': {
    fires: [
      {
        when: 'agentless web messaging names no external contact',
        attempt: attempt({ request: agentless({ externalContactId: undefined }) }),
        severity: 'error',
        cause: /by “externalContactId”, and there is none/
      },
      {
        when: 'it has a placeholder there',
        attempt: attempt({ request: agentless({ externalContactId: '<external contact id>' }) }),
        severity: 'error',
        cause: /there is none/
      }
    ],
    silent: [
      { when: 'it names one', attempt: rightAgentless },
      { when: 'another channel names none', attempt: attempt({ request: agentlessTo('sms') }) }
    ],
    unknown: 'needs only the request'
  },

  'webmessaging.deployment': {
    fires: [
      { when: 'the deployment is not active', attempt: fromDeployment('Inactive'), severity: 'error', evidence: /^status Inactive$/ },
      {
        when: 'the organisation has no such deployment',
        attempt: attempt({
          situation: situationOf(endedConversation()),
          request: agentless({ fromAddress: ids.nobody }),
          credential: 'client'
        }),
        severity: 'error',
        cause: new RegExp(`“fromAddress” is ${ids.nobody}, and the organisation has no deployment`)
      },
      {
        when: 'no deployment is named',
        attempt: attempt({ request: agentless({ fromAddress: undefined }) }),
        severity: 'error',
        confidence: 'documented',
        cause: /“fromAddress” is missing/
      }
    ],
    silent: [
      { when: 'the deployment is active', attempt: fromDeployment('Active') },
      { when: 'the channel is another', attempt: attempt({ request: agentlessTo('sms') }) },
      { when: 'it was accepted', attempt: accepted }
    ],
    unknown: [
      {
        when: 'the deployments were not read',
        attempt: attempt({
          situation: situationOf(endedConversation(), { deployments: notRead }),
          request: agentless(),
          credential: 'client'
        }),
        says: /^Not known: whether “fromAddress” is an active deployment\. It was not read\.$/
      }
    ]
  }
}
