import type { Conversation } from '../conversations/conversation'
import { isPresent, owesWrapUp } from '../conversations/reading'
import type { User } from '../organisation/organisation'
import type { World } from '../world'

/** The conversations that a user takes part in, or still owes after-conversation work for. */
export const conversationsOf = ({ conversations }: World, user: User): readonly Conversation[] =>
  [...conversations.all()].filter(({ participants }) =>
    participants.some(
      (participant) =>
        participant.purpose === 'agent' && participant.userId === user.id && (isPresent(participant) || owesWrapUp(participant))
    )
  )
