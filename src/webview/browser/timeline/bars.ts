import type { TimelineBar } from '../../../model/timeline'
import { positionOn, type AxisPart } from './axis'
import type { Box } from './box'

export interface BarShape {
  readonly bar: TimelineBar
  readonly box: Box
  /** Where its label begins; absent when there is room neither in the bar nor after it. */
  readonly labelX: number | undefined
}

export const barHeight = 16
const gap = 3
const thinnest = 3
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

/** The bars of a lane from the height `y` down, none over the picture's end `right`. `textWidth` measures their labels. */
export const barShapes = (
  bars: readonly TimelineBar[],
  y: number,
  axis: readonly AxisPart[],
  right: number,
  textWidth: (text: string) => number
): readonly BarShape[] => {
  const placed = bars
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((bar) => {
      const from = positionOn(axis, bar.from)
      const end = Math.min(right, Math.max(from + thinnest, positionOn(axis, bar.to)))
      return [bar, Math.min(from, end - thinnest), end] as const
    })
  const tracks = tracksOf(placed)
  return placed.map(([bar, x, end], index) => {
    const track = tracks[index] ?? 0
    const nextX = placed.find((_, later) => later > index && tracks[later] === track)?.[1] ?? right
    const needed = textWidth(bar.label) + insideMargin
    const labelX = needed + insideMargin <= end - x ? x + insideMargin : needed <= nextX - end ? end + insideMargin : undefined
    return { bar, labelX, box: { x, y: y + track * (barHeight + gap), width: end - x, height: barHeight } }
  })
}
