const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const openers = { ')': '(', ']': '[', '}': '{' } as const

const isQuote = (character: string): boolean => character === '"' || character === "'" || character === '`'

/** No string is longer: a quote that is closed later opens none. */
const longestString = 4000

/** Where the string that opens at `at` ends, one past its quote; a string that is not closed on its line (a template: at all) ends with its quote. */
export const endOfString = (text: string, at: number): number => {
  const quote = text.charAt(at)
  const limit = Math.min(text.length, at + longestString)
  for (let next = at + 1; next < limit; next += 1) {
    const character = text.charAt(next)
    if (character === '\\') next += 1
    else if (character === quote) return next + 1
    else if (character === '\n' && quote !== '`') return at + 1
  }
  return at + 1
}

/** Further than this no call and no object is read. */
const longest = 6000

/** Where the bracket at `at` is closed, one past it, with the strings inside passed over; -1 when it is not, or too far away. */
export const endOfBracket = (text: string, at: number): number => {
  const opener = text.charAt(at)
  const closer = closers[opener]
  const limit = Math.min(text.length, at + longest)
  let depth = 0
  for (let next = at; next < limit; next += 1) {
    const character = text.charAt(next)
    if (isQuote(character)) next = endOfString(text, next) - 1
    else if (character === opener) depth += 1
    else if (character === closer && --depth === 0) return next + 1
  }
  return -1
}

/** No call and no object begins further before a path that stands in it. */
const longestBefore = 1500

/** The brackets that are open at `at`, innermost first. Strings are not told from code backwards: paths hold few brackets. */
export function* bracketsBefore(text: string, at: number): Generator<number> {
  const limit = Math.max(0, at - longestBefore)
  const closed: string[] = []
  for (let before = at - 1; before >= limit; before -= 1) {
    const character = text.charAt(before)
    switch (character) {
      case ')':
      case ']':
      case '}':
        closed.push(openers[character])
        break
      case '(':
      case '[':
      case '{':
        if (closed.length === 0) yield before
        else if (closed.at(-1) === character) closed.pop()
    }
  }
}

/** A piece of a text, from `start` up to `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The pieces between the commas of the brackets that open at `open` and end at `end` (one past them). */
export const argumentsIn = (text: string, open: number, end: number): readonly Span[] => {
  const pieces: Span[] = []
  let start = open + 1
  for (let at = open + 1; at < end - 1; at += 1) {
    const character = text.charAt(at)
    if (isQuote(character)) at = endOfString(text, at) - 1
    else if (character in closers) {
      const close = endOfBracket(text, at)
      if (close > 0) at = close - 1
    } else if (character === ',') {
      pieces.push({ start, end: at })
      start = at + 1
    }
  }
  return [...pieces, { start, end: end - 1 }]
}
