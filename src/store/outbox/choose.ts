import { isDeepStrictEqual } from 'node:util'
import { isSameConversation } from '../conversationRef'
import type { AcceptedOutcome, SendRecord } from './record'
import type { Candidate } from './search'

export type Choice =
  | { readonly kind: 'chosen'; readonly as: Pick<AcceptedOutcome, 'by' | 'messageId' | 'conversationId'> }
  /** Something is there that another send may have made: one that is still on its way, or one that is to be settled first. */
  | { readonly kind: 'later' }
  | { readonly kind: 'none' }

const idOf = ({ messageId, conversationId }: Pick<AcceptedOutcome, 'messageId' | 'conversationId'>): string | undefined =>
  messageId ?? conversationId

/** Whether two sends would look the same on the platform. */
const lookAlike = (one: SendRecord, other: SendRecord): boolean =>
  one.id !== other.id &&
  isSameConversation(one.from, other.from) &&
  one.request.path === other.request.path &&
  (one.trace.kind === 'opening' || other.trace.kind === 'opening' || isDeepStrictEqual(one.trace.said, other.trace.said))

const isLookedFor = ({ outcome }: SendRecord): boolean => outcome.kind === 'unknown' && outcome.obstacle === undefined

const isBefore = (one: SendRecord, other: SendRecord): boolean =>
  one.startedAt === other.startedAt ? one.id < other.id : one.startedAt < other.startedAt

/**
 * Which of the things that were found a send is. What another send is known to be is not taken twice; and of those that look alike and are looked for
 * at the same time, maybe in several windows, each has its own turn: no two take the same.
 * @param all the sends of the connection
 */
export const choose = (record: SendRecord, candidates: readonly Candidate[], all: readonly SendRecord[]): Choice => {
  const taken = new Set(all.flatMap(({ id, outcome }) => (id !== record.id && outcome.kind === 'accepted' ? (idOf(outcome) ?? []) : [])))
  const free = candidates.filter((candidate) => !taken.has(idOf(candidate) ?? ''))
  if (free.length === 0) return { kind: 'none' }
  const alike = all.filter((other) => lookAlike(record, other))
  if (alike.some(({ outcome }) => outcome.kind === 'prepared')) return { kind: 'later' }
  const turn = alike.filter((other) => isLookedFor(other) && isBefore(other, record)).length
  const chosen = [...free.filter(({ fits }) => fits), ...free.filter(({ fits }) => !fits)][turn]
  if (!chosen) return { kind: 'later' }
  const sharers = alike.filter(({ outcome }) => outcome.kind === 'unknown').length
  // One that was accepted without an id may be any of them.
  const isContested = alike.some(({ outcome }) => outcome.kind === 'accepted' && idOf(outcome) === undefined)
  const { messageId, conversationId, fits } = chosen
  const isCertain = fits && !isContested && free.length <= sharers + 1
  return { kind: 'chosen', as: { by: isCertain ? 'found' : 'likely', messageId, conversationId } }
}
