import type { Body } from './exchange'
import { readBody } from './json'

/** A stretch of a text: from `start` up to, and without, `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface JsonSpans {
  /** The objects that are shaped like JSON, each as large as it can be, in order. */
  readonly spans: readonly Span[]
  /** Where an object begins that the text ends in. */
  readonly open: number | undefined
}

const objectStart = /\{\s*["}]/g
/** A string, whose closing quote may be missing; a sign; or a word. A raw line end closes no string: what is open there is no JSON. */
const token = /"(?:[^"\\\n]|\\.)*("?)|[{}[\]:,]|[^\s"{}[\]:,]+/gs
const literal = /^(?:true|false|null|-?\d[\d.eE+-]*)$/

/** Finds the JSON objects that stand in a text, whatever is around them. Linear: no character is looked at twice. */
export const jsonSpansIn = (text: string): JsonSpans => {
  const spans: Span[] = []
  let at = 0
  for (;;) {
    objectStart.lastIndex = at
    const found = objectStart.exec(text)
    if (!found) return { spans, open: undefined }

    const open: number[] = []
    token.lastIndex = found.index
    let next: RegExpExecArray | null
    while ((next = token.exec(text)) !== null) {
      const { 0: sign, 1: quote, index } = next
      at = index + (sign.startsWith('"') ? 1 : sign.length)
      if (sign === '{') open.push(index)
      else if (sign === '}') {
        const start = open.pop()
        if (start === undefined) break
        while ((spans.at(-1)?.start ?? -1) > start) spans.pop()
        spans.push({ start, end: token.lastIndex })
        if (open.length === 0) break
      } else if (quote === '' || (/^[^"[\]:,]/.test(sign) && !literal.test(sign))) break
    }
    const endsInside = next === null || (next[1] === '' && token.lastIndex === text.length)
    if (endsInside) return { spans, open: open[0] ?? found.index }
    at = Math.max(at, found.index + 1)
  }
}

/** Signs that open and close a JSON value, and strings, in which they mean nothing. */
const bracket = /"(?:[^"\\]|\\.)*"?|[{}[\]]/gs

/** Where the JSON object or list ends that `text` begins with; `undefined` when it is cut short. */
const endOfValue = (text: string): number | undefined => {
  let depth = 0
  for (const { 0: found, index } of text.matchAll(bracket)) {
    if (found === '{' || found === '[') depth++
    if ((found === '}' || found === ']') && --depth === 0) return index + 1
  }
  return undefined
}

/** The JSON object or list that `text` begins with, without what follows it; all of the text when it is cut short. */
export const leadingValue = (text: string): string => text.slice(0, endOfValue(text))

/** True for a text that begins a JSON object or list and ends in the middle of it. */
export const isCutShort = (text: string): boolean => /^\s*[{[]/.test(text) && endOfValue(text) === undefined

/** Reads the body that a text begins with. What is said behind a JSON body is no part of it. */
export const readLeadingBody = (text: string): Body | undefined => {
  const trimmed = text.trim()
  const whole = readBody(trimmed)
  if (whole?.kind !== 'malformed') return whole
  const leading = leadingValue(trimmed)
  const body = leading.length === trimmed.length ? whole : readBody(leading)
  return body?.kind === 'json' ? body : whole
}
