import type { ShellWords } from './shellWords'

interface CommandLine {
  /** What cmd passes on. */
  readonly line: string
  readonly end: number
}

/**
 * What cmd makes of a text before a program sees it: outside quotes a caret takes the meaning from the sign behind it, and continues a line.
 * A browser writes a line end inside a value as a caret and two line ends.
 */
const commandLineIn = (text: string): CommandLine => {
  let line = ''
  let quoted = false
  let at = 0
  for (; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '^' && !quoted) {
      at++
      if (text.charAt(at) !== '\n') line += text.charAt(at)
      else if (text.charAt(at + 1) === '\n') {
        line += '\n'
        at++
      }
    } else if (char === '\n' || (!quoted && /[|&>]/.test(char))) break
    else {
      if (char === '"') quoted = !quoted
      line += char
    }
  }
  return { line, end: at }
}

/** How many backslashes stand at `at`. */
const backslashesAt = (line: string, at: number): number => {
  let end = at
  while (line.charAt(end) === '\\') end++
  return end - at
}

/**
 * Splits a command line as cmd and a Windows program do: `^` escapes and continued lines, then double quotes with `\"` or `""` inside.
 * Backslashes mean something before a double quote only: two of them are one there, and one takes the quote's meaning. Single quotes mean nothing. Ends at an unquoted line end, `|`, `&` or `>`.
 */
export const cmdWords = (text: string): ShellWords => {
  const { line, end } = commandLineIn(text)
  const words: string[] = []
  let word: string | undefined
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at)
    if (char === '\\') {
      const slashes = backslashesAt(line, at)
      const beforeQuote = line.charAt(at + slashes) === '"'
      const isEscape = beforeQuote && slashes % 2 === 1
      word = `${word ?? ''}${'\\'.repeat(beforeQuote ? Math.floor(slashes / 2) : slashes)}${isEscape ? '"' : ''}`
      at += slashes - (isEscape ? 0 : 1)
    } else if (char === '"') {
      word ??= ''
      if (quoted && line.charAt(at + 1) === '"') {
        word += '"'
        at++
      } else quoted = !quoted
    } else if (!quoted && /\s/.test(char)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + char
  }
  if (word !== undefined) words.push(word)
  return quoted ? { complete: false, words, open: '"' } : { complete: true, words, end }
}
