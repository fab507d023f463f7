import type { Instant } from '../../../model/instant'
import type { Timeline, TimelineBar, TimelineLane, TimelineMark } from '../../../model/timeline'
import { inRows } from './labelRows'
import { axisOf, positionOn, ticksOf, type AxisPart, type Tick, type TickLettering } from './axis'

/** In pixels from the picture's upper left corner, as everything here. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface BarShape {
  readonly bar: TimelineBar
  readonly box: Box
  /** Where its label begins; absent when there is room neither in the bar nor after it. */
  readonly labelX: number | undefined
}

/** One message, or several that lie too close to be told apart. */
export interface MarkShape {
  readonly marks: readonly [TimelineMark, ...TimelineMark[]]
  readonly failed: boolean
  readonly box: Box
}

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

export interface TimelineShape {
  readonly width: number
  readonly height: number
  /** The part in which time runs, above the axis. */
  readonly plot: Box
  readonly lanes: readonly LaneShape[]
  /** The reply window. */
  readonly window: Box | undefined
  readonly ticks: readonly Tick[]
  readonly tickY: number
  readonly landmarks: readonly Landmark[]
}

/** How the picture is written: words are the panel's, widths are the font's. */
export interface Lettering extends TickLettering {
  readonly landmark: (kind: LandmarkKind, instant: Instant) => string
}

const markSize = 8
const markRow = 13
const barHeight = 16
const barGap = 3
const laneGap = 7
const textRow = 16
const labelGap = 10
const tickGap = 26
const thinnestBar = 3
/** The most of the width that the lanes’ labels take. */
const labelShare = 0.25
const insideMargin = 5

/** Bars of one lane that run at the same time lie below each other. */
const tracksOf = (bars: readonly (readonly [TimelineBar, left: number, right: number])[]): readonly number[] => {
  const freeFrom: number[] = []
  return bars.map(([, left, right]) => {
    const free = freeFrom.findIndex((from) => from <= left + 1)
    const track = free === -1 ? freeFrom.length : free
    freeFrom[track] = right
    return track
  })
}

const barShapes = (
  lane: TimelineLane,
  top: number,
  axis: readonly AxisPart[],
  right: number,
  textWidth: Lettering['width']
): readonly BarShape[] => {
  const placed = lane.bars
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((bar) => {
      const from = positionOn(axis, bar.from)
      const end = Math.min(right, Math.max(from + thinnestBar, positionOn(axis, bar.to)))
      return [bar, Math.min(from, end - thinnestBar), end] as const
    })
  const tracks = tracksOf(placed)
  return placed.map(([bar, x, end], index) => {
    const track = tracks[index] ?? 0
    const nextX = placed.find((_, later) => later > index && tracks[later] === track)?.[1] ?? right
    const needed = textWidth(bar.label) + insideMargin
    const labelX = needed + insideMargin <= end - x ? x + insideMargin : needed <= nextX - end ? end + insideMargin : undefined
    return { bar, labelX, box: { x, y: top + markRow + track * (barHeight + barGap), width: end - x, height: barHeight } }
  })
}

const markShapes = (lane: TimelineLane, top: number, axis: readonly AxisPart[]): readonly MarkShape[] => {
  const shapes: MarkShape[] = []
  for (const failed of [false, true]) {
    let open: { marks: [TimelineMark, ...TimelineMark[]]; first: number; last: number } | undefined
    const close = (): void => {
      if (open === undefined) return
      const { marks, first, last } = open
      shapes.push({ marks, failed, box: { x: first - markSize / 2, y: top + 1, width: last - first + markSize, height: markSize } })
    }
    for (const mark of lane.marks.filter((candidate) => candidate.failed === failed).toSorted((a, b) => a.at - b.at)) {
      const x = positionOn(axis, mark.at)
      if (open !== undefined && x - open.last < markSize) {
        open.marks.push(mark)
        open.last = x
      } else {
        close()
        open = { marks: [mark], first: x, last: x }
      }
    }
    close()
  }
  return shapes.toSorted((a, b) => a.box.x - b.box.x)
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
    const bars = barShapes(lane, top, axis, right, lettering.width)
    const bottom = Math.max(top + markRow + barHeight, ...bars.map(({ box }) => box.y + box.height))
    const shape = {
      lane,
      label: labels[index] ?? lane.label,
      bars,
      marks: markShapes(lane, top, axis),
      middle: top + markRow + barHeight / 2,
      box: { x: left, y: top, width: right - left, height: bottom - top }
    }
    top = bottom + laneGap
    return shape
  })

  const plot = { x: left, y: 0, width: right - left, height: top }
  const ticks = axis[0] === undefined ? [] : ticksOf(axis[0], tickGap, lettering)
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
    ticks,
    tickY,
    landmarks: landmarks.toSorted((a, b) => a.x - b.x)
  }
}
