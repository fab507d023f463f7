import type { Clock } from '../clock'
import type { Credential } from '../credentials/credentialStore'
import { documented } from '../documentedErrors'
import { limitOf } from '../organisation/limits'
import { Refusal } from '../refusal'
import type { RequestContext } from './environment'

const windowSeconds = 60

interface Window {
  readonly ends: number
  count: number
}

/** Counts a request, tells of it in the headers of the answer, and refuses it when it is one too many. */
export type RateLimit = (c: RequestContext, token: string, kind: Credential['kind']) => void

/** The limit of the organisation for tokens of this kind. */
const limitFor = (kind: Credential['kind']) =>
  limitOf('platform.api', kind === 'client' ? 'client.credentials.token.rate.per.minute' : 'token.rate.per.minute')

/**
 * How often one token may ask in a minute. Sources: the names of the headers, an article on the developer blog of 6 May 2021; the numbers, second-hand
 * (see the organisation’s limits).
 * @param enforced when false, requests are counted up to the limit and never refused
 */
export const rateLimit = (clock: Clock, enforced: boolean): RateLimit => {
  const windows = new Map<string, Window>()

  const windowOf = (token: string, now: number): Window => {
    const current = windows.get(token)
    if (current !== undefined && current.ends > now) return current
    const next = { ends: now + windowSeconds * 1000, count: 0 }
    windows.set(token, next)
    return next
  }

  return (c, token, kind) => {
    const now = clock.now()
    const limit = limitFor(kind)
    const window = windowOf(token, now)
    const excess = window.count >= limit.value
    if (!excess) window.count += 1
    const secondsLeft = Math.ceil((window.ends - now) / 1000)
    c.header('inin-ratelimit-count', String(window.count))
    c.header('inin-ratelimit-allowed', String(limit.value))
    c.header('inin-ratelimit-reset', String(secondsLeft))
    if (!excess || !enforced) return
    throw new Refusal(
      documented.tooManyRequests,
      `This token has made its ${limit.value} requests of the last ${windowSeconds} seconds. Wait for ${secondsLeft} seconds.`,
      { limit: { ...limit, retryAfterSeconds: secondsLeft }, restsOn: ['rate-limit.window'] }
    )
  }
}
