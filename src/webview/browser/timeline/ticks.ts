import { days, hours, minutes, type Instant } from '../../../model/instant'
import { positionOn, type AxisPart } from './axis'

/** From a second to four weeks: the distances between ticks that people read easily. */
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * 1000),
  ...[1, 2, 5, 10, 15, 30].map(minutes),
  ...[1, 2, 3, 6, 12].map(hours),
  ...[1, 2, 7, 14, 28].map(days)
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
  /**
   * @param step milliseconds from tick to tick
   * @param before the moment that the reader comes from: the tick before, or the start
   */
  readonly label: (instant: Instant, step: number, before: Instant) => string
  /** Milliseconds to add to this instant for local time, so that ticks fall on whole local hours. */
  readonly offset: (instant: Instant) => number
}

/** Where something else is written. */
interface Taken {
  readonly left: number
  readonly width: number
}

const takenGap = 8

/** What the ticks of a part follow. */
interface Before {
  readonly instant: Instant
  /** Where the next label may begin. */
  readonly free: number
}

const ticksOfPart = (
  part: AxisPart,
  taken: readonly Taken[],
  gap: number,
  before: Before,
  { width, label, offset }: TickLettering
): readonly Tick[] => {
  const length = part.to - part.from
  const fits = (step: number): boolean => (part.width * step) / length >= width(label(part.from, step, part.from)) + gap
  const step = length <= 0 ? undefined : steps.find(fits)
  if (step === undefined) return []
  const offsetAtStart = offset(part.from)
  // The clocks may be changed within the part.
  const instantAt = (local: number): Instant => local - offset(local - offsetAtStart)
  const ticks: Tick[] = []
  let { free } = before
  for (let local = Math.ceil((part.from + offsetAtStart) / step) * step; instantAt(local) <= part.to; local += step) {
    const instant = instantAt(local)
    const x = positionOn([part], instant)
    const text = label(instant, step, ticks.at(-1)?.instant ?? before.instant)
    const half = width(text) / 2
    const isTaken = taken.some((other) => x - half < other.left + other.width + takenGap && other.left < x + half + takenGap)
    if (isTaken || instant < part.from || x - half < Math.max(part.x, free) || x + half > part.x + part.width) continue
    ticks.push({ instant, label: text, x })
    free = x + half + gap
  }
  return ticks
}

/**
 * At whole local times, as many as fit with `gap` pixels between two labels, none over the end of its part nor over what is `taken`. A silence has
 * none.
 */
export const ticksOf = (axis: readonly AxisPart[], taken: readonly Taken[], gap: number, lettering: TickLettering): readonly Tick[] => {
  const ticks: Tick[] = []
  for (const part of axis) {
    if (part.kind === 'silence') continue
    const last = ticks.at(-1)
    const before = {
      instant: last?.instant ?? axis[0]?.from ?? part.from,
      free: last === undefined ? part.x : last.x + lettering.width(last.label) / 2 + gap
    }
    ticks.push(...ticksOfPart(part, taken, gap, before, lettering))
  }
  return ticks
}
