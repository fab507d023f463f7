import '@vscode-elements/elements/dist/vscode-progress-bar/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { minutes } from '../../model/instant'
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

/**
 * The whole panel, from who it is to what became of it. It is drawn anew for every keystroke: the parts that a keystroke does not change are
 * passed over, for a picture of thousands of messages takes longer than a frame.
 */
export const panelView = (view: PanelView, panel: Panel): TemplateResult => {
  const { explanation: explained, conversation, routes: ways, actions } = view
  const looks = [panel.visual, panel.width, Math.floor(panel.now / minutes(1))]
  return html`
    <main aria-busy=${view.busy ? 'true' : 'false'}>
      ${view.busy ? html`<vscode-progress-bar indeterminate aria-label=${texts.busy}></vscode-progress-bar>` : nothing}
      ${header(view, panel)} ${guard([explained, ...looks], () => (explained === undefined ? nothing : explanation(explained, panel)))}
      ${nextStep(view, panel)}
      ${guard([conversation, panel.pointed, ...looks], () => (conversation === undefined ? nothing : timeline(conversation, panel)))}
      ${guard([ways, ways && panel.chosenRoute(ways.chosen), ...looks], () => (ways === undefined ? nothing : routes(ways, panel)))}
      ${guard([actions, panel.copiedAction, ...looks], () => (actions === undefined ? nothing : actionsPart(actions, panel)))}
      <div class="beside">
        ${view.message === undefined ? nothing : message(view.message, view, panel)}
        ${view.request === undefined ? nothing : request(view.request, panel)}
      </div>
      <div aria-live="polite">${view.sends.length === 0 ? nothing : sends(view.sends, panel)}</div>
    </main>
  `
}
