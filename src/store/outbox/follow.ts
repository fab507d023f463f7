import type { Connection } from '../../genesys/connection'
import { PlatformError } from '../../genesys/platformError'
import { hasPassed, type Pace } from '../../genesys/traffic/pace'
import { deliveryOf, isFinal } from '../../model/delivery'
import { minutes } from '../../model/instant'
import type { AcceptedOutcome } from './record'

/** What became of one look at a message. `passing`: it may be there the next time. */
type StatusReading =
  { readonly kind: 'read'; readonly status: string } | { readonly kind: 'lost'; readonly why: string; readonly passing: boolean }

/** A network that fails this often in a row is not coming back soon. */
const missesInARow = 5
const firstWaitMs = 250
const longestWaitMs = 15_000
const followForMs = minutes(15)

const statusOf = async (connection: Connection, conversationId: string, messageId: string): Promise<StatusReading> => {
  try {
    return { kind: 'read', status: await connection.messageStatus(conversationId, messageId) }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const { failure } = error
    return { kind: 'lost', why: error.message, passing: failure.kind !== 'refused' || failure.status === 429 || failure.status >= 500 }
  }
}

/** What following a delivery works with. */
export interface Following {
  readonly connection: Connection
  readonly pace: Pick<Pace, 'wait'>
  readonly signal: AbortSignal
  readonly onStep: (outcome: AcceptedOutcome) => void
}

/** True when there is something to follow: a message whose delivery is not final. */
export const isToFollow = ({ messageId, deliveries }: AcceptedOutcome): boolean => {
  const last = deliveries.at(-1)
  return messageId !== undefined && (last === undefined || !isFinal(last.delivery))
}

/** Reads a message’s status until its delivery is final, the signal aborts, or a quarter of an hour is over. */
export const follow = async (
  outcome: AcceptedOutcome,
  conversationId: string,
  { connection, pace, signal, onStep }: Following
): Promise<void> => {
  const { messageId } = outcome
  if (messageId === undefined) return
  let followed: AcceptedOutcome = { ...outcome, lost: undefined }
  let misses = 0
  const until = connection.now() + followForMs
  for (let wait = firstWaitMs; connection.now() < until; wait = Math.min(wait * 1.5, longestWaitMs)) {
    const status = await statusOf(connection, conversationId, messageId)
    if (signal.aborted) return
    misses = status.kind === 'read' ? 0 : misses + 1
    if (status.kind === 'lost' && (!status.passing || misses > missesInARow)) {
      onStep({ ...followed, lost: status.why })
      return
    }
    if (status.kind === 'read') {
      const delivery = deliveryOf(status.status)
      if (followed.deliveries.at(-1)?.status !== status.status) {
        followed = { ...followed, deliveries: [...followed.deliveries, { delivery, status: status.status, at: connection.now() }] }
        onStep(followed)
      }
      if (isFinal(delivery)) return
    }
    if (!(await hasPassed(pace, wait, signal))) return
  }
  onStep({ ...followed, lost: 'It was not final after 15 minutes, and is not followed any further.' })
}
