import { attempt, sentByClient } from '../../support/attempt'
import { endedConversation } from '../../support/conversation'
import { agentless, agentlessTo, outbound, refusing } from '../../support/exchange'
import { ids } from '../../support/ids'
import type { CasesByRule } from '../../support/ruleCases'
import { cut, integrations, notRead, smsNumbers } from '../../support/situation'

const web = { when: 'the send is to web messaging, and in order', attempt: sentByClient(agentless()) }
const otherRefusal = { when: 'something else was refused', attempt: attempt({ response: refusing(400, 'made.up') }) }

export const addressCases: CasesByRule = {
  'address.whatsapp': {
    fires: [
      {
        when: 'the answer says so',
        attempt: attempt({ request: agentlessTo('whatsapp'), response: refusing(400, 'invalid.whatsapp.address') }),
        severity: 'error',
        evidence: /invalid\.whatsapp\.address/
      },
      {
        when: 'the address has a plus',
        attempt: sentByClient(agentlessTo('whatsapp')),
        severity: 'error',
        foreseen: true,
        evidence: /“\+41790000001”/,
        remedy: /digits/
      }
    ],
    silent: [
      { when: 'the address is digits', attempt: sentByClient(agentlessTo('whatsapp', { toAddress: '41790000001' })) },
      web,
      otherRefusal
    ],
    unknown: 'needs only the request'
  },

  'address.sms': {
    fires: [
      {
        when: 'the answer says so',
        attempt: attempt({ request: outbound(), response: refusing(400, 'invalid.phone.number') }),
        severity: 'error',
        evidence: /invalid\.phone\.number/
      },
      {
        when: 'the answer says so of several',
        attempt: attempt({ request: outbound(), response: refusing(400, 'invalid.phone.numbers') }),
        severity: 'error',
        evidence: /invalid\.phone\.numbers/
      },
      {
        when: 'the number has no plus',
        attempt: sentByClient(outbound({ toAddress: '0790000001' }), endedConversation('sms')),
        severity: 'error',
        foreseen: true,
        evidence: /“0790000001”/
      }
    ],
    silent: [{ when: 'the number is E.164', attempt: sentByClient(agentlessTo('sms'), endedConversation('sms')) }, web, otherRefusal],
    unknown: 'needs only the request'
  },

  'address.apple': {
    fires: [
      {
        when: 'an invitation goes to something else',
        attempt: sentByClient(agentlessTo('apple', { toAddress: 'urn:mbid:1', messagingTemplate: { responseId: 'r-1' } })),
        severity: 'error',
        evidence: /“urn:mbid:1”/,
        remedy: /country code/
      }
    ],
    silent: [
      { when: 'an invitation goes to a number', attempt: sentByClient(agentlessTo('apple', { messagingTemplate: { responseId: 'r-1' } })) },
      { when: 'a text is sent, of which nothing is said', attempt: sentByClient(agentlessTo('apple', { toAddress: 'urn:mbid:1' })) },
      web
    ],
    unknown: 'needs only the request'
  },

  'address.missing': {
    fires: [
      {
        when: 'an SMS has no recipient',
        attempt: sentByClient(agentlessTo('sms', { toAddress: undefined })),
        severity: 'error',
        cause: /“toAddress” is missing/
      },
      {
        when: 'the recipient is left empty',
        attempt: sentByClient(agentlessTo('open', { toAddress: ' ' }), endedConversation('open')),
        severity: 'error',
        cause: /“toAddress” is missing/
      }
    ],
    silent: [web, { when: 'it is there', attempt: sentByClient(agentlessTo('sms'), endedConversation('sms')) }],
    unknown: 'needs only the request'
  },

  'sms.from-number': {
    fires: [
      {
        when: 'an SMS has no sender',
        attempt: sentByClient(agentlessTo('sms', { fromAddress: undefined })),
        severity: 'error',
        cause: /“fromAddress” is missing/
      },
      {
        when: 'the organisation has no such number',
        attempt: sentByClient(agentlessTo('sms', { fromAddress: '+41449999999' }), endedConversation('sms')),
        severity: 'error',
        evidence: /\+41449999999 is not among the 1 provisioned numbers/
      },
      {
        when: 'the number is being ported',
        attempt: sentByClient(agentlessTo('sms'), endedConversation('sms'), {
          smsNumbers: smsNumbers({ phoneNumber: '+41440000002', status: 'PORTING' })
        }),
        severity: 'warning',
        confidence: 'not-documented',
        evidence: /is PORTING/
      }
    ],
    silent: [
      { when: 'the number is the organisation’s', attempt: sentByClient(agentlessTo('sms'), endedConversation('sms')) },
      {
        when: 'the customer wrote to that number, and the numbers were not read',
        attempt: sentByClient(agentlessTo('sms'), endedConversation('sms'), { smsNumbers: notRead })
      },
      {
        when: 'the customer wrote to that number, and it is not listed any more',
        attempt: sentByClient(agentlessTo('sms'), endedConversation('sms'), { smsNumbers: smsNumbers() })
      },
      web
    ],
    unknown: [
      {
        when: 'the numbers were not read, and it is not the one of the conversation',
        attempt: sentByClient(agentlessTo('sms', { fromAddress: '+41449999999' }), endedConversation('sms'), { smsNumbers: notRead }),
        says: /whether “fromAddress” is a provisioned number/
      },
      {
        when: 'not all of them were read',
        attempt: sentByClient(agentlessTo('sms', { fromAddress: '+41449999999' }), endedConversation('sms'), {
          smsNumbers: cut(smsNumbers())
        }),
        says: /more numbers than were read/
      }
    ]
  },

  'address.from-integration': {
    fires: [
      {
        when: 'an open message has no sender',
        attempt: sentByClient(agentlessTo('open', { fromAddress: undefined })),
        severity: 'error',
        cause: /“fromAddress” is missing/
      },
      {
        when: 'the organisation has no such integration',
        attempt: sentByClient(agentlessTo('open', { fromAddress: ids.nobody }), endedConversation('open')),
        severity: 'error',
        evidence: /is not among the 3 integrations/
      },
      {
        when: 'it is of another channel',
        attempt: sentByClient(agentlessTo('open', { fromAddress: ids.appleIntegration }), endedConversation('open')),
        severity: 'error',
        evidence: /messengerType of “Shop line” is apple/
      },
      {
        when: 'it is not active',
        attempt: sentByClient(agentlessTo('open'), endedConversation('open'), { integrations: integrations({ status: 'Error' }) }),
        severity: 'error',
        confidence: 'inferred',
        evidence: /status of “Shop line” is Error/
      }
    ],
    silent: [
      web,
      { when: 'it is an SMS', attempt: sentByClient(agentlessTo('sms'), endedConversation('sms')) },
      { when: 'it is active', attempt: sentByClient(agentlessTo('open'), endedConversation('open')) }
    ],
    unknown: [
      {
        when: 'the integrations were not read',
        attempt: sentByClient(agentlessTo('open'), endedConversation('open'), { integrations: notRead }),
        says: /whether “fromAddress” is the id of an active integration/
      },
      {
        when: 'not all of them were read',
        attempt: sentByClient(agentlessTo('open'), endedConversation('open'), { integrations: cut(integrations({ id: ids.nobody })) }),
        says: /more integrations than were read/
      }
    ]
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
    silent: [web, { when: 'another channel has one', attempt: attempt({ request: agentlessTo('sms') }) }],
    unknown: 'needs only the request'
  }
}
