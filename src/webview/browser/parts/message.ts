import '@vscode-elements/elements/dist/vscode-button/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import type { FieldView, MessageView, PanelView } from '../../protocol'
import { connectionChip } from '../pieces/chip'
import { textField } from '../fields'
import type { Panel } from '../panel'
import { prose } from '../pieces/prose'
import { section } from '../pieces/section'
import { texts } from '../texts'
import { icon, toneMark } from '../pieces/tone'

const problemId = 'field-text-problem'

const entering =
  (field: string, panel: Panel) =>
  ({ currentTarget }: Event): void => {
    if (
      currentTarget instanceof HTMLTextAreaElement ||
      currentTarget instanceof HTMLInputElement ||
      currentTarget instanceof HTMLSelectElement
    ) {
      panel.enter(field, currentTarget.value)
    }
  }

const textArea = (view: MessageView, panel: Panel): TemplateResult => {
  const text = panel.valueOf(textField, view.text)
  const excess = text.length - view.limit
  return html`
    <div class="field-text">
      <label class="unseen" for="field-text">${texts.textLabel}</label>
      <textarea
        id="field-text"
        rows="4"
        aria-invalid=${view.problem === undefined && excess <= 0 ? 'false' : 'true'}
        aria-describedby="field-text-count${view.problem === undefined ? '' : ` ${problemId}`}"
        .value=${live(text)}
        @input=${entering(textField, panel)}
      ></textarea>
      <div class="below-text">
        <p class="problem" id=${problemId} role="status">
          ${view.problem === undefined ? nothing : html`${icon('error', 'bad')}<span>${prose(view.problem, panel)}</span>`}
        </p>
        <p class="count ${excess > 0 ? 'over' : ''}" id="field-text-count">
          ${texts.count(text.length, view.limit)}${excess > 0 ? html` · ${texts.tooMany(excess)}` : nothing}
        </p>
      </div>
    </div>
  `
}

const control = (field: FieldView, id: string, describedBy: string | typeof nothing, panel: Panel): TemplateResult => {
  const value = panel.valueOf(field.id, field.value)
  if (field.options === undefined) {
    return html`<input type="text" id=${id} aria-describedby=${describedBy} .value=${live(value)} @input=${entering(field.id, panel)} />`
  }
  return html`<span class="select"
    ><select id=${id} aria-describedby=${describedBy} @change=${entering(field.id, panel)}>
      ${field.options.map((option) => html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`)}</select
    >${icon('chevron-down')}</span
  >`
}

const fieldRow = (field: FieldView, panel: Panel): TemplateResult => {
  const id = `field-${field.id}`
  const hintId = `${id}-hint`
  const hint = field.hint === undefined ? nothing : html`<p class="hint" id=${hintId}>${prose(field.hint, panel)}</p>`
  return field.readOnly
    ? html`<div class="field">
        <span class="field-label">${field.label}</span>
        <div>
          <span class="field-value">${field.value === '' ? html`<em>${texts.notKnown}</em>` : prose(field.value, panel)}</span>${hint}
        </div>
      </div>`
    : html`<div class="field">
        <label class="field-label" for=${id}>${field.label}</label>
        <div>${control(field, id, field.hint === undefined ? nothing : hintId, panel)}${hint}</div>
      </div>`
}

/** What is sent, and the button that sends it. */
export const message = (view: MessageView, where: Pick<PanelView, 'connection' | 'notConnected'>, panel: Panel): TemplateResult => {
  const { label, enabled, why } = view.send
  // What is already said at the text is not said again.
  const ownWhy = why === view.problem ? undefined : why
  const send = (): void => {
    if (enabled) panel.say({ type: 'send' })
  }
  return section(
    'message',
    html`
      ${textArea(view, panel)}
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
          aria-describedby=${why === undefined ? nothing : ownWhy === undefined ? problemId : 'send-why'}
          @click=${send}
          >${label}</vscode-button
        >
        ${connectionChip(where)}
      </div>
      ${ownWhy === undefined ? nothing : html`<p class="send-why" id="send-why">${toneMark('caution')}<span>${prose(ownWhy, panel)}</span></p>`}
    `
  )
}
