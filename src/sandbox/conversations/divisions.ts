import type { Division, Organisation } from '../organisation/organisation'
import type { Conversation } from './conversation'

/** The divisions that a conversation belongs to: those of the queues that it has been in, or the home division if there was none. */
export const divisionsOf = ({ queues, division, divisions }: Organisation, { participants }: Conversation): readonly Division[] => {
  const queueIds = new Set(participants.flatMap((participant) => ('queueId' in participant ? [participant.queueId] : [])))
  const divisionIds = new Set(queues.filter(({ id }) => queueIds.has(id)).map(({ divisionId }) => divisionId))
  return divisionIds.size === 0 ? [division] : divisions.filter(({ id }) => divisionIds.has(id))
}
