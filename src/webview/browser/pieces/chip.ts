import { html, nothing, type TemplateResult } from 'lit'
import type { PanelView, Tone } from '../../protocol'
import { texts } from '../texts'
import { icon, toneSign } from './tone'

/** A short fact in a frame. `what` names the fact for those who do not see where it stands. */
export const chip = (what: string, text: unknown, tone?: Tone): TemplateResult =>
  html`<span class="chip ${tone === undefined ? '' : `chip-${tone}`}"
    >${tone === undefined ? nothing : toneSign(tone)}<span><span class="unseen">${what}: </span>${text}</span></span
  >`

/** Where things are sent. The sandbox and a real organisation differ in shape, icon and word. */
export const connectionChip = (connection: PanelView['connection']): TemplateResult => {
  if (connection === undefined) return html`<span class="chip connection">${icon('debug-disconnect')}${texts.notConnected}</span>`
  return connection.sandbox
    ? html`<span class="chip connection sandbox" title=${texts.sandboxMeaning}
        >${icon('beaker')}${texts.sandboxNamed(connection.name)}</span
      >`
    : html`<span class="chip connection live" title=${texts.organisationMeaning}
        >${icon('globe')}${texts.organisationNamed(connection.name)}</span
      >`
}
