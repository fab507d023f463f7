import { formatInstant, type Instant } from '../../../model/instant'
import { language } from '../texts'

/** Moments as a person reads them, in one time zone. */
export interface LocalTime {
  /** `13:58`, or `13:58:41` with `precise`. */
  readonly clock: (instant: Instant, precise: boolean) => string
  /** `24 Nov`. */
  readonly day: (instant: Instant) => string
  /** What is needed to tell when it was: the time when it is today, else the day with it, else the year too. */
  readonly short: (instant: Instant, now: Instant, precise?: boolean) => string
  /** Day, time and time zone in full. */
  readonly full: (instant: Instant) => string
  readonly isSameDay: (one: Instant, other: Instant) => boolean
  /** Milliseconds to add to an instant so that its UTC reading shows the local time. */
  readonly offset: (instant: Instant) => number
}

/** `timeZone` is an IANA name such as `Europe/Zurich`; absent: the person's own. */
export const localTime = (timeZone?: string): LocalTime => {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { ...options, ...(timeZone === undefined ? {} : { timeZone }) })
  const minutes = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const seconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  const day = format({ day: 'numeric', month: 'short' })
  const weekday = format({ weekday: 'short', day: 'numeric', month: 'short' })
  const year = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const full = format({ dateStyle: 'full', timeStyle: 'long' })
  const fields = format({
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23'
  })

  const offset = (instant: Instant): number => {
    const part = new Map(fields.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const field = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0
    const local = Date.UTC(field('year'), field('month') - 1, field('day'), field('hour'), field('minute'), field('second'))
    return local - Math.floor(instant / 1000) * 1000
  }
  const localDate = (instant: Instant): string => formatInstant(instant + offset(instant)).slice(0, 10)
  const isSameDay = (one: Instant, other: Instant): boolean => localDate(one) === localDate(other)
  const clock = (instant: Instant, precise: boolean): string => (precise ? seconds : minutes).format(instant)

  return {
    clock,
    day: (instant) => day.format(instant),
    short: (instant, now, precise = true) => {
      if (isSameDay(instant, now)) return clock(instant, precise)
      const sameYear = localDate(instant).slice(0, 4) === localDate(now).slice(0, 4)
      return `${(sameYear ? weekday : year).format(instant).replace(',', '')} ${minutes.format(instant)}`
    },
    full: (instant) => full.format(instant),
    isSameDay,
    offset
  }
}
