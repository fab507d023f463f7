import '@vscode-elements/elements/dist/vscode-progress-bar/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { minutes } from '../../model/instant'
import type { PanelPart, PanelView } from '../protocol'
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
 * @param only the part that is drawn before everything else; absent: all of it
 */
export const panelView = (view: PanelView, panel: Panel, only?: PanelPart): TemplateResult => {
  const { explanation: explained, conversation, routes: ways, actions } = view
  const looks = [panel.visual, panel.width, Math.floor(panel.now / minutes(1))]
  const isAll = only === undefined
  const part = (name: PanelPart, draw: () => unknown): unknown => (isAll || only === name ? draw() : nothing)
  return html`
    <main aria-busy=${view.busy ? 'true' : 'false'}>
      ${view.busy ? html`<vscode-progress-bar indeterminate aria-label=${texts.busy}></vscode-progress-bar>` : nothing}
      ${isAll ? header(view, panel) : nothing}
      ${part('explanation', () => guard([explained, ...looks], () => (explained === undefined ? nothing : explanation(explained, panel))))}
      ${isAll ? nextStep(view, panel) : nothing}
      ${guard([isAll, conversation, panel.pointed, ...looks], () => (conversation === undefined || !isAll ? nothing : timeline(conversation, panel)))}
      ${part('routes', () => guard([ways, ways && panel.chosenRoute(ways.chosen), ...looks], () => (ways === undefined ? nothing : routes(ways, panel))))}
      ${part('actions', () => guard([actions, panel.copiedAction, ...looks], () => (actions === undefined ? nothing : actionsPart(actions, panel))))}
      <div class="beside">
        ${part('message', () => (view.message === undefined ? nothing : message(view.message, view, panel)))}
        ${part('message', () => (view.request === undefined ? nothing : request(view.request, panel)))}
      </div>
      <div aria-live="polite">${part('sends', () => (view.sends.length === 0 ? nothing : sends(view.sends, panel)))}</div>
    </main>
  `
}
