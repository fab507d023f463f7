import '@vscode-elements/elements/dist/vscode-button/index.js'
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ActionOutcomeView, ActionsView, ActionView } from '../../protocol'
import type { Panel } from '../panel'
import { chip } from '../pieces/chip'
import { disclosure } from '../pieces/disclosure'
import { operationCode } from '../pieces/operationCode'
import { prose } from '../pieces/prose'
import { section } from '../pieces/section'
import { toneSign } from '../pieces/tone'
import { texts } from '../texts'
import { withDisclosure, type VisualState } from '../visualState'
import { finding } from './finding'

const notOfferedId = 'actions-not-offered'
const requestId = (id: string): string => `action-request:${id}`
const findingsId = (id: string): string => `action:${id}`

/** The id of an action’s heading. */
export const actionHeadingId = (id: string): string => `action-${id}`

/** The state in which an action can be seen with its request and its findings. */
export const withActionUnfolded = (state: VisualState, { list }: ActionsView, id: string): VisualState => {
  const isFolded = list.some((action) => action.id === id && action.act === undefined)
  return [requestId(id), findingsId(id), ...(isFolded ? [notOfferedId] : [])].reduce(
    (unfolded, disclosed) => withDisclosure(unfolded, disclosed, true),
    state
  )
}

const request = (view: ActionView, panel: Panel): TemplateResult => {
  const copied = panel.copiedAction === view.id
  return html`
    <div class="action-request">
      <div class="tab-line">
        <span class="muted">${texts.sentAs} ${view.request.sentAs}</span>
        <vscode-toolbar-button
          icon=${copied ? 'check' : 'copy'}
          @click=${() => {
            panel.copyAction(view.id)
          }}
          >${copied ? texts.copied : texts.copyAsCurl}</vscode-toolbar-button
        >
      </div>
      <pre tabindex="0" aria-label=${texts.requestFor(view.title)}>${view.request.text}</pre>
    </div>
  `
}

const button = ({ id, act }: ActionView, { say }: Panel): TemplateResult | typeof nothing =>
  act === undefined
    ? nothing
    : html`<vscode-button
        ?secondary=${!act.prominent}
        ?disabled=${!act.enabled}
        @click=${() => {
          say({ type: 'act', action: id })
        }}
        >${act.label}</vscode-button
      >`

const action = (view: ActionView, panel: Panel): TemplateResult => html`
  <article class="card action" aria-labelledby=${actionHeadingId(view.id)}>
    <div class="action-head">
      ${toneSign(view.verdict.tone)}
      <div class="action-words">
        <div class="route-title">
          <h3 class="route-name" id=${actionHeadingId(view.id)} tabindex="-1">${view.title}</h3>
          ${operationCode(view.operation)}
        </div>
        <p class="route-reason"><strong>${view.verdict.text}</strong><span class="muted">${prose(view.reason, panel)}</span></p>
        <p>${prose(view.opens, panel)}</p>
        <p class="muted">${prose(view.effect, panel)}</p>
      </div>
      <div class="action-side">${chip(texts.confidence, view.confidence)} ${button(view, panel)}</div>
    </div>
    ${disclosure(requestId(view.id), texts.headings.request, () => request(view, panel), panel)}
    ${
      view.findings.length === 0
        ? nothing
        : disclosure(
            findingsId(view.id),
            texts.details(view.findings.length),
            () => html`<div class="findings">${view.findings.map((each) => finding(each, panel))}</div>`,
            panel
          )
    }
  </article>
`

const outcome = ({ title, text, tone, findings }: ActionOutcomeView, panel: Panel): TemplateResult => html`
  <div class="action-outcome">
    <p>${toneSign(tone)} <strong>${title}:</strong> ${prose(text, panel)}</p>
    ${
      findings.length === 0
        ? nothing
        : disclosure(
            'action-outcome',
            texts.details(findings.length),
            () => html`<div class="findings">${findings.map((each) => finding(each, panel))}</div>`,
            panel
          )
    }
  </div>
`

const actions = (views: readonly ActionView[], panel: Panel): TemplateResult =>
  html`${repeat(
    views,
    ({ id }) => id,
    (each) => action(each, panel)
  )}`

/** What can be done to the conversation so that a message gets into it. Those that will fail are folded away, with their reasons. */
export const actionsPart = (view: ActionsView, panel: Panel): TemplateResult | typeof nothing => {
  const { list, impossible, notApplicable } = view
  if (list.length === 0 && impossible === undefined && notApplicable === undefined && view.outcome === undefined) return nothing
  const offered = list.filter(({ act }) => act !== undefined)
  const others = list.filter(({ act }) => act === undefined)
  return section(
    'actions',
    html`
      <div aria-live="polite">${view.outcome === undefined ? nothing : outcome(view.outcome, panel)}</div>
      ${
        notApplicable === undefined
          ? nothing
          : html`<p>${toneSign('caution')} <strong>${notApplicable.title}:</strong> ${notApplicable.why}</p>`
      }
      ${impossible === undefined ? nothing : html`<p class="muted">${prose(impossible, panel)}</p>`}
      <div class="actions">${actions(offered, panel)}</div>
      ${
        others.length === 0
          ? nothing
          : disclosure(
              notOfferedId,
              texts.notOffered(others.length),
              () => html`<div class="actions">${actions(others, panel)}</div>`,
              panel
            )
      }
    `
  )
}
