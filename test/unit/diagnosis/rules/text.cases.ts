import type { Attempt } from '../../../../src/diagnosis/attempt'
import { asAgent, attempt, sentByClient } from '../../support/attempt'
import { withAgent } from '../../support/conversation'
import { agentless, agentlessTo, agentSend, answering, outbound, refusing } from '../../support/exchange'
import type { CasesByRule } from '../../support/ruleCases'
import { situationOf } from '../../support/situation'

const long = (length: number): string => 'x'.repeat(length)
/** A text of this length, sent as the connected agent. */
const saying = (length: number, messengerType: string): Attempt =>
  asAgent(withAgent('connected', messengerType), agentSend({ textBody: long(length) }))

const accepted = { when: 'it was accepted', attempt: attempt({ request: agentless({ textBody: '' }), response: answering(200, {}) }) }
const web = { when: 'there is a text', attempt: sentByClient(agentless()) }
const otherRefusal = { when: 'something else was refused', attempt: attempt({ response: refusing(400, 'made.up') }) }

export const textCases: CasesByRule = {
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
      web,
      {
        when: 'there is a template',
        attempt: attempt({ request: agentlessTo('sms', { textBody: undefined, messagingTemplate: { responseId: 'r' } }) })
      },
      { when: 'there are media', attempt: attempt({ request: agentSend({ mediaIds: ['m-1'] }) }) },
      { when: 'an outbound conversation is opened, which carries no text', attempt: attempt({ request: outbound() }) },
      {
        when: 'it is agentless web messaging, whose own rule names the code',
        attempt: sentByClient(agentless({ textBody: '' }))
      },
      accepted
    ],
    unknown: 'needs only the request'
  },

  'text.too-long': {
    fires: [
      {
        when: 'an SMS has 766 characters',
        attempt: saying(766, 'sms'),
        severity: 'error',
        foreseen: true,
        evidence: /^The text has 766 characters\.$/
      },
      {
        when: 'an agentless SMS has 766 characters',
        attempt: attempt({ request: agentlessTo('sms', { textBody: long(766) }) }),
        severity: 'error',
        foreseen: true,
        evidence: /766 characters/
      },
      {
        when: 'the documentation disagrees about its length',
        attempt: attempt({ request: agentless({ textBody: long(2001) }) }),
        severity: 'warning',
        foreseen: true,
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
      { when: 'there is no text', attempt: attempt({ request: agentSend({ mediaIds: ['m-1'] }) }) },
      {
        when: 'agentless web messaging has 4,000 characters, whose own rule names the code',
        attempt: sentByClient(agentless({ textBody: long(4000) }))
      },
      otherRefusal,
      accepted
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

  'text.webmessaging': {
    fires: [
      {
        when: 'the answer says so',
        attempt: attempt({ request: agentless(), response: refusing(400, 'invalid.webmessaging.text.body') }),
        severity: 'error',
        evidence: /invalid\.webmessaging\.text\.body/
      },
      {
        when: 'the text is empty',
        attempt: sentByClient(agentless({ textBody: ' ' })),
        severity: 'error',
        foreseen: true,
        evidence: /has 1 characters/
      },
      {
        when: 'the text has 4,000 characters',
        attempt: sentByClient(agentless({ textBody: long(4000) })),
        severity: 'error',
        foreseen: true,
        evidence: /4000 characters/
      },
      {
        when: 'a template is there in its place',
        attempt: sentByClient(agentless({ textBody: undefined, messagingTemplate: { responseId: 'r-1' } })),
        severity: 'error',
        foreseen: true,
        evidence: /has 0 characters/
      }
    ],
    silent: [
      { when: 'the text has 3,999 characters', attempt: sentByClient(agentless({ textBody: long(3999) })) },
      { when: 'the channel is another', attempt: sentByClient(agentlessTo('sms', { textBody: '' })) },
      web,
      otherRefusal,
      accepted
    ],
    unknown: 'needs only the request'
  }
}
