import { lastMessageTime, messengerTypeOf, type Conversation } from '../../model/conversation'
import { unknown } from '../../model/fact'
import { formatDuration, formatInstant, hours } from '../../model/instant'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { cannotTell, fails, type Rule } from '../rule'

/** The conversation of a send on an agent’s communication in `messengerType`. */
const ownConversation = ({ send, situation }: Attempt, messengerType: string): Conversation | undefined => {
  if (send?.kind !== 'agentMessage' || !situation.conversation.known) return undefined
  const { value } = situation.conversation
  return messengerTypeOf(value) === messengerType ? value : undefined
}

interface Window {
  readonly id: string
  readonly about: string
  readonly title: string
  readonly messengerType: string
  readonly lengthMs: number
  readonly cause: string
  readonly remedy: string
  readonly sources: Rule['sources']
  /** A template may be sent at any time. */
  readonly templatesExempt: boolean
}

/** A rule for a channel that lets a business write only for some time after the customer’s last message. */
const windowRule = ({
  id,
  about,
  title,
  messengerType,
  lengthMs,
  cause,
  remedy,
  sources: windowSources,
  templatesExempt
}: Window): Rule => ({
  id,
  about,
  phase: 'preflight',
  title,
  confidence: 'documented',
  sources: windowSources,
  onlyBefore: true,
  look: (attempt) => {
    const conversation = ownConversation(attempt, messengerType)
    if (!conversation || (templatesExempt && attempt.send?.body?.template !== undefined)) return undefined
    const last = lastMessageTime(conversation, 'customer')
    if (last === undefined)
      return cannotTell(
        'when the customer last wrote',
        unknown('The record of the conversation has no time of a customer’s message.'),
        'Read the conversation’s messages.'
      )
    const over = last + lengthMs
    return attempt.situation.now < over
      ? undefined
      : {
          ...fails(cause, remedy, [
            { text: `The customer last wrote at ${formatInstant(last)}, ${formatDuration(attempt.situation.now - last)} ago.` }
          ]),
          brief: `The customer last wrote at ${formatInstant(last)}. ${cause}`
        }
  }
})

const whatsApp = windowRule({
  id: 'whatsapp.window',
  about: 'More than 24 hours after the customer’s last message WhatsApp takes templates only. Send a template.',
  title: 'WhatsApp’s 24 hours are over',
  messengerType: 'whatsapp',
  lengthMs: hours(24),
  cause: 'More than 24 hours after the customer’s last message, WhatsApp takes templates only: any other text fails to be delivered.',
  remedy: 'Send a template (“messagingTemplate”), or wait until the customer writes.',
  sources: [sources.whatsAppWindow],
  templatesExempt: true
})

const facebook = windowRule({
  id: 'facebook.window',
  about: 'More than 7 days after the customer’s last message Facebook takes no reply. Wait for the customer.',
  title: 'Facebook’s 7 days are over',
  messengerType: 'facebook',
  lengthMs: hours(7 * 24),
  cause: 'More than 7 days after the customer’s last message, Facebook takes no reply.',
  remedy: 'Wait until the customer writes, or use another channel.',
  sources: [sources.workMessages],
  templatesExempt: false
})

const whatsAppTemplate: Rule = {
  id: 'whatsapp.template',
  about: 'Agentless WhatsApp needs a template. Name the response that holds it.',
  phase: 'preflight',
  title: 'Agentless WhatsApp needs a template',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models],
  look: ({ send }) =>
    send?.kind === 'agentless' && send.messengerType === 'whatsapp' && send.body !== undefined && send.body.template === undefined
      ? fails(
          'For WhatsApp an agentless message is a template (“messagingTemplate”), and this one has none.',
          'Name the response that holds the template: “messagingTemplate”: {"responseId": "…"}.'
        )
      : undefined
}

export const channelWindowRules: readonly Rule[] = [whatsApp, facebook, whatsAppTemplate]
