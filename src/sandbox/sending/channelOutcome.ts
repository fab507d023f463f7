import type { Conversation, DeliveryFailure, MessageContent } from '../conversations/conversation'
import { messagesOf } from '../conversations/reading'
import type { World } from '../world'

const hour = 3_600_000
const day = 24 * hour

/** Source: Genesys help, work-message-interactions: on X, five replies to each inbound message. */
const mostReplies = 5

const optedOut: DeliveryFailure = {
  code: 'RecipientOptedOut',
  words: 'The recipient has written STOP. START from them allows messages again.'
}

/** The code is WhatsApp’s own (re-engagement message). Source: Genesys help ?p=174625 for the rule, Meta’s public list for the code. */
const whatsAppWindowOver: DeliveryFailure = {
  code: '131047',
  words: 'More than 24 hours have passed since the customer’s last message: WhatsApp takes a template only.'
}

/** Source of the code: Genesys help ?p=301564. */
const parametersMissing = (unfilled: readonly string[]): DeliveryFailure => ({
  code: '132000',
  words: `The template has parameters that the message does not fill: ${unfilled.join(', ')}.`
})

const facebookWindowOver: DeliveryFailure = {
  code: 'MessageNotAllowed',
  words: 'More than 7 days have passed since the customer’s last message: Facebook takes no reply.'
}

const tooManyReplies: DeliveryFailure = {
  code: 'MessageNotAllowed',
  words: 'Five replies have been sent since the customer’s last message: X takes no other.'
}

interface Since {
  /** When the customer last wrote; `undefined`: never. */
  readonly heard: number | undefined
  /** What the business has sent since, and what was not refused. */
  readonly replies: number
}

const sinceCustomer = (conversation: Conversation): Since => {
  let heard: number | undefined
  let replies = 0
  for (const { participant, message } of messagesOf(conversation)) {
    if (participant.purpose === 'customer') {
      heard = message.time
      replies = 0
    } else if (message.status !== 'delivery-failed') replies += 1
  }
  return { heard, replies }
}

const isOlderThan = (time: number | undefined, age: number, now: number): boolean => time === undefined || now - time > age

/**
 * Why the channel will refuse a message that is being sent into `conversation`; `undefined`: it takes it. The platform has accepted the send all
 * the same. Only the conversation itself is looked at for when the customer last wrote.
 */
export const channelFailure = (
  { clock, optOuts }: World,
  conversation: Conversation,
  content: MessageContent
): DeliveryFailure | undefined => {
  const { messengerType, businessAddress, customerAddress } = conversation
  const { heard, replies } = sinceCustomer(conversation)
  const now = clock.now()
  switch (messengerType) {
    case 'sms':
      return optOuts.has(businessAddress, customerAddress) ? optedOut : undefined
    case 'whatsapp':
      if (content.kind === 'template') return content.filled.unfilled.length > 0 ? parametersMissing(content.filled.unfilled) : undefined
      return isOlderThan(heard, day, now) ? whatsAppWindowOver : undefined
    case 'facebook':
      return isOlderThan(heard, 7 * day, now) ? facebookWindowOver : undefined
    case 'twitter':
      return replies >= mostReplies ? tooManyReplies : undefined
    case 'webmessaging':
    case 'open':
    case 'instagram':
    case 'apple':
      return undefined
  }
}
