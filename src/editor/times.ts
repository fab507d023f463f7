import * as vscode from 'vscode'
import { hours, type Instant } from '../model/instant'

/** Made once: making one costs a hundred times as much as writing a moment with it, and the language of a window stays the same. */
const formatOf = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(vscode.env.language, { hourCycle: 'h23', ...options })

const today = formatOf({ hour: '2-digit', minute: '2-digit' })
const thisWeek = formatOf({ weekday: 'short', hour: '2-digit', minute: '2-digit' })
const other = formatOf({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })

const dayOf = (instant: Instant): string => new Date(instant).toDateString()

/** A moment for people, in their own time zone: the time when it is today, with the weekday when it is near, with the date otherwise. */
export const localTime = (instant: Instant, now: Instant): string => {
  if (dayOf(instant) === dayOf(now)) return today.format(instant)
  return (Math.abs(instant - now) < hours(6 * 24) ? thisWeek : other).format(instant)
}

const stamp = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g

/** `text` with its moments (written in UTC, see `formatInstant`) in the person's own time zone. */
export const withLocalTimes = (text: string, now: Instant): string => text.replace(stamp, (moment) => localTime(Date.parse(moment), now))
