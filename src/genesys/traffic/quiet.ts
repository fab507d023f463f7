import * as z from 'zod/mini'

const header = z.optional(z.coerce.string())
const headers = z.object({
  'retry-after': header,
  'inin-ratelimit-count': header,
  'inin-ratelimit-allowed': header,
  'inin-ratelimit-reset': header
})

const secondsIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : undefined

/**
 * For how many milliseconds the platform wants no further request, by the headers of its answer: `Retry-After` in seconds, else, when the count has
 * reached what is allowed, the seconds until the count starts again. Source: published OpenAPI (429); Genesys blog of 6 May 2021 (header names).
 */
export const quietMsOf = (answerHeaders: unknown): number | undefined => {
  const parsed = headers.safeParse(answerHeaders)
  if (!parsed.success) return undefined
  const retryAfter = secondsIn(parsed.data['retry-after'])
  if (retryAfter !== undefined) return retryAfter * 1000
  const [count, allowed, reset] = [
    parsed.data['inin-ratelimit-count'],
    parsed.data['inin-ratelimit-allowed'],
    parsed.data['inin-ratelimit-reset']
  ].map(secondsIn)
  return count !== undefined && allowed !== undefined && reset !== undefined && count >= allowed ? reset * 1000 : undefined
}
