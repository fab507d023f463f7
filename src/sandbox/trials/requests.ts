import type { Conversation } from '../conversations/conversation'
import { businessSide, customerOf } from '../conversations/reading'

/** A request of a trial, as it goes out. */
export interface TrialRequest {
  readonly method: 'POST' | 'PATCH'
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

const text = 'Is there anything else we can help you with?'

/** An agent’s message on the communication of the last agent. */
export const agentSendRequest = (conversation: Conversation): TrialRequest => {
  const agent = businessSide(conversation).findLast(({ purpose }) => purpose === 'agent')
  return {
    method: 'POST',
    path: `/api/v2/conversations/messages/${conversation.id}/communications/${agent?.legs.at(-1)?.id ?? ''}/messages`,
    body: { textBody: text }
  }
}

/** An agentless message to the customer: to the external contact on web messaging, else to the address. */
export const agentlessRequest = (conversation: Conversation): TrialRequest => ({
  method: 'POST',
  path: '/api/v2/conversations/messages/agentless',
  body: {
    fromAddress: conversation.businessAddress,
    toAddressMessengerType: conversation.messengerType,
    ...(conversation.messengerType === 'webmessaging'
      ? { externalContactId: customerOf(conversation)?.externalContactId }
      : { toAddress: conversation.customerAddress }),
    textBody: text
  }
})

export const assignRequest = ({ id }: Conversation, userId: string): TrialRequest => ({
  method: 'POST',
  path: `/api/v2/conversations/${id}/assign`,
  body: { id: userId }
})

export const disconnectRequest = ({ id }: Conversation): TrialRequest => ({
  method: 'PATCH',
  path: `/api/v2/conversations/messages/${id}`,
  body: { state: 'disconnected' }
})
