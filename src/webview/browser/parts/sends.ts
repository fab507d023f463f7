import '@vscode-elements/elements/dist/vscode-button/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { formatInstant, type Instant } from '../../../model/instant'
import type { SendView } from '../../protocol'
import type { Panel } from '../panel'
import { disclosure } from '../pieces/disclosure'
import { prose } from '../pieces/prose'
import { section } from '../pieces/section'
import { toneMark } from '../pieces/tone'
import { texts } from '../texts'
import { finding } from './finding'

const moment = (instant: Instant, panel: Panel): unknown => prose(formatInstant(instant), panel)

const findingsOf = ({ id, findings }: SendView, panel: Panel): unknown =>
  findings.length === 0
    ? nothing
    : disclosure(
        `send:${id}`,
        texts.details(findings.length),
        () => html`<div class="findings">${findings.map((each) => finding(each, panel))}</div>`,
        panel
      )

/** Buttons are named with the text of their send: there may be several of a kind. */
const actionsOf = ({ id, text, actions }: SendView, { say }: Panel): unknown =>
  actions.length === 0
    ? nothing
    : html`<div class="send-actions">
        ${actions.map(
          ({ id: act, label }) =>
            html`<vscode-button
              secondary
              aria-label=${text === '' ? label : `${label}: ${text}`}
              @click=${() => {
                say({ type: 'onSend', send: id, act })
              }}
              >${label}</vscode-button
            >`
        )}
      </div>`

const send = (view: SendView, panel: Panel): TemplateResult => html`
  <li class="send">
    <div class="send-head">
      <span class="send-at">${moment(view.at, panel)}</span><span class="send-text" title=${view.text}>${view.text}</span>
    </div>
    <ol class="steps">
      ${view.steps.map(
        (step) =>
          html`<li class="step step-${step.tone}">
            ${toneMark(step.tone)}<span
              >${step.label}${step.at === undefined ? nothing : html` <span class="muted">${moment(step.at, panel)}</span>`}</span
            >
          </li>`
      )}
    </ol>
    ${view.outcome === undefined ? nothing : html`<p class="send-outcome">${prose(view.outcome, panel)}</p>`} ${findingsOf(view, panel)}
    ${actionsOf(view, panel)}
  </li>
`

/** What became of each message sent from this conversation, newest first. */
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
