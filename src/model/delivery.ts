/**
 * What has become of a sent message, as `MessageData.status` and `MessageDetails.messageStatus` say it
 * (platform-client-sdk-dotnet 270.0.0). `unrecognised` is any other word.
 */
export type Delivery = 'queued' | 'sent' | 'delivered' | 'failed' | 'read' | 'received' | 'removed' | 'unrecognised'

const deliveries: ReadonlyMap<string, Delivery> = new Map<string, Delivery>([
  ['queued', 'queued'],
  ['sent', 'sent'],
  ['published', 'delivered'],
  ['delivery-success', 'delivered'],
  ['deliverysuccess', 'delivered'],
  ['delivered', 'delivered'],
  ['delivery-failed', 'failed'],
  ['deliveryfailed', 'failed'],
  ['failed', 'failed'],
  ['read', 'read'],
  ['received', 'received'],
  ['removed', 'removed']
])

export const deliveryOf = (status: string): Delivery => deliveries.get(status.toLowerCase()) ?? 'unrecognised'

/** True when the platform will not change it any more, but for a later `read`. Source: Genesys developer blog 2024-09-27, “the final state”. */
export const isFinal = (delivery: Delivery): boolean => delivery !== 'queued' && delivery !== 'sent' && delivery !== 'unrecognised'

/**
 * Channels on which a delivery or its failure is documented to follow `sent`. Sources: SMS: Genesys developer blog 2024-09-27; WhatsApp: Genesys help,
 * “WhatsApp delivery receipts”; web messaging: Genesys blueprint send-email-notification-when-outbound-message-fails. On open messaging the integration
 * decides (`isFinalReceipt`); of the others nothing is documented.
 */
const reportDelivery: ReadonlySet<string> = new Set(['sms', 'whatsapp', 'webmessaging'])

/** True when more is to come: the message has not been sent yet, or its delivery is reported on this channel and has not been. */
export const awaitsDelivery = (delivery: Delivery, messengerType: string | undefined): boolean =>
  delivery === 'queued' || (delivery === 'sent' && messengerType !== undefined && reportDelivery.has(messengerType.toLowerCase()))
