import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { RoutesView, RouteView } from '../../protocol'
import { chip } from '../pieces/chip'
import { disclosure } from '../pieces/disclosure'
import { finding } from './finding'
import { operationCode } from '../pieces/operationCode'
import type { Panel } from '../panel'
import { prose } from '../pieces/prose'
import { headingId, section } from '../pieces/section'
import { texts } from '../texts'
import { toneSign } from '../pieces/tone'

const route = (view: RouteView, index: number, chosen: boolean, panel: Panel): TemplateResult => {
  const id = `route-${index}`
  return html`
    <div class="card route ${chosen ? 'chosen' : ''}">
      <label class="route-head">
        <input
          type="radio"
          name="route"
          aria-labelledby="${id}-title"
          aria-describedby="${id}-verdict ${id}-confidence"
          .checked=${chosen}
          @change=${() => {
            panel.chooseRoute(view.id)
          }}
        />
        ${toneSign(view.verdict.tone)}
        <span class="route-words">
          <span class="route-title" id="${id}-title"
            ><span class="route-name">${view.title}</span>${
              view.operation === undefined ? nothing : html` ${operationCode(view.operation)}`
            }</span
          >
          <span class="route-reason" id="${id}-verdict"
            ><strong>${prose(view.verdict.text, panel)}</strong><span class="muted">${prose(view.reason, panel)}</span></span
          >
        </span>
        <span class="route-confidence" id="${id}-confidence">${chip(texts.confidence, view.confidence)}</span>
      </label>
      ${
        view.findings.length === 0
          ? nothing
          : disclosure(
              `route:${view.id}`,
              texts.details(view.findings.length),
              () => html`<div class="findings">${view.findings.map((each) => finding(each, panel))}</div>`,
              panel
            )
      }
    </div>
  `
}

/** The ways to send, best first. */
export const routes = (view: RoutesView, panel: Panel): TemplateResult => {
  const chosen = panel.chosenRoute(view.chosen)
  return section(
    'routes',
    html`<div class="routes" role="radiogroup" aria-labelledby=${headingId('routes')}>
      ${repeat(
        view.list,
        ({ id }) => id,
        (each, index) => route(each, index, each.id === chosen, panel)
      )}
    </div>`
  )
}
