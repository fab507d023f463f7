import { html, nothing, type TemplateResult } from 'lit'
import type { ConversationView } from '../../protocol'
import type { Panel } from '../panel'
import { disclosure } from '../pieces/disclosure'
import { prose } from '../pieces/prose'
import { section } from '../pieces/section'
import { texts } from '../texts'
import { plainText } from '../time/moments'
import { legend } from './legend'
import { picture } from './picture'
import { shapeOf } from './shape'
import { thingAfter, thingsOf, type Thing } from './things'
import { letteringOf, silenceWords } from './words'

/** All that the picture shows, to be read. Messages that are one mark there are one line here. */
const inWords = (summary: string, things: readonly Thing[], panel: Panel): TemplateResult => html`
  <div class="in-words">
    <p>${prose(summary, panel)}</p>
    <ul>
      ${things.map(({ words }) => html`<li>${words}</li>`)}
    </ul>
  </div>
`

/** The conversation over time: a lane for each party, its connections as bars, its messages as marks. */
export const timeline = ({ timeline: view, timelineText }: ConversationView, panel: Panel): TemplateResult => {
  const shape = shapeOf(view, panel.width, letteringOf(view, panel.textWidth, panel))
  const things = thingsOf(shape, view, panel)
  const silences = shape.breaks.map(({ silence }) => `${silenceWords(silence, view, panel)}.`)
  const pointed = panel.pointed === undefined ? undefined : things[panel.pointed]
  const keyed = (event: KeyboardEvent): void => {
    const next = thingAfter(event.key, panel.pointed, things)
    if (next === undefined) return
    event.preventDefault()
    panel.point(next)
  }
  const focused = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof Element && currentTarget.matches(':focus-visible')) panel.point(0)
  }
  const left = (): void => {
    panel.point(undefined)
  }
  return section(
    'timeline',
    html`
      <div
        class="picture"
        role="group"
        aria-label=${texts.pictureHelp}
        tabindex="0"
        @keydown=${keyed}
        @focus=${focused}
        @blur=${left}
        @pointerleave=${left}
      >
        ${picture(shape, things, [plainText(timelineText, panel.now, panel.time), ...silences].join(' '), panel.pointed, panel.point)}
      </div>
      <div class="below-picture">
        ${pointed === undefined ? legend(shape) : nothing}
        <span class="pointed-words" role="status">${pointed?.words}</span>
        ${disclosure('timeline', texts.pictureInWords, () => inWords(timelineText, things, panel), panel)}
      </div>
    `
  )
}
