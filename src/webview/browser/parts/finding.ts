import { html, nothing, type TemplateResult } from 'lit'
import type { EvidenceView, FindingView } from '../../protocol'
import { chip } from '../pieces/chip'
import { disclosure } from '../pieces/disclosure'
import type { Panel } from '../panel'
import { prose } from '../pieces/prose'
import { texts } from '../texts'
import { severityMark } from '../pieces/tone'

const source = ({ label, url }: FindingView['sources'][number], { say }: Panel): TemplateResult => {
  if (url === undefined) return html`<li>${label}</li>`
  const open = (event: Event): void => {
    // VS Code would follow the link as well.
    event.preventDefault()
    event.stopPropagation()
    say({ type: 'openLink', url })
  }
  return html`<li><a href=${url} title=${url} @click=${open}>${label}</a></li>`
}

const ruleLink = (rule: string, { say }: Panel): TemplateResult => {
  const open = (event: Event): void => {
    event.preventDefault()
    say({ type: 'openRule', rule })
  }
  return html`<a href="#" title=${texts.openRule} @click=${open}><code class="plain-code">${rule}</code></a>`
}

const evidence = ({ text, at }: EvidenceView, panel: Panel): TemplateResult => {
  if (at === undefined) return html`<li>${prose(text, panel)}</li>`
  const open = (event: Event): void => {
    event.preventDefault()
    panel.say({ type: 'openFact', at })
  }
  return html`<li><a href="#" class="fact" title=${texts.openFact} @click=${open}>${prose(text, panel)}</a></li>`
}

const row = (label: string, content: unknown): TemplateResult =>
  html`<div class="finding-row">
    <dt>${label}</dt>
    <dd>${content}</dd>
  </div>`

const support = (view: FindingView, panel: Panel): TemplateResult => html`
  <dl>
    ${
      view.evidence.length === 0
        ? nothing
        : row(
            texts.evidence,
            html`<ul>
              ${view.evidence.map((each) => evidence(each, panel))}
            </ul>`
          )
    }
    ${
      view.sources.length === 0
        ? nothing
        : row(
            texts.sources,
            html`<ul>
              ${view.sources.map((each) => source(each, panel))}
            </ul>`
          )
    }
    ${row(texts.rule, ruleLink(view.rule, panel))}
  </dl>
`

/**
 * One statement of the diagnosis: what, why, what to do, and all that supports it.
 *
 * @param foldedUnder - the id under which what supports it opens on request; absent: it stands open
 */
export const finding = (view: FindingView, panel: Panel, foldedUnder?: string): TemplateResult => html`
  <article class="finding">
    <div class="finding-title">
      ${severityMark(view.severity)}
      <h3>${prose(view.title, panel)}</h3>
      ${chip(texts.confidence, view.confidence)}
    </div>
    <p class="finding-cause">${prose(view.cause, panel)}</p>
    <dl>${view.remedy === '' ? nothing : row(texts.remedy, prose(view.remedy, panel))}</dl>
    ${foldedUnder === undefined ? support(view, panel) : disclosure(foldedUnder, texts.support, () => support(view, panel), panel)}
  </article>
`
