import type { Conversation } from '../conversations/conversation'
import { handOverBy, withdrawOffers } from '../conversations/transitions'
import type { Queue, User } from '../organisation/organisation'
import type { World } from '../world'
import { waitIn } from './entry'
import { alert } from './offer'

export type Destination =
  { readonly kind: 'agent'; readonly user: User; readonly queue: Queue } | { readonly kind: 'queue'; readonly queue: Queue }

/** Whether the agent leaves at once, or stays until somebody has taken over. Source: field `transferType` of the published requests. */
export type TransferType = 'Attended' | 'Unattended'

/** The conversation goes from the agent with this participant id to `destination`, whatever it was offered to before. */
export const transfer = (
  world: World,
  conversation: Conversation,
  fromParticipantId: string,
  destination: Destination,
  transferType: TransferType
): Conversation => {
  const now = world.clock.now()
  const free = withdrawOffers(conversation, now)
  const offered =
    destination.kind === 'agent'
      ? alert(world, free, destination.user, destination.queue)
      : waitIn(world, free, destination.queue, undefined)
  return transferType === 'Attended' ? offered : handOverBy(offered, fromParticipantId, now)
}
