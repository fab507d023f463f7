import { hours, type Instant } from '../../../model/instant'
import type { Timeline } from '../../../model/timeline'

/** A stretch of time in which nothing begins, ends or is said. */
export interface Silence {
  readonly from: Instant
  readonly to: Instant
}

/** The last moment in the picture. */
export const endOf = ({ from, now, endedAt = now, windowUntil = now }: Timeline): Instant => Math.max(from, now, endedAt, windowUntil)

/** Every moment at which something begins, ends or is said, and the ends of the picture, in order. */
const momentsOf = (timeline: Timeline): readonly Instant[] => {
  const { from, now, endedAt = now, windowUntil = now, lanes } = timeline
  const end = endOf(timeline)
  const happened = lanes.flatMap(({ bars, marks }) => [...bars.flatMap((bar) => [bar.from, bar.to]), ...marks.map(({ at }) => at)])
  const inside = [now, endedAt, windowUntil, ...happened].filter((moment) => moment > from && moment < end)
  return [from, ...new Set(inside.sort((a, b) => a - b)), end]
}

const lengthOf = ({ from, to }: Silence): number => to - from

const shortest = hours(1)
/** So much of the picture what is no silence takes where it can be told apart, or so much of the longest gap the shortest one. */
const readable = 1 / 8
/** A silence is left out only when it is so many times as long as any that is not: what is about equally long is treated alike. */
const clearly = 1.5
/** With more of them the picture would be a comb, in which the silences say more as they are. */
const most = 16

/**
 * The silences that are broken out of the axis, in the order of time: of those that last an hour or more the longest, as few as leave the rest readable.
 * None where that would take more than sixteen, or where nothing but silences of about one length is there.
 */
export const longSilences = (timeline: Timeline): readonly Silence[] => {
  const gaps = momentsOf(timeline).flatMap((to, index, moments) => {
    const from = moments[index - 1]
    return from === undefined ? [] : [{ from, to }]
  })
  const longestFirst = gaps.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  const isLong = (gap: Silence): boolean => lengthOf(gap) >= shortest
  let rest = endOf(timeline) - timeline.from
  let silent = longestFirst.filter(isLong).reduce((total, gap) => total + lengthOf(gap), 0)
  for (const [count, gap] of longestFirst.slice(0, most + 1).entries()) {
    const before = longestFirst[count - 1]
    const isClear = before === undefined || !isLong(gap) || lengthOf(before) > clearly * lengthOf(gap)
    const isReadable = rest - silent >= readable * rest || lengthOf(longestFirst.at(-1) ?? gap) >= readable * lengthOf(gap)
    if (isClear && isReadable) return longestFirst.slice(0, count).toSorted((a, b) => a.from - b.from)
    if (!isLong(gap)) break
    rest -= lengthOf(gap)
    silent -= lengthOf(gap)
  }
  return []
}
