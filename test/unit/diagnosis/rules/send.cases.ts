import type { Attempt } from '../../../../src/diagnosis/attempt'
import type { Request } from '../../../../src/exchange/exchange'
import type { Conversation } from '../../../../src/model/conversation'
import { known } from '../../../../src/model/fact'
import type { ContactStanding, Situation } from '../../../../src/model/situation'
import { attempt } from '../../support/attempt'
import { conversation, customer, endedConversation, message, minutesAgo, withAgent, agent } from '../../support/conversation'
import { agentless, agentlessTo, agentSend, answering, outbound, refusing } from '../../support/exchange'
import { ids } from '../../support/ids'
import type { CasesByRule } from '../../support/ruleCases'
import { notRead, situationOf } from '../../support/situation'

const sent = (request: Request, given: Conversation | undefined = endedConversation(), facts: Partial<Situation> = {}): Attempt =>
  attempt({ situation: situationOf(given, facts), request, credential: 'client' })

const asAgent = (given: Conversation): Attempt => attempt({ situation: situationOf(given), request: agentSend(), credential: 'user' })

const standing = (value: ContactStanding): Partial<Situation> => ({
  contact: known(value, { source: 'GET /api/v2/externalcontacts/contacts/{contactId}' })
})

const repliesOnX = (count: number): Conversation =>
  conversation([
    customer({ messengerType: 'twitter', messages: [message({ at: minutesAgo(30) })] }),
    agent({ messages: Array.from({ length: count }, (_, index) => message({ id: `m-${index}`, at: minutesAgo(20) })) })
  ])

const web = { when: 'the send is in order', attempt: sent(agentless()) }
const noAnswerYet = { when: 'something else was refused', attempt: attempt({ response: refusing(400, 'made.up') }) }

