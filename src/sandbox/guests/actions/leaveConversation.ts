import { isActive } from '../../conversations/reading'
import { customerLeaves } from '../../receiving/receive'
import type { GuestSession } from '../guestSession'
import type { GuestContext } from './guestContext'

/** The guest ends the conversation that goes on, if one does. */
export const leaveConversation = ({ world }: GuestContext, session: GuestSession): void => {
  const conversation = world.guests.conversationOf(session)
  if (conversation && isActive(conversation)) customerLeaves(world, conversation.id)
}
