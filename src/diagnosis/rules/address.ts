import { customerLeg } from '../../model/conversation'
import { unknown } from '../../model/fact'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { answerEvidence } from '../evidence'
import type { Evidence } from '../finding'
import { cannotTell, fails, warns, type Rule } from '../rule'
import type { Send } from '../send'
import { answers } from './answer/answerRule'

type Addressed = Extract<Send, { readonly kind: 'agentless' | 'outbound' }>

const addressed = ({ send }: Attempt, messengerType: string): Addressed | undefined =>
  send && send.kind !== 'agentMessage' && send.messengerType === messengerType ? send : undefined

const whatsAppCodes = ['invalid.whatsapp.address'] as const
const digitsOnly = 'Send the digits with the country code, without “+” and without spaces.'

const whatsApp: Rule = {
  id: 'address.whatsapp',
  about: 'A WhatsApp address is digits only: 400 “invalid.whatsapp.address”. Leave out “+” and spaces.',
  phase: 'response',
  title: 'A WhatsApp address is digits only',
  refusedWith: whatsAppCodes,
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: whatsAppCodes })
      ? fails('“toAddress” has something else than digits.', digitsOnly, answerEvidence(attempt))
      : undefined,
  foresee: (attempt) => {
    const toAddress = addressed(attempt, 'whatsapp')?.toAddress
    return toAddress !== undefined && !/^\d+$/.test(toAddress)
      ? fails('“toAddress” has something else than digits: the answer is 400 “invalid.whatsapp.address”.', digitsOnly, [
          { text: `“toAddress” is “${toAddress}”.` }
        ])
      : undefined
  }
}

const phoneCodes = ['invalid.phone.number', 'invalid.phone.numbers'] as const
const e164 = 'Write it as “+”, country code and number, digits only: +13175550142.'

const isE164 = (address: string): boolean => /^\+[1-9]\d{6,14}$/.test(address)

const sms: Rule = {
  id: 'address.sms',
  about: 'A phone number is written as E.164: 400 “invalid.phone.number”. Write “+”, country code and number.',
  phase: 'response',
  title: 'An SMS address is E.164',
  refusedWith: phoneCodes,
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: phoneCodes }) ? fails('A phone number is not in E.164 form.', e164, answerEvidence(attempt)) : undefined,
  foresee: (attempt) => {
    const toAddress = addressed(attempt, 'sms')?.toAddress
    return toAddress !== undefined && !isE164(toAddress)
      ? fails('“toAddress” is not in E.164 form: the answer is 400 “invalid.phone.number”, or a validation error.', e164, [
          { text: `“toAddress” is “${toAddress}”.` }
        ])
      : undefined
  }
}

const apple: Rule = {
  id: 'address.apple',
  about: 'An invitation to Apple Messages goes to a phone number in E.164 form. Write “+”, country code and number.',
  phase: 'preflight',
  title: 'An invitation to Apple Messages goes to a phone number',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const send = addressed(attempt, 'apple')
    return send?.body?.template !== undefined && send.toAddress !== undefined && !isE164(send.toAddress)
      ? fails('“toAddress” of an invitation is a phone number in E.164 form, and this is none.', e164, [
          { text: `“toAddress” is “${send.toAddress}”.` }
        ])
      : undefined
  }
}

const recipient: Rule = {
  id: 'address.missing',
  about: 'The request names no recipient. Set “toAddress”.',
  phase: 'preflight',
  title: 'The recipient is missing',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models],
  look: ({ send }) => {
    if (!send || send.kind === 'agentMessage' || send.messengerType === undefined || send.messengerType === 'webmessaging') return undefined
    return send.toAddress === undefined
      ? fails(
          '“toAddress” is missing, and this channel reaches nobody without it.',
          'Set “toAddress”: the phone number, the WhatsApp digits, or the open messaging id.'
        )
      : undefined
  }
}

