import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { FieldView, Remarks } from '../../protocol'
import type { Panel } from '../panel'
import { texts } from '../texts'
import { prose } from './prose'
import { icon, toneMark } from './tone'

const kinds = ['problem', 'caution', 'hint'] as const

/** The ids of what is said at a field, for `aria-describedby`: of the remarks that are there, after others. */
export const describedBy = (id: string, said: Remarks, ...others: readonly string[]): string | typeof nothing => {
  const ids = [...others, ...kinds.filter((kind) => said[kind] !== undefined).map((kind) => `${id}-${kind}`)]
  return ids.length === 0 ? nothing : ids.join(' ')
}

/** What is said at a field. What is wrong is told to a screen reader as it comes and goes. */
export const remarks = (id: string, { problem, caution, hint }: Remarks, panel: Panel): TemplateResult => html`
  <p class="problem" id="${id}-problem" role="status">
    ${problem === undefined ? nothing : html`${icon('error', 'bad')}<span>${prose(problem, panel)}</span>`}
  </p>
  ${
    caution === undefined
      ? nothing
      : html`<p class="hint" id="${id}-caution">${toneMark('caution')}<span>${prose(caution, panel)}</span></p>`
  }
  ${hint === undefined ? nothing : html`<p class="hint" id="${id}-hint">${prose(hint, panel)}</p>`}
`

/** Tells the extension what was entered into a control. */
export const entering =
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

const control = (field: FieldView, id: string, panel: Panel): TemplateResult => {
  const value = panel.valueOf(field.id, field.value)
  const invalid = field.problem === undefined ? 'false' : 'true'
  const described = describedBy(id, field)
  if (field.options === undefined) {
    return html`<input
      type="text"
      id=${id}
      aria-invalid=${invalid}
      aria-describedby=${described}
      .value=${live(value)}
      @input=${entering(field.id, panel)}
    />`
  }
  return html`<span class="select"
    ><select id=${id} aria-invalid=${invalid} aria-describedby=${described} @change=${entering(field.id, panel)}>
      ${field.options.map((option) => html`<option value=${option.value} .selected=${live(option.value === value)}>${option.label}</option>`)}</select
    >${icon('chevron-down')}</span
  >`
}

/** A field with its label, and what is said at it. */
export const fieldRow = (field: FieldView, panel: Panel): TemplateResult => {
  // A parameter’s id may have blanks, which separate ids.
  const id = `field-${encodeURIComponent(field.id)}`
  return field.readOnly
    ? html`<div class="field">
        <span class="field-label">${field.label}</span>
        <div>
          <span class="field-value">${field.value === '' ? html`<em>${texts.notKnown}</em>` : prose(field.value, panel)}</span>
          ${remarks(id, field, panel)}
        </div>
      </div>`
    : html`<div class="field">
        <label class="field-label" for=${id}>${field.label}</label>
        <div>${control(field, id, panel)}${remarks(id, field, panel)}</div>
      </div>`
}
