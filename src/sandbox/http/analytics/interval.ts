export const day = 24 * 60 * 60 * 1000

/** Milliseconds since 1970. */
export interface Interval {
  readonly start: number
  readonly end: number
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/

/** A time without a zone is UTC. */
const readInstant = (text: string): number | undefined => {
  const match = instant.exec(text)
  if (match === null) return undefined
  const time = Date.parse(match.groups?.['zone'] === undefined ? `${text}Z` : text)
  return Number.isNaN(time) ? undefined : time
}

/** Reads `start/end`, of `longest` milliseconds at most; what is wrong with it, in words, if it cannot be used. */
export const readInterval = (text: string, longest: number): Interval | string => {
  const [from = '', to = '', ...more] = text.split('/')
  const start = readInstant(from)
  const end = readInstant(to)
  if (start === undefined || end === undefined || more.length > 0)
    return `“${text}” is not an interval of two ISO 8601 times with a slash between.`
  if (end < start) return 'The interval ends before it starts.'
  return end - start > longest ? `The interval is longer than ${longest / day} days.` : { start, end }
}

const dayOf = (time: number): number => Math.floor(time / day)

/** From the first to behind the last day (UTC) that the interval touches. Source: published OpenAPI, `ConversationQuery.interval`. */
export const touchedDays = ({ start, end }: Interval): Interval => ({ start: dayOf(start) * day, end: (dayOf(end) + 1) * day })
