import '@vscode-elements/elements/dist/vscode-button/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { ExplanationView, FindingView } from '../../protocol'
import { finding } from './finding'
import { operationCode } from '../pieces/operationCode'
import type { Panel } from '../panel'
import { prose } from '../pieces/prose'
import { section } from '../pieces/section'
import { texts } from '../texts'
import { toneSign } from '../pieces/tone'

const nearestOperations = ({ nearest }: ExplanationView, panel: Panel): TemplateResult => html`
  <div class="nearest">
    <h3>${texts.nearest}</h3>
    <ol>
      ${nearest.map(({ operation, why }) => html`<li>${operationCode(operation)} <span class="muted">${prose(why, panel)}</span></li>`)}
    </ol>
  </div>
`

const conversationChoice = ({ say }: Panel): TemplateResult => html`
  <div class="offer">
    <span>${texts.chooseMore}</span>
    <vscode-button
      secondary
      @click=${() => {
        say({ type: 'chooseConversation' })
      }}
      >${texts.chooseConversation}</vscode-button
    >
  </div>
`

const decides = ({ severity }: FindingView): boolean => severity === 'error' || severity === 'unknown'

const findings = (list: readonly FindingView[], panel: Panel): TemplateResult | typeof nothing =>
  list.length === 0 ? nothing : html`<div class="findings">${list.map((each) => finding(each, panel, `explanation/${each.rule}`))}</div>`

/** What a pasted request or error means: what decides, what to use instead, and then the rest. */
export const explanation = (view: ExplanationView, panel: Panel): TemplateResult =>
  section(
    'explanation',
    html`
      <div class="card explanation explanation-${view.verdict.tone}">
        <p class="exchange">${operationCode(view.title)}</p>
        <p class="verdict">${toneSign(view.verdict.tone)}<strong>${prose(view.verdict.text, panel)}</strong></p>
        ${findings(view.findings.filter(decides), panel)} ${view.nearest.length === 0 ? nothing : nearestOperations(view, panel)}
        ${view.offersConversationChoice ? conversationChoice(panel) : nothing}
        ${findings(
          view.findings.filter((each) => !decides(each)),
          panel
        )}
      </div>
    `
  )
