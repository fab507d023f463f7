/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

/** Reads an ISO 8601 date and time as the platform writes it. Anything else is `undefined`. */
export const parseInstant = (text: string | null | undefined): Instant | undefined => {
  if (text === null || text === undefined || !iso.test(text)) return undefined
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? undefined : instant
}

export const minutes = (count: number): number => count * 60_000
export const hours = (count: number): number => minutes(count * 60)
export const days = (count: number): number => hours(count * 24)

/**
 * How our texts write a moment: UTC, to the second, for example `2026-11-24T13:58:41Z`. It means the same to every reader and to a
 * program; what shows a text to a person may turn it into their own time zone.
 */
export const formatInstant = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19)}Z`

/** A length of time for people, in its largest unit: `41 h`, `6 min`, `20 s`. Rounded down, so that what is promised is there. */
export const formatDuration = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`
  if (seconds < 4 * 86_400) return `${Math.floor(seconds / 3600)} h`
  return `${Math.floor(seconds / 86_400)} days`
}
