import { customerLeg } from '../../model/conversation'
import { unknown } from '../../model/fact'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { answerEvidence } from '../evidence'
import { cannotTell, fails, type Rule } from '../rule'
import type { Send } from '../send'
import { answers } from './answer/answerRule'

type Addressed = Extract<Send, { readonly kind: 'agentless' | 'outbound' }>

const addressed = ({ send }: Attempt, messengerType: string): Addressed | undefined =>
  send && send.kind !== 'agentMessage' && send.messengerType === messengerType ? send : undefined

const digitsOnly = 'Send the digits with the country code, without “+” and without spaces.'

const whatsApp: Rule = {
  id: 'address.whatsapp',
  about: 'A WhatsApp address is digits only: 400 “invalid.whatsapp.address”. Leave out “+” and spaces.',
  phase: 'response',
  title: 'A WhatsApp address is digits only',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: ['invalid.whatsapp.address'] })
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

const e164 = 'Write it as “+”, country code and number, digits only: +13175550142.'

const sms: Rule = {
  id: 'address.sms',
  about: 'A phone number is written as E.164: 400 “invalid.phone.number”. Write “+”, country code and number.',
  phase: 'response',
  title: 'An SMS address is E.164',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: ['invalid.phone.number', 'invalid.phone.numbers'] })
      ? fails('A phone number is not in E.164 form.', e164, answerEvidence(attempt))
      : undefined,
  foresee: (attempt) => {
    const toAddress = addressed(attempt, 'sms')?.toAddress
    return toAddress !== undefined && !/^\+[1-9]\d{6,14}$/.test(toAddress)
      ? fails('“toAddress” is not in E.164 form: the answer is 400 “invalid.phone.number”, or a validation error.', e164, [
          { text: `“toAddress” is “${toAddress}”.` }
        ])
      : undefined
  }
}

const recipient: Rule = {
  id: 'address.missing',
  about: 'The request names no recipient. Set “toAddress”.',
  phase: 'preflight',
  title: 'The recipient is missing',
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
  confidence: 'documented',
  sources: [sources.models],
  look: (attempt) => {
    const send = addressed(attempt, 'sms')
    if (send?.kind !== 'agentless') return undefined
    const settle = 'GET /api/v2/routing/sms/phonenumbers lists the provisioned numbers.'
    if (send.fromAddress === undefined) return fails('“fromAddress” is missing. For SMS it is a provisioned phone number.', settle)
    const { conversation } = attempt.situation
    // A number on which the organisation received a message is one of its own.
    if (conversation.known && customerLeg(conversation.value)?.leg.toAddress === send.fromAddress) return undefined
    return cannotTell(
      'whether “fromAddress” is a provisioned number',
      unknown(`The organisation’s numbers were not read, and ${send.fromAddress} is not the one that the conversation came in on.`),
      settle
    )
  }
}

const integration: Rule = {
  id: 'address.from-integration',
  about: 'Open messaging, WhatsApp and Apple are sent from an integration’s id. Use that of an active one.',
  phase: 'preflight',
  title: 'The sender must be a messaging integration',
  confidence: 'documented',
  sources: [sources.models],
  look: ({ send }) => {
    if (send?.kind !== 'agentless' || !['open', 'whatsapp', 'apple'].includes(send.messengerType ?? '')) return undefined
    const settle = 'GET /api/v2/conversations/messaging/integrations lists them with their ids.'
    if (send.fromAddress === undefined) return fails('“fromAddress” is missing. For this channel it is the id of the integration.', settle)
    return {
      ...cannotTell(
        'whether “fromAddress” is the id of an active integration',
        unknown(`The integrations were not read. That the address a customer wrote to is the integration’s id is inferred.`),
        settle
      ),
      brief: `Works if ${send.fromAddress} is the id of an active integration, which was not read.`
    }
  }
}

const webMessagingAddress: Rule = {
  id: 'webmessaging.toaddress',
  about: 'Web messaging has no “toAddress”. Name the guest by “externalContactId”.',
  phase: 'preflight',
  title: 'Web messaging has no “toAddress”',
  confidence: 'documented',
  sources: [sources.models],
  look: ({ send }) =>
    send?.kind === 'agentless' && send.messengerType === 'webmessaging' && send.body?.fields.includes('toAddress') === true
      ? fails('For web messaging “toAddress” cannot be used.', 'Remove it, and name the guest by “externalContactId”.')
      : undefined
}

export const addressRules: readonly Rule[] = [whatsApp, sms, recipient, ownNumber, integration, webMessagingAddress]
