import type { ConversationRow } from '../../model/conversationRow'
import type { Uuid } from '../../model/ids'
import { minutes, type Instant } from '../../model/instant'
import { isOver } from '../../model/stateSummary'
import type { Updates } from './updates'

/** So many are read again each time that the list is. */
const mostAtATime = 30

/** While events are heard, what nothing was heard of for so long is read again: the platform does not promise that every event arrives. */
const unheardMs = minutes(5)

/**
 * The conversations to be read again beside the newest page of the list, what has not been confirmed for the longest first: those that are held as
 * going on. While events are heard, that is what was read or told live. While nothing is told, it is whatever the newest page has not confirmed either,
 * one for each second at most: a fifth of the 300 requests a minute that a token may make.
 */
export const unconfirmed = (rows: readonly ConversationRow[], now: Instant, updates: Updates | undefined): readonly Uuid[] => {
  const polled = updates?.kind === 'polling' ? updates.everySeconds : undefined
  // The newest page was read a round ago: what is older than two is not in it.
  const before = now - (polled === undefined ? unheardMs : polled * 2 * 1000)
  return rows
    .filter(
      ({ readAt, reading, state, gone }) =>
        readAt <= before && !isOver(state) && gone === undefined && (polled !== undefined || reading === 'live')
    )
    .sort((a, b) => a.readAt - b.readAt)
    .slice(0, polled === undefined ? mostAtATime : Math.min(mostAtATime, polled))
    .map(({ id }) => id)
}
