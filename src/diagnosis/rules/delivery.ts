import { lastMessageTime, messageTimes, messengerTypeOf, type Conversation } from '../../model/conversation'
import { deliveryOf } from '../../model/delivery'
import type { DeliveryReport } from '../../exchange/exchange'
import { channelLabel } from '../../platform/channels'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import type { Evidence } from '../finding'
import { cannotTell, fails, notes, undocumented, warns, type Observation, type Rule } from '../rule'
import { unknown } from '../../model/fact'

const failedReport = ({ exchange: { delivery } }: Attempt): DeliveryReport | undefined =>
  delivery && (delivery.status === undefined ? (delivery.code ?? delivery.text) !== undefined : deliveryOf(delivery.status) === 'failed')
    ? delivery
    : undefined

const channelOf = ({ situation: { conversation } }: Attempt, report: DeliveryReport): string | undefined =>
  (report.messengerType ?? (conversation.known ? messengerTypeOf(conversation.value) : undefined))?.toLowerCase()

const reportEvidence = ({ status, code, text }: DeliveryReport): readonly Evidence[] => {
  const parts = [status && `status “${status}”`, code && `code “${code}”`, text && `text “${text}”`].filter(
    (part) => part !== undefined && part !== ''
  )
  return [{ text: `The report has ${parts.join(', ') || 'no details'}.` }]
}

const optedOut: Rule = {
  id: 'sms.optout',
  about: 'The customer has sent STOP. Only their START changes it.',
  phase: 'delivery',
  title: 'The customer has opted out',
  confidence: 'documented',
  sources: [sources.optOut, sources.models],
  look: (attempt) => {
    const report = failedReport(attempt)
    return report &&
      /RecipientOptedOut|opted?[ -]?out|\b(?:sent|replied|texted) “?"?STOP\b/i.test(`${report.code ?? ''} ${report.text ?? ''}`)
      ? fails(
          'The customer has sent STOP: nothing is delivered to this number any more.',
          'Only the customer can change it, by sending START. Reach them on another channel.',
          reportEvidence(report)
        )
      : undefined
  }
}

/** It says no more than that the message failed. */
const generalCode = 'GeneralError'

const undelivered: Rule = {
  id: 'webmessaging.undelivered',
  about: 'The guest was not connected; the message waits in the session’s history. Use the undelivered topic for a fallback.',
  phase: 'delivery',
  title: 'The guest was not there: the message waits',
  confidence: 'documented',
  sources: [sources.undelivered, sources.transportSdk],
  look: (attempt) => {
    const report = failedReport(attempt)
    return report && (report.code === undefined || report.code === generalCode) && channelOf(attempt, report) === 'webmessaging'
      ? warns(
          'A web message whose guest is not connected is marked as failed. It is not lost: it stands in the session’s history, and the guest sees it when they come back before the session expires.',
          'For a fallback, subscribe to v2.webmessaging.deployments.{id}.undelivered.messages and write by e-mail or SMS.',
          reportEvidence(report)
        )
      : undefined
  }
}

const webhook: Rule = {
  id: 'open.webhook',
  about: 'The integration’s webhook did not take the message. Repair it, and send receipts.',
  phase: 'delivery',
  title: 'The open messaging webhook did not take the message',
  confidence: 'documented',
  sources: [sources.openMessaging],
  look: (attempt) => {
    const report = failedReport(attempt)
    return report && channelOf(attempt, report) === 'open'
      ? fails(
          'The integration’s outbound webhook could not be reached, refused the message, or reported the failure in a receipt.',
          'The webhook must answer over HTTPS on port 443, check the signature in X-Hub-Signature-256, and send receipts.',
          reportEvidence(report)
        )
      : undefined
  }
}

/** Meta’s codes in `errorInfo`. The first four are in Genesys’ help; 131047 is in Meta’s own list. */
const providerCodes: ReadonlyMap<string, { readonly cause: string; readonly remedy: string; readonly secondHand?: true }> = new Map([
  [
    '131049',
    {
      cause: 'Meta limits marketing messages to this person, and held this one back.',
      remedy: 'Do not repeat it at once. Wait, or send a utility template.'
    }
  ],
  [
    '130472',
    {
      cause: 'The person’s number is part of an experiment of Meta’s, which holds marketing messages back.',
      remedy: 'Reach them on another channel, or wait until they write.'
    }
  ],
  [
    '132000',
    { cause: 'The template has another number of parameters than were sent.', remedy: 'Send as many “bodyParameters” as the template has.' }
  ],
  [
    '132001',
    { cause: 'The template does not exist in this language, or is not approved.', remedy: 'Name an approved template.', secondHand: true }
  ],
  ['131047', { cause: 'More than 24 hours have passed since the customer’s last message.', remedy: 'Send a template.', secondHand: true }]
])

