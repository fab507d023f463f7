import type { ConversationRow } from '../../model/conversationRow'
import { minutes } from '../../model/instant'
import { isOver } from '../../model/stateSummary'

/** So far analytics may be behind what happens. Inferred: nothing is published but that it lags. */
const analyticsLagMs = minutes(5)

/** What a listed row is worth beside the one that is held. */
export type Worth =
  /** It is the newer one. */
  | 'newer'
  /** It says the same, or is the older one. */
  | 'nothingNew'
  /** It says something else, and nothing tells which of the two is right: the conversation has to be read. */
  | 'doubt'

/** Whether both say the same, as far as a listing tells: the length of the reply window is not in it. */
const isSameState = ({ state: one }: ConversationRow, { state: other }: ConversationRow): boolean =>
  one.kind === other.kind || (isOver(one) && isOver(other))

/** Weighs a row that was listed against what is held of its conversation. */
export const weigh = (held: ConversationRow, listed: ConversationRow): Worth => {
  if (held.gone !== undefined) {
    if (listed.readAt <= held.gone.askedAt) return 'nothingNew'
    // Analytics may know what cannot be read: only another read tells whether it can be again.
    return listed.reading === 'live' ? 'newer' : 'doubt'
  }
  if (held.reading !== 'live') return listed.readAt >= held.readAt ? 'newer' : 'nothingNew'
  if (listed.reading === 'live' && listed.readAt > held.readAt) return 'newer'
  if (isSameState(held, listed)) return 'nothingNew'
  // What was read live is older than the row only when it is older than analytics lags behind.
  return listed.reading === 'analytics' && listed.readAt - held.readAt <= analyticsLagMs ? 'nothingNew' : 'doubt'
}

/** When the state began, as far as the row tells. */
const since = ({ state }: ConversationRow): number | undefined =>
  'since' in state ? state.since : 'endedAt' in state ? state.endedAt : undefined

/** Whether what an event told may be older than what is held: a message is missing from it, or its state does not follow on the held one. */
export const mayBeOlder = (told: ConversationRow, held: ConversationRow): boolean => {
  if ((told.lastMessage?.at ?? 0) < (held.lastMessage?.at ?? 0)) return true
  if (isSameState(told, held)) return false
  const [toldSince, heldSince] = [since(told), since(held)]
  return toldSince === undefined || heldSince === undefined || toldSince < heldSince
}
