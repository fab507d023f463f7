import type { Conversation } from '../conversations/conversation'
import type { Recipient } from '../conversations/conversationStore'
import { connectedLeg } from '../conversations/transitions'
import type { World } from '../world'

export interface OutboundCustomer {
  readonly recipient: Recipient
  /** `undefined` where the business has no address of the customer’s; the conversation then gets one that means nothing outside of it. */
  readonly customerAddress: string | undefined
  readonly customerName: string
  readonly externalContactId: string | undefined
}

/** A conversation that the business starts: the customer’s side is connected, and whoever speaks to them joins next. */
export const newOutboundConversation = (
  { ids, clock }: World,
  { recipient, customerAddress, customerName, externalContactId }: OutboundCustomer
): Conversation => {
  const now = clock.now()
  return {
    id: ids.next('conversation'),
    messengerType: recipient.messengerType,
    originatingDirection: 'outbound',
    startTime: now,
    businessAddress: recipient.businessAddress,
    customerAddress: customerAddress ?? ids.next('guest'),
    participants: [
      {
        purpose: 'customer',
        id: ids.next('participant'),
        name: customerName,
        externalContactId,
        legs: [connectedLeg(ids.next('communication'), 'outbound', now)]
      }
    ]
  }
}