const whatsAppProvider: Rule = {
  id: 'whatsapp.provider',
  about: 'Meta refused the message, with a code. Do what the code asks for.',
  phase: 'delivery',
  title: 'WhatsApp did not deliver the message',
  confidence: 'documented',
  sources: [sources.whatsAppErrors, sources.metaErrors],
  look: (attempt) => {
    const report = failedReport(attempt)
    if (!report) return undefined
    const code = /\b(1\d{5})\b/.exec(`${report.code ?? ''} ${report.text ?? ''}`)?.[1]
    const known = code === undefined ? undefined : providerCodes.get(code)
    if (known)
      return fails(
        `Meta’s code ${code ?? ''}: ${known.cause}`,
        known.remedy,
        reportEvidence(report),
        known.secondHand ? 'second-hand' : 'documented'
      )
    return channelOf(attempt, report) === 'whatsapp'
      ? undocumented(
          'Meta, or the integration, refused the message. Outside the 24 hours after the customer’s last message only templates are delivered.',
          'Look the code up in Meta’s list, and send a template if the customer has not written for a day.',
          reportEvidence(report)
        )
      : undefined
  }
}

/** Replies that the business has sent since the customer last wrote; `undefined` when the record has no times to tell. */
const repliesSince = (conversation: Conversation): number | undefined => {
  const last = lastMessageTime(conversation, 'customer')
  return last === undefined ? undefined : messageTimes(conversation, 'agent').filter((at) => at > last).length
}

const sixthReply = ({ situation: { conversation } }: Attempt): Observation | undefined => {
  if (!conversation.known || messengerTypeOf(conversation.value) !== 'twitter') return undefined
  const replies = repliesSince(conversation.value)
  if (replies === undefined)
    return cannotTell(
      'how many replies were sent since the customer’s last message',
      unknown('The record of the conversation has no times of messages.'),
      'Read the conversation’s messages.'
    )
  return replies >= 5
    ? fails('A sixth reply to one message of the customer’s is not delivered.', 'Wait until the customer writes again.', [
        { text: `${replies} messages were sent since the customer’s last one.`, from: conversation.from.source }
      ])
    : undefined
}

const fiveReplies: Rule = {
  id: 'twitter.five',
  about: 'X takes five replies to one message of the customer’s. Wait for the customer.',
  phase: 'delivery',
  title: 'X takes five replies to one message',
  confidence: 'documented',
  sources: [sources.workMessages],
  look: (attempt) => (failedReport(attempt) ? sixthReply(attempt) : undefined),
  foresee: (attempt) => (attempt.send?.kind === 'agentMessage' ? sixthReply(attempt) : undefined)
}

const other: Rule = {
  id: 'delivery.other',
  about: 'A delivery that no other rule explains, by what the report says.',
  phase: 'delivery',
  title: 'The message was not delivered',
  confidence: 'documented',
  sources: [sources.agentlessGuide, sources.models],
  otherwise: true,
  look: (attempt) => {
    const { delivery } = attempt.exchange
    if (!delivery) return undefined
    const report = failedReport(attempt)
    const channel = channelLabel(channelOf(attempt, delivery))
    if (report)
      return fails(
        `The carrier or the channel (${channel}) did not deliver the message. “errorInfo” says why, where there is one.`,
        'Correct what it names. A failure is final: send a new message.',
        reportEvidence(report)
      )
    return notes(
      `The message is ${delivery.status ?? 'on its way'}.`,
      'Queued becomes sent within seconds; sent becomes delivered or failed within seconds to days.',
      reportEvidence(delivery)
    )
  }
}

export const deliveryRules: readonly Rule[] = [optedOut, undelivered, webhook, whatsAppProvider, fiveReplies, other]
