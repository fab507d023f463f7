import * as vscode from 'vscode'
import { hours, type Instant } from '../model/instant'

const formats = {
  today: { hour: '2-digit', minute: '2-digit' },
  thisWeek: { weekday: 'short', hour: '2-digit', minute: '2-digit' },
  other: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

const format = (instant: Instant, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(vscode.env.language, { hourCycle: 'h23', ...options }).format(instant)

const dayOf = (instant: Instant): string => new Date(instant).toDateString()

/** A moment for people, in their own time zone: the time when it is today, with the weekday when it is near, with the date otherwise. */
export const localTime = (instant: Instant, now: Instant): string => {
  if (dayOf(instant) === dayOf(now)) return format(instant, formats.today)
  return format(instant, Math.abs(instant - now) < hours(6 * 24) ? formats.thisWeek : formats.other)
}

const stamp = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g

/** `text` with its moments (written in UTC, see `formatInstant`) in the person's own time zone. */
export const withLocalTimes = (text: string, now: Instant): string => text.replace(stamp, (moment) => localTime(Date.parse(moment), now))
