import { html, type TemplateResult } from 'lit'
import { piecesOf } from '../time/moments'
import type { Panel } from '../panel'

/** One of the extension's texts, with its moments in the person's time; the whole moment is in the tooltip. */
export const prose = (text: string, { now, time }: Panel): readonly (TemplateResult | string)[] =>
  piecesOf(text, now, time).map((piece) =>
    piece.kind === 'words' ? piece.text : html`<time datetime=${piece.iso} title=${piece.full}>${piece.short}</time>`
  )
