import '@vscode-elements/elements/dist/vscode-progress-bar/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { PanelView } from '../protocol'
import { actionsPart } from './parts/actions'
import { explanation } from './parts/explanation'
import { header } from './parts/header'
import { message } from './parts/message'
import { nextStep } from './parts/nextStep'
import type { Panel } from './panel'
import { request } from './parts/request'
import { routes } from './parts/routes'
import { sends } from './parts/sends'
import { texts } from './texts'
import { timeline } from './timeline/timeline'

/** The whole panel, from who it is to what became of it. */
export const panelView = (view: PanelView, panel: Panel): TemplateResult => html`
  <main aria-busy=${view.busy ? 'true' : 'false'}>
    ${view.busy ? html`<vscode-progress-bar indeterminate aria-label=${texts.busy}></vscode-progress-bar>` : nothing} ${header(view, panel)}
    ${view.explanation === undefined ? nothing : explanation(view.explanation, panel)} ${nextStep(view, panel)}
    ${view.conversation === undefined ? nothing : timeline(view.conversation, panel)}
    ${view.routes === undefined ? nothing : routes(view.routes, panel)}
    ${view.actions === undefined ? nothing : actionsPart(view.actions, panel)}
    <div class="beside">
      ${view.message === undefined ? nothing : message(view.message, view, panel)}
      ${view.request === undefined ? nothing : request(view.request, panel)}
    </div>
    <div aria-live="polite">${view.sends.length === 0 ? nothing : sends(view.sends, panel)}</div>
  </main>
`
