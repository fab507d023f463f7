import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import type { BarShape, Box, Landmark, LaneShape, MarkShape, TimelineShape } from './shape'
import type { Thing } from './things'

/** A rectangle in the picture. */
export const rect = ({ x, y, width, height }: Box, className: string, radius: number): SVGTemplateResult =>
  svg`<rect class=${className} x=${x} y=${y} width=${width} height=${height} rx=${radius}></rect>`

const barLabel = (label: string, { x, y, width, height }: Box, labelX: number): SVGTemplateResult =>
  svg`<text class="bar-label ${labelX > x + width ? 'beside' : ''}" x=${labelX} y=${y + height / 2} dominant-baseline="central">${label}</text>`

const bar = ({ bar: { state, label }, box, labelX }: BarShape): SVGTemplateResult =>
  svg`${rect(box, `bar bar-${state}`, 2)}${labelX === undefined ? nothing : barLabel(label, box, labelX)}`

const messageMark = ({ x, y, width, height }: Box, fromPerson: boolean): SVGTemplateResult => {
  const halfStroke = 0.75
  const inside = { x: x + halfStroke, y: y + halfStroke, width: width - 2 * halfStroke, height: height - 2 * halfStroke }
  return rect(inside, fromPerson ? 'mark hollow' : 'mark filled', height / 2)
}

/** A cross; of several messages, with a line as far as they reach. */
const failureMark = ({ x, y, width, height }: Box): SVGTemplateResult => {
  const cross = `M${x} ${y}l${height} ${height}m${-height} 0l${height} ${-height}`
  const reach = width > height ? `M${x + height} ${y + height / 2}H${x + width}` : ''
  return svg`<path class="mark failed" d=${cross + reach}></path>`
}

const mark = ({ failed, box }: MarkShape, fromPerson: boolean): SVGTemplateResult =>
  failed ? failureMark(box) : messageMark(box, fromPerson)

const lane = (shape: LaneShape): SVGTemplateResult => {
  const { party } = shape.lane
  const fromPerson = party === 'customer' || party === 'agent'
  return svg`<g class="lane party-${party}">
    <text class="lane-label" x="0" y=${shape.middle} dominant-baseline="central">${shape.label}</text>
    <line class="lane-line" x1=${shape.box.x} x2=${shape.box.x + shape.box.width} y1=${shape.middle} y2=${shape.middle}></line>
    ${shape.bars.map(bar)}
    ${shape.marks.map((each) => mark(each, fromPerson))}
  </g>`
}

const landmark = ({ kind, x, label: { text, box } }: Landmark, bottom: number): SVGTemplateResult => svg`
  ${kind === 'end' || kind === 'now' ? svg`<line class="landmark ${kind}" x1=${x} x2=${x} y1="0" y2=${bottom + 4}></line>` : nothing}
  <text class="landmark-label ${kind}" x=${box.x} y=${box.y + box.height / 2} dominant-baseline="central">${text}</text>
`

/** Over each thing an area that can be hit easily and that says what the thing is. */
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
    ${shape.window === undefined ? nothing : rect(shape.window, 'reply-window', 0)} ${shape.lanes.map(lane)}
    ${shape.ticks.map(
      (tick) => svg`
        <line class="tick" x1=${tick.x} x2=${tick.x} y1=${shape.plot.height} y2=${shape.plot.height + 4}></line>
        <text class="tick-label" x=${tick.x} y=${shape.tickY} text-anchor="middle">${tick.label}</text>
      `
    )}
    <line class="axis" x1=${shape.plot.x} x2=${shape.plot.x + shape.plot.width} y1=${shape.plot.height} y2=${shape.plot.height}></line>
    ${shape.landmarks.map((each) => landmark(each, shape.plot.height))}
    ${things.map((thing, index) =>
      hitArea(thing, index === pointed, () => {
        point(index)
      })
    )}
  </svg>
`
