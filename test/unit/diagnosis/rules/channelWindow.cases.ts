import type { Attempt } from '../../../../src/diagnosis/attempt'
import { hours, type Instant } from '../../../../src/model/instant'
import { attempt } from '../../support/attempt'
import { agent, channelLeg, conversation, customer, message, now } from '../../support/conversation'
import { agentlessTo, agentSend, answering } from '../../support/exchange'
import { notRead, situationOf } from '../../support/situation'
import type { CasesByRule } from '../../support/ruleCases'

/** A send as the connected agent to a customer who last wrote at this moment. */
const reply = (messengerType: string, lastWrote: Instant | undefined, body: unknown = { textBody: 'Hello' }): Attempt => {
  const early = message({ at: now - hours(500), status: 'received' })
  const wrote = lastWrote === undefined ? [message({ at: undefined })] : [message({ at: lastWrote, status: 'received' }), early]
  const given = conversation([customer({ ...channelLeg(messengerType), messages: wrote }), agent({ messages: [message({ at: now })] })])
  return attempt({ situation: situationOf(given), request: agentSend(body), credential: 'user' })
}

const template = { messagingTemplate: { responseId: 'r-1' } }

export const channelWindowCases: CasesByRule = {
  'whatsapp.window': {
    fires: [
      {
        when: 'the customer last wrote 41 hours ago',
        attempt: reply('whatsapp', now - hours(41)),
        severity: 'error',
        evidence: /^The customer last wrote at 2026-11-22T21:05:00Z, 41 h ago\.$/,
        remedy: /“messagingTemplate”/
      },
      {
        when: 'the customer last wrote 24 hours ago, to the millisecond',
        attempt: reply('whatsapp', now - hours(24)),
        severity: 'error',
        evidence: /24 h ago/
      }
    ],
    silent: [
      { when: 'the customer wrote a millisecond later', attempt: reply('whatsapp', now - hours(24) + 1) },
      { when: 'the message is a template', attempt: reply('whatsapp', now - hours(41), template) },
      { when: 'the channel is another', attempt: reply('sms', now - hours(41)) },
      {
        when: 'it was sent already',
        attempt: { ...reply('whatsapp', now - hours(41)), exchange: { request: agentSend(), response: answering(400) } }
      }
    ],
    unknown: [
      {
        when: 'the record does not say when the customer wrote',
        attempt: reply('whatsapp', undefined),
        says: /^Not known: when the customer last wrote\./
      }
    ]
  },

  'facebook.window': {
    fires: [
      {
        when: 'the customer last wrote eight days ago',
        attempt: reply('facebook', now - hours(8 * 24)),
        severity: 'error',
        evidence: /^The customer last wrote at 2026-11-16T14:05:00Z, 8 days ago\.$/
      },
      {
        when: 'the customer last wrote seven days ago, to the millisecond',
        attempt: reply('facebook', now - hours(7 * 24)),
        severity: 'error',
        evidence: /7 days ago/
      },
      {
        when: 'the message is a template, which helps on WhatsApp only',
        attempt: reply('facebook', now - hours(8 * 24), template),
        severity: 'error',
        evidence: /8 days ago/
      }
    ],
    silent: [
      { when: 'the customer wrote a millisecond later', attempt: reply('facebook', now - hours(7 * 24) + 1) },
      { when: 'the channel is another', attempt: reply('instagram', now - hours(8 * 24)) }
    ],
    unknown: [
      {
        when: 'the record does not say when the customer wrote',
        attempt: reply('facebook', undefined),
        says: /^Not known: when the customer last wrote\./
      },
      {
        when: 'the conversation was not read',
        attempt: attempt({ situation: situationOf(undefined, { threading: notRead }), request: agentSend(), credential: 'user' }),
        saidBy: 'conversation.state-unknown',
        says: /It was not read/
      }
    ]
  },

  'whatsapp.template': {
    fires: [
      {
        when: 'an agentless WhatsApp message has no template',
        attempt: attempt({ request: agentlessTo('whatsapp'), credential: 'client' }),
        severity: 'error',
        cause: /is a template \(“messagingTemplate”\), and this one has none/
      }
    ],
    silent: [
      { when: 'it has one', attempt: attempt({ request: agentlessTo('whatsapp', { textBody: undefined, ...template }) }) },
      { when: 'the channel is another', attempt: attempt({ request: agentlessTo('sms') }) },
      { when: 'an agent sends it', attempt: reply('whatsapp', now) },
      { when: 'it was accepted', attempt: attempt({ request: agentlessTo('whatsapp'), response: answering(200, {}) }) }
    ],
    unknown: 'needs only the request'
  }
}
