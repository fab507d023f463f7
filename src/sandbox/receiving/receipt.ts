import type { DeliveryFailure, MessageStatus } from '../conversations/conversation'
import { findMessage } from '../conversations/reading'
import { setMessageStatus } from '../conversations/transitions'
import type { World } from '../world'

/** What a channel says of a message. Source: published OpenAPI, `OpenInboundNormalizedReceipt` and `OpenNormalizedMessage`. */
export type ReceiptStatus = 'Sent' | 'Delivered' | 'Read' | 'Failed' | 'Published' | 'Removed'

const statuses: Readonly<Record<ReceiptStatus, MessageStatus>> = {
  Sent: 'sent',
  Delivered: 'delivery-success',
  Read: 'read',
  Failed: 'delivery-failed',
  Published: 'published',
  Removed: 'removed'
}

export interface Receipt {
  readonly messageId: string
  readonly businessAddress: string
  readonly status: ReceiptStatus
  /** Why it failed; only with `Failed`. */
  readonly failure: DeliveryFailure | undefined
}

/** Takes in what the channel says of a message of the business’s. Returns whether there is such a message on this address. */
export const receiveReceipt = ({ conversations }: World, { messageId, businessAddress, status, failure }: Receipt): boolean => {
  const conversation = conversations.withMessage(messageId)
  const found = conversation && findMessage(conversation, messageId)
  if (conversation?.businessAddress !== businessAddress || found === undefined || found.participant.purpose === 'customer') return false
  conversations.change(conversation.id, (before) => setMessageStatus(before, messageId, statuses[status], failure))
  return true
}
