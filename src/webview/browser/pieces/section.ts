import { html, nothing, type TemplateResult } from 'lit'
import { texts } from '../texts'

type Part = keyof typeof texts.headings

/** The id of a part's heading, where `reveal` goes. */
export const headingId = (part: Part): string => `${part}-heading`

/** A part of the panel under its heading. `aside` stands at the heading's right. */
export const section = (part: Part, content: unknown, aside: unknown = nothing): TemplateResult => html`
  <section class="part part-${part}" aria-labelledby=${headingId(part)}>
    <div class="heading-line">
      <h2 id=${headingId(part)} tabindex="-1">${texts.headings[part]}</h2>
      ${aside}
    </div>
    ${content}
  </section>
`
