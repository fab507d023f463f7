import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { RequestView } from '../../protocol'
import type { Panel } from '../panel'
import { section } from '../pieces/section'
import { icon } from '../pieces/tone'
import { texts } from '../texts'

type Format = RequestView['formats'][number]

const tabId = ({ id }: Format): string => `format-${id}`
const panelId = 'format-text'

/** The tab that a key leads to; the tabs form a ring. */
const tabAfter = (key: string, current: number, count: number): number | undefined => {
  switch (key) {
    case 'ArrowRight':
      return (current + 1) % count
    case 'ArrowLeft':
      return (current - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

const tabs = (formats: readonly Format[], chosen: Format, { chooseFormat }: Panel): TemplateResult => {
  const keyed = (event: KeyboardEvent): void => {
    const next = formats[tabAfter(event.key, formats.indexOf(chosen), formats.length) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    chooseFormat(next.id)
    document.getElementById(tabId(next))?.focus()
  }
  return html`<div class="tabs" role="tablist" aria-label=${texts.formats} @keydown=${keyed}>
    ${repeat(
      formats,
      ({ id }) => id,
      (format) => html`
        <button
          type="button"
          role="tab"
          id=${tabId(format)}
          aria-selected=${format === chosen ? 'true' : 'false'}
          aria-controls=${panelId}
          tabindex=${format === chosen ? 0 : -1}
          @click=${() => {
            chooseFormat(format.id)
          }}
        >
          ${format.label}
        </button>
      `
    )}
  </div>`
}

/** Exactly what will be sent. */
export const request = ({ formats, shown, text, sentAs }: RequestView, panel: Panel): TemplateResult | typeof nothing => {
  const chosen = formats.find(({ id }) => id === shown)
  if (chosen === undefined) return nothing
  return section(
    'request',
    html`
      <div class="tab-line">
        ${tabs(formats, chosen, panel)}
        <vscode-toolbar-button icon=${panel.copied ? 'check' : 'copy'} @click=${panel.copy}
          >${panel.copied ? texts.copied : texts.copy}</vscode-toolbar-button
        >
      </div>
      <pre id=${panelId} role="tabpanel" aria-labelledby=${tabId(chosen)} tabindex="0">${text}</pre>
    `,
    html`<span class="sent-as">${icon('key')}<span class="unseen">${texts.sentAs}: </span>${sentAs}</span>`
  )
}
