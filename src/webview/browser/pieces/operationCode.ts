import { html, type TemplateResult } from 'lit'

/** An operation or a path, which may break over lines after each slash. */
export const operationCode = (text: string): TemplateResult =>
  html`<code class="plain-code">${text.split(/(?<=[^\s/]\/)/).map((piece, index) => (index === 0 ? piece : html`<wbr />${piece}`))}</code>`
