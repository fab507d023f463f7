import '@vscode-elements/elements/dist/vscode-button/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { PanelView } from '../../protocol'
import type { Panel } from '../panel'
import { texts } from '../texts'

/** What is missing before a conversation can be shown, and the way to it; nothing when one is shown. */
export const nextStep = ({ notConnected, conversation, explanation, busy }: PanelView, { say }: Panel): TemplateResult | typeof nothing => {
  if (notConnected !== undefined) {
    return html`<div class="next-step">
      <p><strong>${notConnected}</strong> ${texts.connectWhy}</p>
      <vscode-button
        @click=${() => {
          say({ type: 'connect' })
        }}
        >${texts.connect}</vscode-button
      >
    </div>`
  }
  if (conversation !== undefined || explanation !== undefined || busy) return nothing
  return html`<div class="next-step">
    <p><strong>${texts.nothingChosen}</strong> ${texts.chooseWhy}</p>
    <vscode-button
      @click=${() => {
        say({ type: 'chooseConversation' })
      }}
      >${texts.chooseConversation}</vscode-button
    >
  </div>`
}