export const sendCases: CasesByRule = {
  'channel.undocumented': {
    fires: [
      {
        when: 'an agent writes on KakaoTalk',
        attempt: asAgent(withAgent('connected', 'kakao')),
        severity: 'unknown',
        cause: /KakaoTalk is named in lists/
      },
      {
        when: 'an agent writes on a channel of the future',
        attempt: asAgent(withAgent('connected', 'viber')),
        severity: 'unknown',
        cause: /viber/
      }
    ],
    silent: [
      { when: 'an agent writes on web messaging', attempt: asAgent(withAgent('connected')) },
      { when: 'an agent writes on LINE', attempt: asAgent(withAgent('connected', 'line')) }
    ],
    unknown: [
      {
        when: 'the conversation was not read',
        attempt: attempt({ situation: situationOf(undefined), request: agentSend(), credential: 'user' }),
        saidBy: 'conversation.state-unknown',
        says: /Not known/
      }
    ]
  },

  'apple.text': {
    fires: [
      {
        when: 'a text goes out agentless on Apple Messages',
        attempt: sent(agentlessTo('apple')),
        severity: 'unknown',
        cause: /not documented/
      }
    ],
    silent: [
      {
        when: 'it is an invitation',
        attempt: sent(agentlessTo('apple', { textBody: undefined, messagingTemplate: { responseId: 'r-1' } }))
      },
      web
    ],
    unknown: 'needs only the request'
  },

  'open.agentless-media': {
    fires: [
      {
        when: 'agentless has media',
        attempt: sent(agentlessTo('open', { mediaIds: ['m-1'] })),
        severity: 'error',
        cause: /a text or a template/
      }
    ],
    silent: [
      {
        when: 'the agent sends media',
        attempt: attempt({
          situation: situationOf(withAgent('connected', 'open')),
          request: agentSend({ mediaIds: ['m-1'] }),
          credential: 'user'
        })
      },
      web
    ],
    unknown: 'needs only the request'
  },

  'contact.stale': {
    fires: [
      {
        when: 'the contact is gone',
        attempt: sent(agentless(), endedConversation(), standing({ kind: 'missing' })),
        severity: 'error',
        evidence: /was not found/
      },
      {
        when: 'the contact was merged',
        attempt: sent(agentless(), endedConversation(), standing({ kind: 'merged', into: ids.nobody })),
        severity: 'error',
        evidence: /is merged into/,
        remedy: new RegExp(ids.nobody)
      }
    ],
    silent: [
      web,
      { when: 'the channel has no contacts', attempt: sent(agentlessTo('sms'), endedConversation('sms'), standing({ kind: 'missing' })) }
    ],
    unknown: [
      {
        when: 'the contact was not read',
        attempt: sent(agentless(), endedConversation(), { contact: notRead }),
        says: /^Not known: whether the external contact still exists\. It was not read\.$/
      },
      {
        when: 'the contact is another customer’s',
        attempt: sent(agentless({ externalContactId: ids.nobody })),
        says: /not the contact of the conversation at hand/
      }
    ]
  },

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
        attempt: sent(agentlessTo('whatsapp')),
        severity: 'error',
        evidence: /“\+41790000001”/,
        remedy: /digits/
      }
    ],
    silent: [{ when: 'the address is digits', attempt: sent(agentlessTo('whatsapp', { toAddress: '41790000001' })) }, web, noAnswerYet],
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
        attempt: sent(outbound({ toAddress: '0790000001' }), endedConversation('sms')),
        severity: 'error',
        evidence: /“0790000001”/
      }
    ],
    silent: [{ when: 'the number is E.164', attempt: sent(agentlessTo('sms'), endedConversation('sms')) }, web, noAnswerYet],
    unknown: 'needs only the request'
  },

  'address.missing': {
    fires: [
      {
        when: 'an SMS has no recipient',
        attempt: sent(agentlessTo('sms', { toAddress: undefined })),
        severity: 'error',
        cause: /“toAddress” is missing/
      }
    ],
    silent: [web, { when: 'it is there', attempt: sent(agentlessTo('sms'), endedConversation('sms')) }],
    unknown: 'needs only the request'
  },

  'sms.from-number': {
    fires: [
      {
        when: 'an SMS has no sender',
        attempt: sent(agentlessTo('sms', { fromAddress: undefined })),
        severity: 'error',
        cause: /“fromAddress” is missing/
      }
    ],
    silent: [{ when: 'the customer wrote to that number', attempt: sent(agentlessTo('sms'), endedConversation('sms')) }, web],
    unknown: [
      {
        when: 'the number is not the one of the conversation',
        attempt: sent(agentlessTo('sms', { fromAddress: '+41449999999' }), endedConversation('sms')),
        says: /whether “fromAddress” is a provisioned number.*\+41449999999/
      }
    ]
  },

  'address.from-integration': {
    fires: [
      {
        when: 'an open message has no sender',
        attempt: sent(agentlessTo('open', { fromAddress: undefined })),
        severity: 'error',
        cause: /“fromAddress” is missing/
      }
    ],
    silent: [web, { when: 'it is an SMS', attempt: sent(agentlessTo('sms'), endedConversation('sms')) }],
    unknown: [
      {
        when: 'the integrations were not read',
        attempt: sent(agentlessTo('open'), endedConversation('open')),
        says: /whether “fromAddress” is the id of an active integration/
      }
    ]
  },

  'flag.swapped': {
    fires: [
      {
        when: 'agentless has the flag of the other',
        attempt: sent(agentless({ useExistingConversation: true })),
        severity: 'warning',
        evidence: /useExistingConversation/,
        remedy: /“useExistingActiveConversation”/
      },
      {
        when: 'the other has the flag of agentless',
        attempt: sent(outbound({ useExistingActiveConversation: true }), endedConversation('sms')),
        severity: 'warning',
        evidence: /useExistingActiveConversation/,
        remedy: /“useExistingConversation”/
      }
    ],
    silent: [{ when: 'agentless has its own', attempt: sent(agentless({ useExistingActiveConversation: true })) }, web],
    unknown: 'needs only the request'
  },

  'agentless.no-time': {
    fires: [
      {
        when: 'the message is to have a time',
        attempt: sent(agentless({ sendAt: '2026-11-25T09:00:00Z' })),
        severity: 'warning',
        evidence: /sendAt/
      }
    ],
    silent: [web],
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
        attempt: attempt({ request: agentless(), response: refusing(400, 'invalid.value') }),
        severity: 'error',
        evidence: /invalid\.value/
      }
    ],
    silent: [
      {
        when: 'another channel is refused',
        attempt: attempt({ request: agentlessTo('facebook'), response: refusing(400, 'invalid.value') })
      },
      web
    ],
    unknown: 'needs only the answer'
  },

  'text.webmessaging': {
    fires: [
      {
        when: 'the answer says so',
        attempt: attempt({ request: agentless(), response: refusing(400, 'invalid.webmessaging.text.body') }),
        severity: 'error',
        evidence: /invalid\.webmessaging\.text\.body/
      },
      { when: 'the text is empty', attempt: sent(agentless({ textBody: ' ' })), severity: 'error', evidence: /has 1 characters/ },
      {
        when: 'the text has 4,000 characters',
        attempt: sent(agentless({ textBody: 'x'.repeat(4000) })),
        severity: 'error',
        evidence: /4000 characters/
      }
    ],
    silent: [{ when: 'the text has 3,999 characters', attempt: sent(agentless({ textBody: 'x'.repeat(3999) })) }, web, noAnswerYet],
    unknown: 'needs only the request'
  },

  'twitter.five': {
    fires: [{ when: 'five replies were sent', attempt: asAgent(repliesOnX(5)), severity: 'error', evidence: /^5 messages were sent/ }],
    silent: [
      { when: 'four replies were sent', attempt: asAgent(repliesOnX(4)) },
      { when: 'it is another channel', attempt: asAgent(withAgent('connected')) }
    ],
    unknown: [
      {
        when: 'the record has no times of messages',
        attempt: asAgent(conversation([customer({ messengerType: 'twitter', messages: [] }), agent()])),
        says: /how many replies were sent/
      }
    ]
  }
}
