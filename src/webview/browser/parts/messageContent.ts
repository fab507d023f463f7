import '@vscode-elements/elements/dist/vscode-progress-bar/index.js'
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import type { ContentView } from '../../protocol'
import { textField } from '../fields'
import type { Panel } from '../panel'
import { disclosure } from '../pieces/disclosure'
import { describedBy, entering, fieldRow, remarks } from '../pieces/field'
import { prose } from '../pieces/prose'
import { texts } from '../texts'
import { finding } from './finding'

type Of<Kind extends ContentView['kind']> = Extract<ContentView, { readonly kind: Kind }>

/** Where what is wrong with the content is said. */
export const contentProblemId = 'field-text-problem'

const contentId = 'field-text'

const insertResponse = (panel: Panel): void => {
  const area = document.getElementById(contentId)
  if (area instanceof HTMLTextAreaElement) panel.say({ type: 'insertResponse', start: area.selectionStart, end: area.selectionEnd })
}

const textArea = (view: Of<'text'>, panel: Panel): TemplateResult => {
  const text = panel.valueOf(textField, view.text)
  const excess = text.length - view.limit
  return html`
    <div class="field-text">
      <label class="unseen" for=${contentId}>${texts.textLabel}</label>
      <textarea
        id=${contentId}
        rows="4"
        aria-invalid=${view.problem === undefined && excess <= 0 ? 'false' : 'true'}
        aria-describedby=${describedBy(contentId, view, 'field-text-count')}
        .value=${live(text)}
        @input=${entering(textField, panel)}
      ></textarea>
      <div class="below-text">
        <div>${remarks(contentId, view, panel)}</div>
        <p class="count ${excess > 0 ? 'over' : ''}" id="field-text-count">
          ${texts.count(text.length, view.limit)}${excess > 0 ? html` · ${texts.tooMany(excess)}` : nothing}
        </p>
      </div>
      <vscode-toolbar-button
        icon="insert"
        @click=${() => {
          insertResponse(panel)
        }}
        >${texts.insertResponse}</vscode-toolbar-button
      >
    </div>
  `
}

const support = (view: Of<'template'>['finding'], panel: Panel): TemplateResult | typeof nothing =>
  view === undefined
    ? nothing
    : disclosure(`template/${view.rule}`, texts.details(1), () => html`<div class="findings">${finding(view, panel)}</div>`, panel)

const templateContent = (view: Of<'template'>, panel: Panel): TemplateResult => html`
  <div class="field-content">
    ${
      view.template === undefined
        ? html`<p class="muted">${texts.noTemplate}</p>`
        : html`<p class="content-name">${view.template.name}</p>
            <dl class="content-parts" aria-label=${texts.templateText}>
              ${view.template.parts.map(
                ({ label, text }) =>
                  html`<dt class="muted">${label}</dt>
                    <dd>${text}</dd>`
              )}
            </dl>`
    }
    <vscode-toolbar-button
      icon="list-selection"
      @click=${() => {
        panel.say({ type: 'chooseTemplate' })
      }}
      >${view.template === undefined ? texts.chooseTemplate : texts.changeTemplate}</vscode-toolbar-button
    >
    ${remarks(contentId, view, panel)} ${support(view.finding, panel)}
    <div class="fields">
      ${repeat(
        view.parameters,
        ({ id }) => id,
        (field) => fieldRow(field, panel)
      )}
    </div>
  </div>
`

const uploading = ({ name, percent }: NonNullable<Of<'media'>['upload']>, panel: Panel): TemplateResult => {
  const label = percent === undefined ? texts.checking(name) : texts.uploading(name)
  return html`
    <p role="status">${label}</p>
    <vscode-progress-bar aria-label=${label} ?indeterminate=${percent === undefined} .value=${percent ?? 0}></vscode-progress-bar>
    <vscode-toolbar-button
      icon="close"
      @click=${() => {
        panel.say({ type: 'cancelUpload' })
      }}
      >${texts.cancelUpload}</vscode-toolbar-button
    >
  `
}

const mediaContent = (view: Of<'media'>, panel: Panel): TemplateResult => html`
  <div class="field-content">
    ${
      view.file === undefined
        ? html`<p class="muted">${texts.noFile}</p>`
        : html`<p class="content-name">
            ${view.file.name} <span class="muted">${view.file.size}</span>
            <vscode-toolbar-button
              icon="trash"
              @click=${() => {
                panel.say({ type: 'removeMedia' })
              }}
              >${texts.removeFile}</vscode-toolbar-button
            >
          </p>`
    }
    ${
      view.upload === undefined
        ? html`<vscode-toolbar-button
            icon="file-add"
            @click=${() => {
              panel.say({ type: 'chooseMedia' })
            }}
            >${view.file === undefined ? texts.chooseFile : texts.changeFile}</vscode-toolbar-button
          >`
        : uploading(view.upload, panel)
    }
    ${remarks(contentId, view, panel)}
  </div>
`

/** What the message says: a text, a template or a file. */
export const messageContent = (view: ContentView, panel: Panel): TemplateResult => {
  switch (view.kind) {
    case 'none':
      return html`<p class="muted">${prose(view.hint, panel)}</p>`
    case 'text':
      return textArea(view, panel)
    case 'template':
      return templateContent(view, panel)
    case 'media':
      return mediaContent(view, panel)
  }
}