const ownNumber: Rule = {
  id: 'sms.from-number',
  about: 'An SMS is sent from a provisioned number of the organisation. Use one of them.',
  phase: 'preflight',
  title: 'The sender’s number must be the organisation’s',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models],
  look: (attempt) => {
    const send = addressed(attempt, 'sms')
    if (send?.kind !== 'agentless') return undefined
    const settle = 'GET /api/v2/routing/sms/phonenumbers lists the provisioned numbers.'
    if (send.fromAddress === undefined) return fails('“fromAddress” is missing. For SMS it is a provisioned phone number.', settle)
    const { conversation, smsNumbers } = attempt.situation
    // A number on which the organisation received a message is one of its own.
    const isConversations = conversation.known && customerLeg(conversation.value)?.leg.toAddress === send.fromAddress
    if (!smsNumbers.known)
      return isConversations ? undefined : cannotTell('whether “fromAddress” is a provisioned number', smsNumbers, settle)
    const found = smsNumbers.value.rows.find(({ phoneNumber }) => phoneNumber === send.fromAddress)
    const evidence = (text: string): readonly Evidence[] => [{ text, from: smsNumbers.from.source }]
    if (found)
      return found.status === undefined || found.status === 'ACTIVE'
        ? undefined
        : warns(
            `The number ${send.fromAddress} has the status ${found.status}. What a send from it gets is not documented.`,
            'Send from a number that is ACTIVE.',
            evidence(`phoneNumberStatus of ${send.fromAddress} is ${found.status}.`),
            'not-documented'
          )
    if (isConversations) return undefined
    return smsNumbers.value.isComplete
      ? fails(
          `“fromAddress” is ${send.fromAddress}, and the organisation has no such number. With which code that is refused is not documented.`,
          `Send from one of its numbers. ${settle}`,
          evidence(`${send.fromAddress} is not among the ${smsNumbers.value.rows.length} provisioned numbers.`)
        )
      : cannotTell('whether “fromAddress” is a provisioned number', unknown('The organisation has more numbers than were read.'), settle)
  }
}

const integration: Rule = {
  id: 'address.from-integration',
  about: 'Open messaging, WhatsApp and Apple are sent from an integration’s id. Use that of an active one.',
  phase: 'preflight',
  title: 'The sender must be a messaging integration',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models],
  look: ({ send, situation: { integrations } }) => {
    if (send?.kind !== 'agentless' || !['open', 'whatsapp', 'apple'].includes(send.messengerType ?? '')) return undefined
    const asked = 'whether “fromAddress” is the id of an active integration'
    const settle = 'GET /api/v2/conversations/messaging/integrations lists them with their ids.'
    if (send.fromAddress === undefined) return fails('“fromAddress” is missing. For this channel it is the id of the integration.', settle)
    if (!integrations.known)
      return {
        ...cannotTell(asked, integrations, settle),
        brief: `Works if ${send.fromAddress} is the id of an active integration, which is not known.`
      }
    const found = integrations.value.rows.find(({ id }) => id === send.fromAddress)
    const evidence = (text: string): readonly Evidence[] => [{ text, from: integrations.from.source }]
    if (!found)
      return integrations.value.isComplete
        ? fails(
            `“fromAddress” is ${send.fromAddress}, and the organisation has no integration with this id. With which code that is refused is not documented.`,
            `Send from one of its integrations. ${settle}`,
            evidence(`${send.fromAddress} is not among the ${integrations.value.rows.length} integrations.`)
          )
        : cannotTell(asked, unknown('The organisation has more integrations than were read.'), settle)
    if (found.messengerType !== undefined && found.messengerType !== send.messengerType)
      return fails(
        `The integration “${found.name}” is of the channel ${found.messengerType}. With which code that is refused is not documented.`,
        `Send from an integration of ${send.messengerType ?? 'the channel'}. ${settle}`,
        evidence(`messengerType of “${found.name}” is ${found.messengerType}.`)
      )
    return found.status === undefined || found.status === 'Active'
      ? undefined
      : fails(
          `The integration “${found.name}” has the status ${found.status}. With which code that is refused is not documented.`,
          'Send from an active one, or activate this one.',
          evidence(`status of “${found.name}” is ${found.status}.`),
          'inferred'
        )
  }
}

const webMessagingAddress: Rule = {
  id: 'webmessaging.toaddress',
  about: 'Web messaging has no “toAddress”. Name the guest by “externalContactId”.',
  phase: 'preflight',
  title: 'Web messaging has no “toAddress”',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models],
  look: ({ send }) =>
    send?.kind === 'agentless' && send.messengerType === 'webmessaging' && send.body?.fields.includes('toAddress') === true
      ? fails('For web messaging “toAddress” cannot be used.', 'Remove it, and name the guest by “externalContactId”.')
      : undefined
}

export const addressRules: readonly Rule[] = [whatsApp, sms, apple, recipient, ownNumber, integration, webMessagingAddress]
