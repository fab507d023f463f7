import { html, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { BarState } from '../../../model/timeline'
import { texts } from '../texts'
import { breakSign, isPerson, mark, rect } from './picture'
import type { TimelineShape } from './shape'

/** A sign of the picture, and what it means. */
interface Entry {
  readonly sign: SVGTemplateResult
  readonly words: string
}

const markBox = { x: 5, y: 1, width: 8, height: 8 }
const areaBox = { x: 1, y: 0.5, width: 16, height: 9 }

const markEntries = ({ lanes }: TimelineShape): readonly Entry[] => {
  const drawn = lanes.flatMap(({ lane: { party }, marks }) => marks.map(({ kind }) => ({ kind, fromPerson: isPerson(party) })))
  const pending = drawn.find(({ kind }) => kind === 'pending')
  const plain = (fromPerson: boolean): boolean => drawn.some((each) => each.kind === 'plain' && each.fromPerson === fromPerson)
  const entry = (kind: (typeof drawn)[number]['kind'], fromPerson: boolean, words: string): Entry => ({
    sign: mark({ kind, box: markBox }, fromPerson),
    words
  })
  return [
    ...(plain(true) ? [entry('plain', true, texts.legend.person)] : []),
    ...(plain(false) ? [entry('plain', false, texts.legend.machine)] : []),
    ...(pending ? [entry('pending', pending.fromPerson, texts.legend.pending)] : []),
    ...(drawn.some(({ kind }) => kind === 'failed') ? [entry('failed', true, texts.legend.failed)] : [])
  ]
}

/** Bars that do not look like a communication that is connected or was. */
const explainedBars = ['alerting', 'parked', 'wrapUp', 'unrecognised'] as const satisfies readonly BarState[]

const barEntries = ({ lanes }: TimelineShape): readonly Entry[] => {
  const drawn = new Set(lanes.flatMap(({ bars }) => bars.map(({ bar }) => bar.state)))
  return explainedBars
    .filter((state) => drawn.has(state))
    .map((state) => ({ sign: rect(areaBox, `bar bar-${state}`, 2), words: texts.legend[state] }))
}

const windowEntries = ({ window }: TimelineShape): readonly Entry[] =>
  window === undefined ? [] : [{ sign: rect(areaBox, 'reply-window', 0), words: texts.legend.window }]

const silenceEntries = ({ breaks }: TimelineShape): readonly Entry[] =>
  breaks.length === 0 ? [] : [{ sign: breakSign(9, 5), words: texts.legend.silence }]

/** What the signs mean that are in the picture, and no others. */
export const legendOf = (shape: TimelineShape): readonly Entry[] => [
  ...markEntries(shape),
  ...barEntries(shape),
  ...windowEntries(shape),
  ...silenceEntries(shape)
]

export const legend = (shape: TimelineShape): TemplateResult =>
  html`<span class="legend"
    >${legendOf(shape).map(
      ({ sign, words }) =>
        html`<span class="sample party-plain"><svg width="18" height="10" aria-hidden="true">${sign}</svg>${words}</span>`
    )}</span
  >`
