import type { Timeline } from '../../../model/timeline'
import type { Panel } from '../panel'
import type { Box } from './box'
import type { TimelineShape } from './shape'
import { barWords, landmarkWords, markWords, silenceWords } from './words'

/** Something in the picture that can be pointed at. */
export interface Thing {
  /** The row it is in, from the top: the lanes, then one more for what concerns the whole conversation. */
  readonly row: number
  readonly box: Box
  readonly words: string
}

/** A thing, and where the moment lies at which it begins. */
type Placed = Omit<Thing, 'row'> & { readonly x: number }

/** All things, row by row, each row from left to right. */
export const thingsOf = (shape: TimelineShape, timeline: Timeline, panel: Pick<Panel, 'now' | 'time'>): readonly Thing[] => {
  const lanes = shape.lanes.map((lane): readonly Placed[] => [
    ...lane.bars.map((bar) => ({ x: bar.box.x, box: bar.box, words: barWords(bar, lane, panel) })),
    ...lane.marks.map((mark) => ({ x: mark.box.x + mark.box.height / 2, box: mark.box, words: markWords(mark, lane, panel) }))
  ])
  const whole: readonly Placed[] = [
    ...shape.landmarks.map(({ kind, instant, x, label: { box } }) => ({ x, box, words: landmarkWords(kind, instant, timeline, panel) })),
    ...shape.breaks.map(({ box, silence }) => ({ x: box.x, box, words: silenceWords(silence, timeline, panel) }))
  ]
  return [...lanes, whole].flatMap((things, row) => things.toSorted((a, b) => a.x - b.x).map(({ box, words }) => ({ row, box, words })))
}

const nearestIn = (things: readonly Thing[], row: number, x: number): number => {
  const distance = ({ box }: Thing): number => Math.abs(box.x + box.width / 2 - x)
  return things.reduce((best, thing, index) => {
    const rival = things[best]
    return thing.row === row && (rival?.row !== row || distance(thing) < distance(rival)) ? index : best
  }, -1)
}

/** Where a key leads from the thing at `from`; `undefined` when the key means nothing here. With nothing pointed at, any arrow leads to the first. */
export const thingAfter = (key: string, from: number | undefined, things: readonly Thing[]): number | undefined => {
  const last = things.length - 1
  if (last < 0 || !['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return undefined
  const current = from === undefined ? undefined : things[from]
  if (from === undefined || current === undefined) return 0
  const inRow = (direction: 1 | -1): number => {
    const rows = [...new Set(things.map(({ row }) => row))]
    const row = rows[rows.indexOf(current.row) + direction]
    return row === undefined ? from : nearestIn(things, row, current.box.x + current.box.width / 2)
  }
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1)
    case 'ArrowRight':
      return Math.min(last, from + 1)
    case 'ArrowUp':
      return inRow(-1)
    case 'ArrowDown':
      return inRow(1)
    case 'Home':
      return 0
    default:
      return last
  }
}
