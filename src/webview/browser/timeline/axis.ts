import type { Instant } from '../../../model/instant'
import type { Timeline } from '../../../model/timeline'
import { endOf, longSilences } from './silences'

/** `talk`: up to the conversation’s end; `after`: from there on; `silence`: a long one, wherever it is. */
type PartKind = 'talk' | 'after' | 'silence'

/** A part of the axis with one scale. */
export interface AxisPart {
  readonly kind: PartKind
  readonly from: Instant
  readonly to: Instant
  readonly x: number
  readonly width: number
}

type Span = Pick<AxisPart, 'kind' | 'from' | 'to'>

/** Wide enough for its length in words. */
const silenceWidth = 52
/** The most of the axis that all silences take together. */
const silenceShare = 2 / 5
/** The most of the rest that what follows the conversation’s end gets. */
const afterShare = 1 / 3
/** So much of the longest talk’s room a short one gets at least. */
const shortTalkShare = 1 / 10

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const spansOf = (timeline: Timeline): readonly Span[] => {
  const { from: start, endedAt = Infinity } = timeline
  const spans: Span[] = []
  let from = start
  const stretchTo = (to: Instant): void => {
    const end = Math.min(Math.max(from, endedAt), to)
    if (end > from) spans.push({ kind: 'talk', from, to: end })
    if (to > end) spans.push({ kind: 'after', from: end, to })
  }
  for (const silence of longSilences(timeline)) {
    stretchTo(silence.from)
    spans.push({ kind: 'silence', ...silence })
    from = silence.to
  }
  stretchTo(endOf(timeline))
  return spans.length === 0 ? [{ kind: 'talk', from: start, to: start }] : spans
}

/** How many pixels of `width` each span gets. */
const widthsOf = (spans: readonly Span[], width: number): readonly number[] => {
  const lengthsOf = (kind: PartKind): readonly number[] => spans.filter((span) => span.kind === kind).map(({ from, to }) => to - from)
  const silences = lengthsOf('silence').length
  const eachSilence = silences === 0 ? 0 : Math.min(silenceWidth, (width * silenceShare) / silences)
  const free = width - silences * eachSilence
  const shortest = Math.max(0, ...lengthsOf('talk')) * shortTalkShare
  const talk = sum(lengthsOf('talk').map((length) => Math.max(length, shortest)))
  const after = sum(lengthsOf('after'))
  const freeAfter = talk === 0 ? free : free * Math.min(afterShare, after / (talk + after))
  return spans.map(({ kind, from, to }) => {
    switch (kind) {
      case 'silence':
        return eachSilence
      case 'after':
        return ((to - from) / after) * freeAfter
      case 'talk':
        return talk === 0 ? free : (Math.max(to - from, shortest) / talk) * (free - freeAfter)
    }
  })
}

/**
 * The scale of the picture, `width` pixels from `x` on: one for all, but that long silences are broken out, that what follows the conversation’s end is
 * compressed where it would get more than a third, and that a talk much shorter than another keeps a little room.
 */
export const axisOf = (timeline: Timeline, x: number, width: number): readonly AxisPart[] => {
  const spans = spansOf(timeline)
  const widths = widthsOf(spans, width)
  return spans.map((span, index) => ({ ...span, x: x + sum(widths.slice(0, index)), width: widths[index] ?? 0 }))
}

/** Where `instant` lies. What is outside the axis lies at its nearer end. */
export const positionOn = (axis: readonly AxisPart[], instant: Instant): number => {
  const part = axis.findLast(({ from }) => from <= instant) ?? axis[0]
  if (part === undefined) return 0
  const length = part.to - part.from
  const ratio = length === 0 ? 1 : (instant - part.from) / length
  return part.x + part.width * Math.min(1, Math.max(0, ratio))
}
