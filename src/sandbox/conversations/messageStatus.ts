import type { MessageStatus } from './conversation'

/** How far along each status is. A message only ever gets to a later one: what is known once does not become unknown. */
const order: Readonly<Record<MessageStatus, number>> = {
  received: 0,
  queued: 0,
  sent: 1,
  published: 2,
  'delivery-success': 3,
  read: 4,
  'delivery-failed': 5,
  removed: 6
}

export const isLater = (status: MessageStatus, than: MessageStatus): boolean => order[status] > order[than]
