import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { ConversationView, PanelView } from '../../protocol'
import { chip, connectionChip } from '../pieces/chip'
import type { Panel } from '../panel'
import { prose } from '../pieces/prose'
import { texts } from '../texts'
import { toneMark } from '../pieces/tone'

const aboutConversation = ({ id, details }: ConversationView, panel: Panel): TemplateResult => html`
  <div class="about">
    <span class="about-facts">
      <span><span class="unseen">${texts.conversationId}: </span><code class="plain-code">${id}</code></span>
      ${details.map((detail) => html`<span>${prose(detail, panel)}</span>`)}
    </span>
    <span class="about-actions">
      <vscode-toolbar-button
        icon="refresh"
        @click=${() => {
          panel.say({ type: 'refresh' })
        }}
        >${texts.refresh}</vscode-toolbar-button
      >
      <vscode-toolbar-button
        icon="json"
        @click=${() => {
          panel.say({ type: 'openJson' })
        }}
        >${texts.openJson}</vscode-toolbar-button
      >
    </span>
  </div>
`

const notice = (view: PanelView['notice'], panel: Panel): TemplateResult => html`
  <div class="notices" role="status">
    ${
      view === undefined
        ? nothing
        : html`<p class="notice notice-${view.tone}" role=${view.tone === 'bad' ? 'alert' : nothing}>
            ${toneMark(view.tone)}<span>${prose(view.text, panel)}</span>
          </p>`
    }
  </div>
`

/** Who it is, in which state, where it would be sent to, and what the person must know now. */
export const header = ({ conversation, notice: told, ...view }: PanelView, panel: Panel): TemplateResult => html`
  <header>
    <div class="title-line">
      <h1>${conversation?.title ?? texts.panelTitle}</h1>
      ${
        conversation === undefined
          ? nothing
          : html`${chip(texts.channel, conversation.channel)}
            ${chip(texts.state, prose(conversation.state.text, panel), conversation.state.tone)}`
      }
      <span class="title-end">${connectionChip(view)}</span>
    </div>
    ${conversation === undefined ? nothing : aboutConversation(conversation, panel)} ${notice(told, panel)}
  </header>
`
