import * as vscode from 'vscode'
import type { Instant } from '../model/instant'

const withDay = (): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(vscode.env.language, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
const timeOnly = (): Intl.DateTimeFormat => new Intl.DateTimeFormat(vscode.env.language, { hour: '2-digit', minute: '2-digit' })

const dayOf = (instant: Instant): string => new Date(instant).toDateString()

/** A moment for people, in their own time zone: the time when it is today, with the day when it is not. */
export const localTime = (instant: Instant, now: Instant): string =>
  (dayOf(instant) === dayOf(now) ? timeOnly() : withDay()).format(instant)

const stamp = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g

/** `text` with its moments (written in UTC, see `formatInstant`) in the person's own time zone. */
export const withLocalTimes = (text: string, now: Instant): string => text.replace(stamp, (moment) => localTime(Date.parse(moment), now))
