import type { Clock } from '../clock'
import type { Conversation } from '../conversations/conversation'
import { endTimeOf } from '../conversations/reading'
import type { AnalyticsRecords } from './records'

/** What a job looks for. */
export interface JobQuery {
  /** Conversations that were active, or that started, between these moments (milliseconds since 1970). */
  readonly start: number
  readonly end: number
  readonly byStart: boolean
  readonly fits: (conversation: Conversation) => boolean
  /** What the results are in order by; their start, if it is left out. */
  readonly keyOf: ((conversation: Conversation) => number) | undefined
  readonly descending: boolean
  readonly limit: number | undefined
}

export type JobState =
  | { readonly name: 'QUEUED' | 'PENDING' | 'CANCELLED' }
  | { readonly name: 'FULFILLED'; readonly completed: number; readonly available: number; readonly found: readonly Conversation[] }
  | { readonly name: 'EXPIRED'; readonly completed: number }

export interface DetailJob {
  readonly id: string
  readonly submitted: number
  readonly state: JobState
}

/** How far a job is, in milliseconds after it was submitted. Nothing documents it; the sandbox is quick on purpose. */
const pendingAfter = 500
const fulfilledAfter = 1500

/** How long the results can be read. Not documented either. */
export const resultsLife = 24 * 60 * 60 * 1000

const run = (records: AnalyticsRecords, { start, end, byStart, fits, keyOf, descending, limit }: JobQuery): readonly Conversation[] => {
  const found = [...records.all()].filter((conversation) => {
    const { startTime } = conversation
    if (startTime > end) return false
    if (byStart ? startTime < start : (endTimeOf(conversation) ?? end) < start) return false
    return fits(conversation)
  })
  const key = keyOf ?? (({ startTime }: Conversation) => startTime)
  const keys = new Map(found.map((conversation) => [conversation, key(conversation)]))
  const direction = descending ? -1 : 1
  return found.sort((a, b) => direction * ((keys.get(a) ?? 0) - (keys.get(b) ?? 0))).slice(0, limit)
}

/** Queries that are answered later: queued, pending, fulfilled, and expired a day after. */
export class DetailJobs {
  readonly #jobs = new Map<string, DetailJob>()

  constructor(
    private readonly records: AnalyticsRecords,
    private readonly clock: Clock
  ) {}

  submit(id: string, query: JobQuery): void {
    this.#jobs.set(id, { id, submitted: this.clock.now(), state: { name: 'QUEUED' } })
    this.#later(id, pendingAfter, () => ({ name: 'PENDING' }))
    this.#later(id, fulfilledAfter, () => ({
      name: 'FULFILLED',
      completed: this.clock.now(),
      available: this.records.availableUntil(),
      found: run(this.records, query)
    }))
    this.#later(id, fulfilledAfter + resultsLife, () => ({ name: 'EXPIRED', completed: this.clock.now() - resultsLife }))
  }

  get(id: string): DetailJob | undefined {
    return this.#jobs.get(id)
  }

  cancel(job: DetailJob): void {
    this.#jobs.set(job.id, { ...job, state: { name: 'CANCELLED' } })
  }

  /** Moves a job on, unless it was cancelled. */
  #later(id: string, after: number, stateOf: () => JobState): void {
    this.clock.after(after, () => {
      const job = this.#jobs.get(id)
      if (job && job.state.name !== 'CANCELLED') this.#jobs.set(id, { ...job, state: stateOf() })
    })
  }
}
