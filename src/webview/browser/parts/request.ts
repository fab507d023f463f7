import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js'
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { RequestView } from '../../protocol'
import type { Panel } from '../panel'
import { section } from '../pieces/section'
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

const tabs = (formats: readonly Format[], chosen: Format, { setVisual }: Panel): TemplateResult => {
  const choose = ({ id }: Format): void => {
    setVisual((visual) => ({ ...visual, format: id }))
  }
  const keyed = (event: KeyboardEvent): void => {
    const next = formats[tabAfter(event.key, formats.indexOf(chosen), formats.length) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    choose(next)
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
            choose(format)
          }}
        >
          ${format.label}
        </button>
      `
    )}
  </div>`
}

/** Exactly what will be sent. */
export const request = ({ formats }: RequestView, panel: Panel): TemplateResult | typeof nothing => {
  const chosen = formats.find(({ id }) => id === panel.visual.format) ?? formats[0]
  if (chosen === undefined) return nothing
  const copied = panel.copied === chosen.id
  return section(
    'request',
    html`
      <div class="tab-line">
        ${tabs(formats, chosen, panel)}
        <vscode-toolbar-button
          icon=${copied ? 'check' : 'copy'}
          @click=${() => {
            panel.copy(chosen.id)
          }}
          >${copied ? texts.copied : texts.copy}</vscode-toolbar-button
        >
      </div>
      <pre id=${panelId} role="tabpanel" aria-labelledby=${tabId(chosen)} tabindex="0">${chosen.text}</pre>
    `
  )
}
