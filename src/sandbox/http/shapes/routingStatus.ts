import type { Models } from 'purecloud-platform-client-v2'
import type { Conversation } from '../../conversations/conversation'
import type { User } from '../../organisation/organisation'
import type { World } from '../../world'
import { optionalIsoTime, type Answer } from '../answers'

const hasUserConnected = ({ participants }: Conversation, userId: string): boolean =>
  participants.some(
    (participant) =>
      participant.purpose === 'agent' && participant.userId === userId && participant.legs.some(({ state }) => state.name === 'connected')
  )

const statusName = ({ routingStatuses, conversations }: World, userId: string): string => {
  switch (routingStatuses.of(userId)) {
    case 'offQueue':
      return 'OFF_QUEUE'
    case 'notResponding':
      return 'NOT_RESPONDING'
    case 'onQueue':
      return [...conversations.all()].some((conversation) => hasUserConnected(conversation, userId)) ? 'INTERACTING' : 'IDLE'
  }
}

/** As `GET /api/v2/users/{userId}/routingstatus` answers it, and a user who is read with `expand=routingStatus` has it. */
export const routingStatusBody = (world: World, { id }: User): Answer<Models.RoutingStatus> => ({
  userId: id,
  status: statusName(world, id),
  startTime: optionalIsoTime(world.routingStatuses.sinceOf(id))
})
