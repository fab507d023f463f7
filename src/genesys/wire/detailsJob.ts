import * as z from 'zod/mini'
import { PlatformError } from '../platformError'

const what = 'Listing older conversations'

const begun = z.object({ jobId: z.string() })
const status = z.object({ state: z.string() })

/** The id of a job that was begun (POST /api/v2/analytics/conversations/details/jobs). Throws `PlatformError` when there is none. */
export const readJobId = (body: unknown): string => {
  const parsed = begun.safeParse(body)
  if (!parsed.success) throw new PlatformError(what, { kind: 'unexpected', why: 'the job has no id' })
  return parsed.data.jobId
}

/** How it stands with a job. `ended` without results: it failed, was cancelled or has expired, in the platform’s own word. */
export type JobStanding = { readonly kind: 'working' } | { readonly kind: 'fulfilled' } | { readonly kind: 'ended'; readonly state: string }

/** Reads `AsyncQueryStatus.state`: QUEUED, PENDING, FULFILLED, FAILED, CANCELLED or EXPIRED. Throws `PlatformError` when there is none. */
export const readJobStanding = (body: unknown): JobStanding => {
  const parsed = status.safeParse(body)
  if (!parsed.success) throw new PlatformError(what, { kind: 'unexpected', why: 'the job has no state' })
  const { state } = parsed.data
  switch (state) {
    case 'QUEUED':
    case 'PENDING':
      return { kind: 'working' }
    case 'FULFILLED':
      return { kind: 'fulfilled' }
    default:
      return { kind: 'ended', state }
  }
}
