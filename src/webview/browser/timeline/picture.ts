import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { Party } from '../../../model/conversation'
import type { BarShape } from './bars'
import type { Box } from './box'
import type { MarkShape } from './marks'
import type { BreakShape, Landmark, LaneShape, TimelineShape } from './shape'
import type { Thing } from './things'

/** A rectangle in the picture. */
export const rect = ({ x, y, width, height }: Box, className: string, radius: number): SVGTemplateResult =>
  svg`<rect class=${className} x=${x} y=${y} width=${width} height=${height} rx=${radius}></rect>`

const barLabel = (label: string, { x, y, width, height }: Box, labelX: number): SVGTemplateResult =>
  svg`<text class="bar-label ${labelX > x + width ? 'beside' : ''}" x=${labelX} y=${y + height / 2} dominant-baseline="central">${label}</text>`

/** Messages of the other parties come from machines. */
export const isPerson = (party: Party): boolean => party === 'customer' || party === 'agent'

const bar = ({ bar: { state, label }, box, labelX }: BarShape): SVGTemplateResult =>
  svg`${rect(box, `bar bar-${state}`, 2)}${labelX === undefined ? nothing : barLabel(label, box, labelX)}`

const messageMark = ({ x, y, width, height }: Box, fromPerson: boolean): SVGTemplateResult => {
  const halfStroke = 0.75
  const inside = { x: x + halfStroke, y: y + halfStroke, width: width - 2 * halfStroke, height: height - 2 * halfStroke }
  return rect(inside, fromPerson ? 'mark hollow' : 'mark filled', height / 2)
}

/** A sign as wide as its box is high; of several messages, with a line as far as they reach. */
const sign = (path: string, className: string, { x, y, width, height }: Box): SVGTemplateResult => {
  const reach = width > height ? `M${x + height} ${y + height / 2}H${x + width}` : ''
  return svg`<path class=${className} d=${`M${x} ${y}${path}${reach}`}></path>`
}

/** How messages of a kind are drawn, hollow from a person and filled from a machine: as a round, as a triangle that points on, or as a cross. */
export const mark = ({ kind, box }: Pick<MarkShape, 'kind' | 'box'>, fromPerson: boolean): SVGTemplateResult => {
  const { height } = box
  switch (kind) {
    case 'plain':
      return messageMark(box, fromPerson)
    case 'pending':
      return sign(`l${height} ${height / 2}l${-height} ${height / 2}z`, `mark ${fromPerson ? 'hollow' : 'filled'}`, box)
    case 'failed':
      return sign(`l${height} ${height}m${-height} 0l${height} ${-height}`, 'mark failed', box)
  }
}

const lane = (shape: LaneShape): SVGTemplateResult => {
  const { party } = shape.lane
  return svg`<g class="lane party-${party}">
    <text class="lane-label" x="0" y=${shape.middle} dominant-baseline="central">${shape.label}</text>
    <line class="lane-line" x1=${shape.box.x} x2=${shape.box.x + shape.box.width} y1=${shape.middle} y2=${shape.middle}></line>
    ${shape.bars.map(bar)}
    ${shape.marks.map((each) => mark(each, isPerson(party)))}
  </g>`
}

const slant = 4

/** Two short slanted strokes at the height `y`, where the axis leaves something out. */
export const breakSign = (x: number, y: number): SVGTemplateResult =>
  svg`<path class="break-sign" d=${[-slant, slant / 2].map((left) => `M${x + left} ${y + slant}L${x + left + slant / 2} ${y - slant}`).join('')}></path>`

/** A band behind the lanes, which go on through it. */
const breakBand = ({ box }: BreakShape): SVGTemplateResult => rect(box, 'break-band', 0)

const breakOnAxis = ({ box: { x, width, height }, label }: BreakShape, labelY: number): SVGTemplateResult => svg`
  ${breakSign(x + width / 2, height)}
  ${label === undefined ? nothing : svg`<text class="tick-label" x=${label.left} y=${labelY}>${label.text}</text>`}
`

const landmark = ({ kind, x, label: { text, box } }: Landmark, bottom: number): SVGTemplateResult => svg`
  ${kind === 'end' || kind === 'now' ? svg`<line class="landmark ${kind}" x1=${x} x2=${x} y1="0" y2=${bottom + 4}></line>` : nothing}
  <text class="landmark-label ${kind}" x=${box.x} y=${box.y + box.height / 2} dominant-baseline="central">${text}</text>
`

/** Over each thing, above higher ones, an area that can be hit easily and that says what the thing is. */
const hitArea = ({ box: { x, y, width, height }, words }: Thing, pointed: boolean, point: () => void): SVGTemplateResult => svg`
  <rect class="hit ${pointed ? 'pointed' : ''}" x=${x - 2} y=${y - 2} width=${width + 4} height=${height + 4} rx="3" @pointerenter=${point}>
    <title>${words}</title>
  </rect>
`

/** The drawing. `label` says it in words; `point` is called with the place of the thing that the pointer comes to. */
export const picture = (
  shape: TimelineShape,
  things: readonly Thing[],
  label: string,
  pointed: number | undefined,
  point: (thing: number) => void
): TemplateResult => html`
  <svg class="timeline" role="img" aria-label=${label} width=${shape.width} height=${shape.height}>
    <defs>
      <pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatch" x1="0" x2="0" y1="0" y2="7"></line>
      </pattern>
    </defs>
    ${shape.window === undefined ? nothing : rect(shape.window, 'reply-window', 0)} ${shape.breaks.map(breakBand)} ${shape.lanes.map(lane)}
    <path class="tick" d=${shape.ticks.map(({ x }) => `M${x} ${shape.plot.height}v4`).join('')}></path>
    ${shape.ticks.map(({ x, label: text }) => svg`<text class="tick-label" x=${x} y=${shape.tickY} text-anchor="middle">${text}</text>`)}
    <line class="axis" x1=${shape.plot.x} x2=${shape.plot.x + shape.plot.width} y1=${shape.plot.height} y2=${shape.plot.height}></line>
    ${shape.breaks.map((each) => breakOnAxis(each, shape.tickY))} ${shape.landmarks.map((each) => landmark(each, shape.plot.height))}
    ${[...things.entries()]
      .toSorted(([, a], [, b]) => b.box.height - a.box.height)
      .map(([index, thing]) =>
        hitArea(thing, index === pointed, () => {
          point(index)
        })
      )}
  </svg>
`
