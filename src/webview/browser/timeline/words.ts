import { days, formatDuration, hours, minutes, type Instant } from '../../../model/instant'
import type { Timeline } from '../../../model/timeline'
import type { Panel } from '../panel'
import { texts } from '../texts'
import type { BarShape } from './bars'
import type { MarkShape } from './marks'
import type { LandmarkKind, LaneShape, Lettering } from './shape'
import type { Silence } from './silences'

type Clock = Pick<Panel, 'now' | 'time'>

/** What a bar says when it is pointed at. */
export const barWords = ({ bar }: BarShape, { lane }: LaneShape, { now, time }: Clock): string => {
  const from = time.short(bar.from, now)
  const duration = formatDuration(bar.to - bar.from)
  return bar.ongoing
    ? texts.ongoingBar(lane.label, bar.label, bar.state, from, duration)
    : texts.bar(lane.label, bar.label, from, time.short(bar.to, now), duration)
}

/** What a mark says when it is pointed at. */
export const markWords = ({ kind, marks }: MarkShape, { lane }: LaneShape, { now, time }: Clock): string => {
  const [first] = marks
  const last = marks.at(-1) ?? first
  return marks.length === 1
    ? texts.mark(first.label, kind, time.short(first.at, now))
    : texts.marks(lane.party, marks.length, kind, time.short(first.at, now), time.short(last.at, now))
}

/** A moment of the whole conversation, as it stands under the picture. */
export const landmarkWords = (kind: LandmarkKind, instant: Instant, timeline: Timeline, { now, time }: Clock): string => {
  const at = time.short(instant, now, false)
  switch (kind) {
    case 'start':
      return texts.landmarks.start(at)
    case 'end':
      return texts.landmarks.end(at)
    case 'now':
      return texts.landmarks.now
    case 'windowEnd':
      return instant < timeline.now ? texts.landmarks.windowOver(at) : texts.landmarks.windowOpen(at)
  }
}

/** How long a silence is, for people: rounded to the nearest day, or below two days to the nearest hour. */
const roughly = (milliseconds: number): string =>
  milliseconds < days(2) ? texts.hours(Math.round(milliseconds / hours(1))) : texts.days(Math.round(milliseconds / days(1)))

/** What a silence that is broken out says when it is pointed at. */
export const silenceWords = ({ from, to }: Silence, timeline: Timeline, { now, time }: Clock): string =>
  texts.silence(roughly(to - from), time.short(from, now, false), time.short(to, now, false), from >= timeline.now)

const minute = minutes(1)
const day = days(1)

/** How the picture is written, in a font in which `width` is the width of a text. */
export const letteringOf = (timeline: Timeline, width: Lettering['width'], clock: Clock): Lettering => {
  const { time } = clock
  return {
    width,
    landmark: (kind, instant) => landmarkWords(kind, instant, timeline, clock),
    duration: roughly,
    offset: time.offset,
    label: (instant, step, before) => {
      const clockTime = time.clock(instant, step < minute)
      if (step < day && time.isSameDay(before, instant)) return clockTime
      return step >= day || clockTime === '00:00' ? time.day(instant) : `${time.day(instant)} ${clockTime}`
    }
  }
}
