import { html, nothing, type TemplateResult } from 'lit'
import type { PanelView, Tone } from '../../protocol'
import { texts } from '../texts'
import { icon, toneSign } from './tone'

/** A short fact in a frame. `what` names the fact for those who do not see where it stands. */
export const chip = (what: string, text: unknown, tone?: Tone): TemplateResult =>
  html`<span class="chip ${tone === undefined ? '' : `chip-${tone}`}"
    >${tone === undefined ? nothing : toneSign(tone)}<span><span class="unseen">${what}: </span>${text}</span></span
  >`

const marks = {
  sandbox: { icon: 'beaker', style: 'sandbox', named: texts.sandboxNamed, meaning: texts.sandboxMeaning },
  organisation: { icon: 'cloud', style: 'live', named: texts.organisationNamed, meaning: texts.organisationMeaning },
  production: { icon: 'shield', style: 'live production', named: texts.productionNamed, meaning: texts.productionMeaning }
} as const

/** Where things are sent. The sandbox, a real organisation and a production one differ in shape, icon and word. */
export const connectionChip = ({
  connection,
  notConnected
}: Pick<PanelView, 'connection' | 'notConnected'>): TemplateResult | typeof nothing => {
  if (connection === undefined)
    return notConnected === undefined
      ? nothing
      : html`<span class="chip connection">${icon('debug-disconnect')}${texts.notConnected}</span>`
  const mark = marks[connection.mark]
  return html`<span class="chip connection ${mark.style}" title=${mark.meaning}>${icon(mark.icon)}${mark.named(connection.name)}</span>`
}
