import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { formatInstant, type Instant } from '../../../model/instant'
import type { SendView } from '../../protocol'
import type { Panel } from '../panel'
import { prose } from '../pieces/prose'
import { section } from '../pieces/section'
import { toneMark } from '../pieces/tone'

const moment = (instant: Instant, panel: Panel): unknown => prose(formatInstant(instant), panel)

const send = ({ at, text, steps, outcome }: SendView, panel: Panel): TemplateResult => html`
  <li class="send">
    <div class="send-head"><span class="send-at">${moment(at, panel)}</span><span class="send-text" title=${text}>${text}</span></div>
    <ol class="steps">
      ${steps.map(
        (step) =>
          html`<li class="step step-${step.tone}">
            ${toneMark(step.tone)}<span
              >${step.label}${step.at === undefined ? nothing : html` <span class="muted">${moment(step.at, panel)}</span>`}</span
            >
          </li>`
      )}
    </ol>
    ${outcome === undefined ? nothing : html`<p class="send-outcome">${prose(outcome, panel)}</p>`}
  </li>
`

/** What became of each message sent from here, newest first. */
export const sends = (view: readonly SendView[], panel: Panel): TemplateResult =>
  section(
    'sends',
    html`<ol class="sends">
      ${repeat(
        view,
        ({ id }) => id,
        (each) => send(each, panel)
      )}
    </ol>`
  )
