import type { Conversation } from '../conversations/conversation'
import { messagesOf } from '../conversations/reading'
import { documented } from '../documentedErrors'
import type { Organisation } from '../organisation/organisation'
import { Refusal } from '../refusal'

/** @throws Refusal when the organisation’s allowance of outbound messages is used up */
export const withinAllowance = ({ limits }: Organisation): void => {
  if (limits?.outboundUsedUp === true) {
    throw new Refusal(documented.outboundLimit, 'The organisation’s allowance of outbound messages is used up.')
  }
}

/** @throws Refusal when an agent can send no other message into this conversation */
export const withinLimits = (organisation: Organisation, conversation: Conversation): void => {
  withinAllowance(organisation)
  const most = organisation.limits?.messagesPerConversation
  if (most !== undefined && messagesOf(conversation).length >= most) {
    throw new Refusal(documented.messageLimit, `The conversation has ${most} messages, and takes no more.`)
  }
}
