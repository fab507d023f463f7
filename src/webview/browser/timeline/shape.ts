import type { Instant } from '../../../model/instant'
import type { Timeline, TimelineLane } from '../../../model/timeline'
import { axisOf, positionOn, type AxisPart } from './axis'
import { barHeight, barShapes, type BarShape } from './bars'
import type { Box } from './box'
import { inRows, type WantedLabel } from './labelRows'
import { markShapes, type MarkShape } from './marks'
import type { Silence } from './silences'
import { ticksOf, type Tick, type TickLettering } from './ticks'

export interface LaneShape {
  readonly lane: TimelineLane
  /** Its label, as far as there is room. */
  readonly label: string
  readonly box: Box
  /** Middle of the lane's first row of bars, where its label stands too. */
  readonly middle: number
  readonly bars: readonly BarShape[]
  readonly marks: readonly MarkShape[]
}

export type LandmarkKind = 'start' | 'end' | 'now' | 'windowEnd'

/** A moment that concerns the whole conversation. */
export interface Landmark {
  readonly kind: LandmarkKind
  readonly instant: Instant
  readonly x: number
  readonly label: { readonly text: string; readonly box: Box }
}

/** Where a long silence is broken out of the axis. */
export interface BreakShape {
  readonly silence: Silence
  /** As high as the plot. */
  readonly box: Box
  /** How long it was, below the axis; absent where there is no room for it. */
  readonly label: WantedLabel | undefined
}

export interface TimelineShape {
  readonly width: number
  readonly height: number
  /** The part in which time runs, above the axis. */
  readonly plot: Box
  readonly lanes: readonly LaneShape[]
  /** The reply window. */
  readonly window: Box | undefined
  readonly breaks: readonly BreakShape[]
  readonly ticks: readonly Tick[]
  readonly tickY: number
  readonly landmarks: readonly Landmark[]
}

/** How the picture is written: words are the panel's, widths are the font's. */
export interface Lettering extends TickLettering {
  readonly landmark: (kind: LandmarkKind, instant: Instant) => string
  readonly duration: (milliseconds: number) => string
}

const markRow = 13
const laneGap = 7
const textRow = 16
const labelGap = 10
const tickGap = 26
/** The most of the width that the lanes’ labels take. */
const labelShare = 0.25

/** The breaks, with the length of each that meets no other’s and stays in the plot. */
const breaksOf = (axis: readonly AxisPart[], plot: Box, { duration, width }: Lettering): readonly BreakShape[] => {
  let free = plot.x
  return axis
    .filter(({ kind }) => kind === 'silence')
    .map(({ from, to, x, width: room }) => {
      const text = duration(to - from)
      const textWidth = width(text)
      const left = Math.min(x + room / 2, plot.x + plot.width - textWidth / 2) - textWidth / 2
      const isFree = left >= free
      if (isFree) free = left + textWidth + labelGap
      return { silence: { from, to }, box: { ...plot, x, width: room }, label: isFree ? { text, left, width: textWidth } : undefined }
    })
}

const landmarksOf = (timeline: Timeline): readonly (readonly [LandmarkKind, Instant])[] => [
  ...(timeline.endedAt === undefined ? [] : [['end', timeline.endedAt] as const]),
  ['now', timeline.now],
  ...(timeline.windowUntil === undefined ? [] : [['windowEnd', timeline.windowUntil] as const]),
  ['start', timeline.from]
]

/** The label of a lane, cut where it would take the room that the picture needs. */
const laneLabel = (label: string, room: number, width: Lettering['width']): string => {
  if (width(label) <= room) return label
  const letters = Array.from(new Intl.Segmenter().segment(label), ({ segment }) => segment)
  while (letters.length > 1 && width(`${letters.join('')}…`) > room) letters.pop()
  return `${letters.join('')}…`
}

/** Where everything lies in a picture `width` pixels wide. */
export const shapeOf = (timeline: Timeline, width: number, lettering: Lettering): TimelineShape => {
  const labels = timeline.lanes.map(({ label }) => laneLabel(label, width * labelShare, lettering.width))
  const left = Math.ceil(Math.max(0, ...labels.map(lettering.width))) + 14
  const right = Math.max(left + 1, width - 1)
  const axis = axisOf(timeline, left, right - left)

  let top = 0
  const lanes = timeline.lanes.map((lane, index): LaneShape => {
    const bars = barShapes(lane.bars, top + markRow, axis, right, lettering.width)
    const bottom = Math.max(top + markRow + barHeight, ...bars.map(({ box }) => box.y + box.height))
    const shape = {
      lane,
      label: labels[index] ?? lane.label,
      bars,
      marks: markShapes(lane.marks, top + 1, axis, right),
      middle: top + markRow + barHeight / 2,
      box: { x: left, y: top, width: right - left, height: bottom - top }
    }
    top = bottom + laneGap
    return shape
  })

  const plot = { x: left, y: 0, width: right - left, height: top }
  const breaks = breaksOf(axis, plot, lettering)
  const taken = breaks.flatMap(({ label }) => label ?? [])
  const ticks = ticksOf(axis, taken, tickGap, lettering)
  const tickY = plot.height + textRow - 2
  const wanted = landmarksOf(timeline).map(([kind, instant]) => {
    const x = positionOn(axis, instant)
    const text = lettering.landmark(kind, instant)
    const textWidth = lettering.width(text)
    return { kind, instant, x, text, width: textWidth, left: kind === 'start' ? x : kind === 'end' ? x - textWidth : x - textWidth / 2 }
  })
  const landmarkLabels = inRows(wanted, { left, right }, labelGap)
  const landmarks = landmarkLabels.map(({ kind, instant, x, text, left: labelLeft, width: labelWidth, row }) => ({
    kind,
    instant,
    x,
    label: { text, box: { x: labelLeft, y: tickY + 6 + row * textRow, width: labelWidth, height: textRow - 2 } }
  }))
  const windowFrom = timeline.endedAt === undefined ? undefined : positionOn(axis, timeline.endedAt)
  const windowTo = timeline.windowUntil === undefined ? undefined : positionOn(axis, timeline.windowUntil)

  return {
    width,
    height: Math.max(tickY, ...landmarks.map(({ label: { box } }) => box.y + box.height)) + 4,
    plot,
    lanes,
    window:
      windowFrom === undefined || windowTo === undefined || windowTo <= windowFrom
        ? undefined
        : { ...plot, x: windowFrom, width: windowTo - windowFrom },
    breaks,
    ticks,
    tickY,
    landmarks: landmarks.toSorted((a, b) => a.x - b.x)
  }
}
