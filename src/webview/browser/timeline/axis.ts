import { hours, minutes, type Instant } from '../../../model/instant'
import type { Timeline } from '../../../model/timeline'

/** A stretch of the axis with one scale. */
export interface AxisPart {
  readonly from: Instant
  readonly to: Instant
  readonly x: number
  readonly width: number
}

/**
 * The scale of the picture. The conversation itself gets the most room; what follows its end is longer by far and is compressed: two thirds
 * for the conversation and one third for the reply window, less when now lies behind that.
 */
export const axisOf = ({ from, now, endedAt, windowUntil }: Timeline, x: number, width: number): readonly AxisPart[] => {
  const stops: (readonly [until: Instant, share: number])[] =
    endedAt === undefined
      ? [[now, 1]]
      : windowUntil === undefined
        ? [
            [endedAt, 5 / 6],
            [now, 1 / 6]
          ]
        : now <= windowUntil
          ? [
              [endedAt, 2 / 3],
              [windowUntil, 1 / 3]
            ]
          : [
              [endedAt, 5 / 9],
              [windowUntil, 3 / 9],
              [now, 1 / 9]
            ]
  const parts: AxisPart[] = []
  let start = { instant: from, x }
  for (const [until, share] of stops) {
    const part = { from: start.instant, to: Math.max(start.instant, until), x: start.x, width: width * share }
    parts.push(part)
    start = { instant: part.to, x: part.x + part.width }
  }
  return parts
}

/** Where `instant` lies. What is outside the axis lies at its nearer end. */
export const positionOn = (axis: readonly AxisPart[], instant: Instant): number => {
  const part = axis.findLast(({ from }) => from <= instant) ?? axis[0]
  if (part === undefined) return 0
  const length = part.to - part.from
  const ratio = length === 0 ? 1 : (instant - part.from) / length
  return part.x + part.width * Math.min(1, Math.max(0, ratio))
}

/** From a second to four weeks: the distances between ticks that people read easily. */
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * 1000),
  ...[1, 2, 5, 10, 15, 30].map(minutes),
  ...[1, 2, 3, 6, 12].map(hours),
  ...[1, 2, 7, 14, 28].map((days) => hours(24 * days))
]

export interface Tick {
  readonly instant: Instant
  readonly label: string
  /** The middle of the label, and the tick itself. */
  readonly x: number
}

/** How the ticks are written. */
export interface TickLettering {
  /** Width of a label in pixels. */
  readonly width: (label: string) => number
  /** `step`: milliseconds from tick to tick. */
  readonly label: (instant: Instant, step: number) => string
  /** Milliseconds to add for local time, so that ticks fall on whole local hours. */
  readonly offset: number
}

/** The ticks of one part: at whole local times, as many as fit with `gap` between their labels, none over the part's ends. */
export const ticksOf = (part: AxisPart, gap: number, { width, label, offset }: TickLettering): readonly Tick[] => {
  const length = part.to - part.from
  const fits = (step: number): boolean => (part.width * step) / length >= width(label(part.from, step)) + gap
  const step = length <= 0 ? undefined : steps.find(fits)
  if (step === undefined) return []
  const ticks: Tick[] = []
  let free = part.x
  for (let instant = Math.ceil((part.from + offset) / step) * step - offset; instant <= part.to; instant += step) {
    const tick = { instant, label: label(instant, step), x: positionOn([part], instant) }
    const half = width(tick.label) / 2
    if (tick.x - half < free || tick.x + half > part.x + part.width) continue
    ticks.push(tick)
    free = tick.x + half + gap
  }
  return ticks
}
