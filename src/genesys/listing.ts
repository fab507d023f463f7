import type { Conversation } from '../model/conversation'
import { rowOf, type ConversationRow } from '../model/conversationRow'
import { days, type Instant } from '../model/instant'
import type { Api, DetailsQuery } from './api'
import { PlatformError } from './platformError'
import { bodyOf, type BegunRead } from './signIn'
import type { Pace } from './traffic/pace'
import { readListing } from './wire/analytics'
import { readJobId, readJobStanding } from './wire/detailsJob'
import { readMyConversations } from './wire/messageConversation'

/** Rows of a listing, as they come. */
export interface ListedRows {
  readonly rows: readonly ConversationRow[]
  /** How many have come so far, these included. */
  readonly read: number
  /** How many there are to come altogether, as far as the platform has told it. */
  readonly total: number
}

export type TakeRows = (listed: ListedRows) => void

/** What a listing is read with. */
export interface ListingMeans {
  readonly reader: Api
  /** Reads the active conversations of the connection’s user; `undefined` where it has none. */
  readonly own: ((signal: AbortSignal | undefined) => BegunRead) | undefined
  readonly pace: Pace
}

/** The largest page, and the longest interval, that a details query is known to take. Source: widely used, in no published document. */
const pageSize = 100
export const longestQueryDays = 31

/** What is newest is looked for in so many days. */
const newestDays = 1

/** So many pages are asked for at a time: fewer than requests may be on their way, so that what a person asks for meanwhile gets through. */
const pagesAtOnce = 4

const interval = (from: Instant, to: Instant): string => `${new Date(from).toISOString()}/${new Date(to).toISOString()}`

const what = 'Listing conversations'

/** Counts over all queries of one listing. */
const counting = (take: TakeRows) => {
  let read = 0
  let total = 0
  return {
    expect: (count: number): void => {
      total += count
    },
    take: (conversations: readonly Conversation[]): void => {
      read += conversations.length
      total = Math.max(total, read)
      take({ rows: conversations.map(rowOf), read, total })
    }
  }
}

type Counting = ReturnType<typeof counting>

const readPage = async ({ reader, pace }: ListingMeans, query: DetailsQuery, number: number, signal: AbortSignal | undefined) => {
  // Of the moment before it was asked for: what happens while the answer is on its way may not be in it.
  const readAt = pace.now()
  return readListing(bodyOf(what, await reader.conversationsIn(query, { size: pageSize, number }, signal)), readAt)
}

/** Takes the user’s own active conversations. Analytics has them as well, a little later: where it can be read, nothing is missing. */
const readMine = async ({ own }: ListingMeans, counts: Counting, signal: AbortSignal | undefined): Promise<void> => {
  const read = own?.(signal)
  const reply = await read?.reply
  if (read && reply?.ok === true) counts.take(readMyConversations(reply.body, read.begunAt))
}

/**
 * All pages of a query: the first tells how many there are. What begins meanwhile moves the pages on, so that a conversation may come twice, and
 * none is missed.
 */
const readPages = async (means: ListingMeans, query: DetailsQuery, counts: Counting, signal: AbortSignal | undefined): Promise<void> => {
  const first = await readPage(means, query, 1, signal)
  counts.expect(first.total ?? 0)
  counts.take(first.conversations)
  // Where the platform does not count, a page that is not full is the last.
  let last =
    first.total !== undefined ? Math.ceil(first.total / pageSize) : first.conversations.length < pageSize ? 1 : Number.POSITIVE_INFINITY
  let next = 2
  const readOn = async (): Promise<void> => {
    while (next <= last) {
      const number = next++
      try {
        const { conversations } = await readPage(means, query, number, signal)
        if (conversations.length < pageSize) last = Math.min(last, number)
        counts.take(conversations)
      } catch (error) {
        last = 0
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: pagesAtOnce }, readOn))
}

/**
 * Lists the messaging conversations of the last so many days, and those that began earlier and have not ended: the user’s own active ones at once
 * (GET /api/v2/conversations/messages), all others by pages of POST /api/v2/analytics/conversations/details/query, newest first. `take` gets the
 * rows as they come. Rejects with `PlatformError` when analytics refuses; what has been taken by then counts.
 */
export const listConversations = async (means: ListingMeans, lookBackDays: number, take: TakeRows, signal?: AbortSignal): Promise<void> => {
  const now = means.pace.now()
  const from = now - days(Math.min(lookBackDays, longestQueryDays))
  const earliest = now - days(longestQueryDays)
  const counts = counting(take)

  const readings = await Promise.allSettled([
    readMine(means, counts, signal),
    readPages(means, { interval: interval(from, now), onlyActive: false }, counts, signal),
    // A query finds only what started on a day that its interval touches, and a messaging conversation may go on for weeks.
    ...(earliest < from ? [readPages(means, { interval: interval(earliest, from), onlyActive: true }, counts, signal)] : [])
  ])
  for (const reading of readings) if (reading.status === 'rejected') throw reading.reason
}

/** Lists again what is newest: the user’s own active conversations, and one page of all others. Rejects with `PlatformError` when analytics refuses. */
export const listNewest = async (means: ListingMeans, take: TakeRows, signal?: AbortSignal): Promise<void> => {
  const now = means.pace.now()
  const counts = counting(take)
  const query = { interval: interval(now - days(newestDays), now), onlyActive: false }
  const page = readPage(means, query, 1, signal).then(({ conversations }) => {
    counts.take(conversations)
  })
  await Promise.all([readMine(means, counts, signal), page])
}

const firstPollMs = 1_000
const longestPollMs = 10_000

/**
 * Lists the messaging conversations of the last so many days by a job of the platform (POST /api/v2/analytics/conversations/details/jobs), which
 * takes any interval, needs its time, and knows nothing of the last hours. Rejects with `PlatformError` when the job is refused or fails.
 */
export const listByJob = async (
  { reader, pace }: ListingMeans,
  lookBackDays: number,
  take: TakeRows,
  signal: AbortSignal = new AbortController().signal
): Promise<void> => {
  const counts = counting(take)
  const now = pace.now()
  const query = { interval: interval(now - days(lookBackDays), now), onlyActive: false }
  const jobId = readJobId(bodyOf(what, await reader.beginDetailsJob(query, signal)))
  for (let waitMs = firstPollMs; ; waitMs = Math.min(longestPollMs, waitMs * 2)) {
    const standing = readJobStanding(bodyOf(what, await reader.detailsJob(jobId, signal)))
    if (standing.kind === 'fulfilled') break
    if (standing.kind === 'ended')
      throw new PlatformError(what, { kind: 'unexpected', why: `the job ended without results (${standing.state})` })
    await waitFor(pace, waitMs, signal)
  }
  for (let cursor: string | undefined; ;) {
    const page = readListing(bodyOf(what, await reader.detailsJobResults(jobId, cursor, signal)), now)
    counts.take(page.conversations)
    if (page.cursor === undefined) return
    cursor = page.cursor
  }
}

const waitFor = async (pace: Pace, milliseconds: number, signal: AbortSignal): Promise<void> => {
  try {
    await pace.wait(milliseconds, signal)
  } catch (error) {
    if (signal.aborted) throw new PlatformError(what, { kind: 'cancelled' })
    throw error
  }
}
