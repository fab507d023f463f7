import type { MarkKind, TimelineMark } from '../../../model/timeline'
import { positionOn, type AxisPart } from './axis'
import type { Box } from './box'

/** One message, or several of a kind that lie too close to be told apart. */
export interface MarkShape {
  readonly kind: MarkKind
  readonly marks: readonly [TimelineMark, ...TimelineMark[]]
  readonly box: Box
}

const size = 8

/** What matters most is drawn last, and so is not covered. */
const kinds: readonly MarkKind[] = ['plain', 'pending', 'failed']

const ofKind = (
  kind: MarkKind,
  all: readonly TimelineMark[],
  y: number,
  axis: readonly AxisPart[],
  right: number
): readonly MarkShape[] => {
  const shapes: MarkShape[] = []
  let open: { marks: [TimelineMark, ...TimelineMark[]]; first: number; last: number } | undefined
  const close = (): void => {
    if (open === undefined) return
    const { marks, first, last } = open
    shapes.push({ kind, marks, box: { x: first - size / 2, y, width: last - first + size, height: size } })
  }
  for (const mark of all.filter((candidate) => candidate.kind === kind).toSorted((a, b) => a.at - b.at)) {
    const x = Math.min(positionOn(axis, mark.at), right - size / 2)
    if (open !== undefined && x - open.last < size) {
      open.marks.push(mark)
      open.last = x
    } else {
      close()
      open = { marks: [mark], first: x, last: x }
    }
  }
  close()
  return shapes
}

/** The marks of a lane, at the height `y`, none over the picture's end `right`. In the order in which they are drawn. */
export const markShapes = (marks: readonly TimelineMark[], y: number, axis: readonly AxisPart[], right: number): readonly MarkShape[] =>
  kinds.flatMap((kind) => ofKind(kind, marks, y, axis, right))
