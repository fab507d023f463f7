import { formatDuration, hours, minutes, type Instant } from '../../../model/instant'
import type { Timeline } from '../../../model/timeline'
import type { Panel } from '../panel'
import { texts } from '../texts'
import type { BarShape, LandmarkKind, LaneShape, Lettering, MarkShape } from './shape'

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
export const markWords = ({ marks, failed }: MarkShape, { lane }: LaneShape, { now, time }: Clock): string => {
  const [first] = marks
  const last = marks.at(-1) ?? first
  return marks.length === 1
    ? texts.mark(first.label, time.short(first.at, now))
    : texts.marks(lane.party, marks.length, failed, time.short(first.at, now), time.short(last.at, now))
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

const minute = minutes(1)
const day = hours(24)

/** How the picture is written, in a font in which `width` is the width of a text. */
export const letteringOf = (timeline: Timeline, width: Lettering['width'], clock: Clock): Lettering => {
  const { time } = clock
  return {
    width,
    landmark: (kind, instant) => landmarkWords(kind, instant, timeline, clock),
    offset: time.offset(timeline.from),
    label: (instant, step) => {
      const label = time.clock(instant, step < minute)
      return step >= day || (label === '00:00' && !time.isSameDay(timeline.from, instant)) ? time.day(instant) : label
    }
  }
}
