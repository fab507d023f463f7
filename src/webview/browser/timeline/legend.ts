import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import { texts } from '../texts'
import { rect } from './picture'

const sample = (shape: SVGTemplateResult, words: string): TemplateResult =>
  html`<span class="sample party-plain"><svg width="14" height="10" aria-hidden="true">${shape}</svg>${words}</span>`

const dot = { x: 2, y: 1, width: 8, height: 8 }

/** What the signs in the picture mean. */
export const legend: TemplateResult = html`<span class="legend">
  ${sample(rect(dot, 'mark hollow', 4), texts.legendPeople)} ${sample(rect(dot, 'mark filled', 4), texts.legendMachine)}
  ${sample(svg`<path class="mark failed" d="M2 1L10 9M2 9L10 1"></path>`, texts.legendFailed)}
  ${sample(rect({ x: 1, y: 1, width: 12, height: 8 }, 'bar bar-alerting', 2), texts.legendAlerting)}
</span>`
