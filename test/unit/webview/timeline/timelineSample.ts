import type { MarkKind, TimelineBar, TimelineLane, Timeline, TimelineMark } from '../../../../src/model/timeline'
import type { Lettering } from '../../../../src/webview/browser/timeline/shape'

const noon = Date.parse('2026-11-24T12:00:00Z')

/** Minutes after noon UTC on 24 November 2026. */
export const minute = (count: number): number => noon + count * 60_000

export const bar = (from: number, to: number, label = 'Nora'): TimelineBar => ({
  from: minute(from),
  to: minute(to),
  state: 'disconnected',
  label,
  ongoing: false
})

export const mark = (at: number, kind: MarkKind = 'plain'): TimelineMark => ({ at: minute(at), kind, label: `message at ${at}` })

export const lane = (bars: readonly TimelineBar[], marks: readonly TimelineMark[] = []): TimelineLane => ({
  party: 'agent',
  label: 'Agent',
  bars,
  marks
})

/** A day in minutes, for `minute`. */
export const day = 24 * 60

/** A conversation of an hour that has ended, half an hour ago, with three days in which the customer can continue it. */
export const ended = (...lanes: TimelineLane[]): Timeline => ({
  from: minute(0),
  endedAt: minute(60),
  now: minute(90),
  windowUntil: minute(60 + 72 * 60),
  lanes
})

export const ongoing = (...lanes: TimelineLane[]): Timeline => ({
  from: minute(0),
  endedAt: undefined,
  now: minute(60),
  windowUntil: undefined,
  lanes
})

/** Six pixels a character, UTC. */
export const lettering: Lettering = {
  width: (text) => text.length * 6,
  label: (instant) => new Date(instant).toISOString().slice(11, 16),
  offset: () => 0,
  duration: (milliseconds) => `${milliseconds / 3_600_000} h`,
  landmark: (kind) => kind
}
