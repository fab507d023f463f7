import '@vscode-elements/elements/dist/vscode-button/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ContentView, MessageView, PanelView } from '../../protocol'
import type { Panel } from '../panel'
import { connectionChip } from '../pieces/chip'
import { fieldRow } from '../pieces/field'
import { prose } from '../pieces/prose'
import { section } from '../pieces/section'
import { toneMark } from '../pieces/tone'
import { contentProblemId, messageContent } from './messageContent'

const problemOf = (content: ContentView): string | undefined => (content.kind === 'none' ? undefined : content.problem)

/** What is sent, and the button that sends it. */
export const message = (view: MessageView, where: Pick<PanelView, 'connection' | 'notConnected'>, panel: Panel): TemplateResult => {
  const { label, enabled, why } = view.send
  // What is already said at the content is not said again.
  const ownWhy = why === problemOf(view.content) ? undefined : why
  const send = (): void => {
    if (enabled) panel.say({ type: 'send' })
  }
  return section(
    'message',
    html`
      ${view.kinds === undefined ? nothing : fieldRow(view.kinds, panel)} ${messageContent(view.content, panel)}
      <div class="fields">
        ${repeat(
          view.fields,
          ({ id }) => id,
          (field) => fieldRow(field, panel)
        )}
      </div>
      <div class="send-line">
        <vscode-button
          ?disabled=${!enabled}
          aria-disabled=${enabled ? 'false' : 'true'}
          aria-describedby=${why === undefined ? nothing : ownWhy === undefined ? contentProblemId : 'send-why'}
          @click=${send}
          >${label}</vscode-button
        >
        ${connectionChip(where)}
      </div>
      ${ownWhy === undefined ? nothing : html`<p class="send-why" id="send-why">${toneMark('caution')}<span>${prose(ownWhy, panel)}</span></p>`}
    `
  )
}
