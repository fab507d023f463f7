import type { Conversation } from '../../../../src/model/conversation'
import { asAgent, attempt, reporting } from '../../support/attempt'
import { agent, conversation, customer, message, minutesAgo, withAgent } from '../../support/conversation'
import { agentless } from '../../support/exchange'
import type { CasesByRule, Firing } from '../../support/ruleCases'
import { situationOf } from '../../support/situation'

const delivered = { when: 'the message was delivered', attempt: reporting({ status: 'delivery-success', messengerType: 'sms' }) }
const noReport = { when: 'nothing is reported', attempt: attempt({ request: agentless() }) }

const byMeta = (code: string, remedy: RegExp): Firing => ({
  when: `Meta’s code is ${code}`,
  attempt: reporting({ messengerType: 'whatsapp', code }),
  severity: 'error',
  evidence: new RegExp(code),
  remedy
})

const repliesOnX = (count: number): Conversation =>
  conversation([
    customer({ messengerType: 'twitter', messages: [message({ at: minutesAgo(30) })] }),
    agent({ messages: Array.from({ length: count }, (_, index) => message({ id: `m-${index}`, at: minutesAgo(20) })) })
  ])

export const deliveryCases: CasesByRule = {
  'sms.optout': {
    fires: [
      {
        when: 'the recipient has opted out',
        attempt: reporting({ messengerType: 'sms', code: 'RecipientOptedOut' }),
        severity: 'error',
        evidence: /RecipientOptedOut/,
        remedy: /START/
      }
    ],
    silent: [
      delivered,
      noReport,
      { when: 'it failed for another reason', attempt: reporting({ messengerType: 'sms', code: 'ServerError' }) },
      {
        when: 'the carrier’s words have “stop” in them and are about something else',
        attempt: reporting({ messengerType: 'sms', text: 'The carrier asked us to stop: spam detected' })
      }
    ],
    unknown: 'needs only the report'
  },

  'webmessaging.undelivered': {
    fires: [
      {
        when: 'a web message failed',
        attempt: reporting({ messengerType: 'webmessaging' }),
        severity: 'warning',
        evidence: /delivery-failed/,
        remedy: /undelivered\.messages/
      },
      {
        when: 'a web message failed with a code that says no more',
        attempt: reporting({ messengerType: 'webmessaging', code: 'GeneralError' }),
        severity: 'warning',
        evidence: /GeneralError/,
        remedy: /undelivered\.messages/
      }
    ],
    silent: [
      noReport,
      { when: 'another channel’s message failed', attempt: reporting({ messengerType: 'sms' }) },
      { when: 'it was delivered', attempt: reporting({ messengerType: 'webmessaging', status: 'delivery-success' }) },
      {
        when: 'it failed for a reason that is not the guest’s absence',
        attempt: reporting({ messengerType: 'webmessaging', status: 'failed', code: 'MediaTypeNotAllowed' })
      }
    ],
    unknown: 'needs only the report'
  },

  'open.webhook': {
    fires: [
      {
        when: 'an open message failed',
        attempt: reporting({ messengerType: 'open', status: 'Failed', code: 'GeneralError' }),
        severity: 'error',
        evidence: /GeneralError/,
        remedy: /HTTPS on port 443/
      }
    ],
    silent: [noReport, delivered],
    unknown: 'needs only the report'
  },

  'whatsapp.provider': {
    fires: [
      byMeta('131049', /Wait, or send a utility template/),
      byMeta('130472', /another channel/),
      byMeta('132000', /bodyParameters/),
      { ...byMeta('132001', /approved template/), confidence: 'second-hand' },
      {
        when: 'the 24 hours are over',
        attempt: reporting({ messengerType: 'whatsapp', text: '131047: Re-engagement message' }),
        severity: 'error',
        confidence: 'second-hand',
        evidence: /131047/,
        remedy: /template/
      },
      {
        when: 'nobody knows the code',
        attempt: reporting({ messengerType: 'whatsapp', code: '199999' }),
        severity: 'unknown',
        confidence: 'not-documented',
        evidence: /199999/
      }
    ],
    silent: [noReport, delivered],
    unknown: 'needs only the report'
  },

  'twitter.five': {
    fires: [
      {
        when: 'a sixth reply was not delivered',
        attempt: reporting({ messengerType: 'twitter' }, { situation: situationOf(repliesOnX(6)) }),
        severity: 'error',
        evidence: /^6 messages were sent/,
        remedy: /^Wait until the customer writes again\.$/
      },
      {
        when: 'five replies were sent, and another is to be',
        attempt: asAgent(repliesOnX(5)),
        severity: 'error',
        foreseen: true,
        evidence: /^5 messages were sent/
      }
    ],
    silent: [
      { when: 'four replies were sent', attempt: asAgent(repliesOnX(4)) },
      { when: 'it is another channel', attempt: asAgent(withAgent('connected')) },
      {
        when: 'the fifth reply was delivered',
        attempt: reporting({ messengerType: 'twitter', status: 'delivery-success' }, { situation: situationOf(repliesOnX(5)) })
      },
      noReport
    ],
    unknown: [
      {
        when: 'the record has no times of messages',
        attempt: asAgent(conversation([customer({ messengerType: 'twitter', messages: [] }), agent()])),
        says: /how many replies were sent/
      }
    ]
  },

  'delivery.other': {
    fires: [
      {
        when: 'an SMS failed for a reason of the carrier’s',
        attempt: reporting({ messengerType: 'sms', text: 'Unreachable destination' }),
        severity: 'error',
        evidence: /Unreachable destination/
      },
      {
        when: 'the message is on its way',
        attempt: reporting({ status: 'queued', messengerType: 'sms' }),
        severity: 'info',
        evidence: /queued/
      }
    ],
    silent: [
      noReport,
      { when: 'another rule has said it', attempt: reporting({ messengerType: 'webmessaging' }) },
      {
        when: 'another rule has said it of the sixth reply on X',
        attempt: reporting({ messengerType: 'twitter' }, { situation: situationOf(repliesOnX(6)) })
      }
    ],
    unknown: 'needs only the report'
  }
}
