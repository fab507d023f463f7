import { html, type TemplateResult } from 'lit'
import type { FindingView, Tone } from '../../protocol'
import { texts } from '../texts'

const toneIcon: Readonly<Record<Tone, string>> = { good: 'pass', bad: 'error', caution: 'warning', plain: 'info' }

const severityTone: Readonly<Record<FindingView['severity'], Tone>> = {
  error: 'bad',
  unknown: 'caution',
  warning: 'caution',
  info: 'plain'
}
const severityIcon: Readonly<Record<FindingView['severity'], string>> = {
  error: 'error',
  unknown: 'question',
  warning: 'warning',
  info: 'info'
}

/** A codicon. It says nothing to a screen reader: a word must stand beside it. */
export const icon = (name: string, tone?: Tone): TemplateResult =>
  html`<span class="codicon codicon-${name} ${tone === undefined ? '' : `tone-${tone}`}" aria-hidden="true"></span>`

/** A tone's icon with its word, which only a screen reader needs. */
export const toneMark = (tone: Tone): TemplateResult => html`${icon(toneIcon[tone], tone)}<span class="unseen">${texts.tone[tone]}: </span>`

/** A tone's icon beside words that say the same. */
export const toneSign = (tone: Tone): TemplateResult => icon(toneIcon[tone], tone)

export const severityMark = (severity: FindingView['severity']): TemplateResult =>
  html`${icon(severityIcon[severity], severityTone[severity])}<span class="unseen">${texts.severity[severity]}: </span>`
