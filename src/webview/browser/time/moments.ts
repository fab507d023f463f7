import { parseInstant, type Instant } from '../../../model/instant'
import type { LocalTime } from './localTime'

/** A piece of one of the extension's texts: plain words, or a moment in it. */
export type TextPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'moment'; readonly iso: string; readonly short: string; readonly full: string }

const momentInText = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g

/** Takes a text apart at the moments in it (written as `formatInstant` writes them), each put into the person's time as of `now`. */
export const piecesOf = (text: string, now: Instant, time: LocalTime): readonly TextPiece[] => {
  const pieces: TextPiece[] = []
  let read = 0
  const addWords = (end: number): void => {
    if (end > read) pieces.push({ kind: 'words', text: text.slice(read, end) })
  }
  for (const { 0: iso, index } of text.matchAll(momentInText)) {
    const instant = parseInstant(iso)
    if (instant === undefined) continue
    addWords(index)
    pieces.push({ kind: 'moment', iso, short: time.short(instant, now), full: time.full(instant) })
    read = index + iso.length
  }
  addWords(text.length)
  return pieces
}

/** The text with its moments in the person's time, for where only plain text can stand. */
export const plainText = (text: string, now: Instant, time: LocalTime): string =>
  piecesOf(text, now, time)
    .map((piece) => (piece.kind === 'words' ? piece.text : piece.short))
    .join('')
