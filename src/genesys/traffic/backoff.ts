import type { Failure } from '../platformError'

/** Statuses that say that the platform, or what stands before it, was not there for a moment. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504])

/** Whether the same read may well be answered a little later. */
export const mayPass = (failure: Failure): boolean =>
  failure.kind === 'unreachable' || failure.kind === 'noAnswer' || (failure.kind === 'refused' && passing.has(failure.status))

const firstWaitMs = 250
const longestWaitMs = 8_000

/**
 * Milliseconds to wait before the attempt after `attempt` (1 is the first): anywhere up to a limit that doubles, so that many who failed together
 * do not come back together.
 * @param random a number from 0 to 1
 */
export const backoffMs = (attempt: number, random: number): number => random * Math.min(longestWaitMs, firstWaitMs * 2 ** attempt)
