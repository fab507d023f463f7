import type { ShellWords } from './shellWords'

const backtickEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0' }

const hereStringStart = /@(['"])[ \t]*\n/y

/** JSON whose every quote is escaped, as PowerShell before 7.3 wants it for a program; Windows takes the backslashes away. */
const escapedJson = /^\s*[{[]\s*\\"/

/** As a Windows program reads it: backslashes mean something before a double quote only, where two are one and one keeps the quote. */
const asArgument = (word: string): string =>
  escapedJson.test(word)
    ? word.replace(
        /(\\+)"/g,
        (_, slashes: string) => slashes.slice(0, Math.floor(slashes.length / 2)) + (slashes.length % 2 === 1 ? '"' : '')
      )
    : word

/**
 * Splits a command line as PowerShell does: quotes that are doubled inside quotes, backtick escapes and continued lines, here-strings
 * (`@'` … `'@`). Variables are left as they are written. Ends at an unquoted line end, `|`, `;`, `&` or `>`.
 */
export const powerShellWords = (text: string): ShellWords => {
  const words: string[] = []
  let word: string | undefined
  const add = (part: string): void => {
    word = (word ?? '') + part
  }
  const finish = (): void => {
    if (word !== undefined) words.push(asArgument(word))
    word = undefined
  }
  const cutShort = (open: string): ShellWords => ({ complete: false, words: [...words, word ?? ''], open })

  let at = 0
  const readEscape = (): void => {
    const next = text.charAt(at + 1)
    if (next !== '\n') add(backtickEscapes[next] ?? next)
    at += 2
  }
  /** Reads up to `quote`; false when the text ends first. */
  const readQuoted = (quote: string): boolean => {
    add('')
    while (at < text.length) {
      const char = text.charAt(at)
      if (char === quote && text.charAt(at + 1) !== quote) {
        at++
        return true
      }
      if (char === '`' && quote === '"') readEscape()
      else {
        add(char)
        at += char === quote ? 2 : 1
      }
    }
    return false
  }

  while (at < text.length) {
    const char = text.charAt(at)
    hereStringStart.lastIndex = at
    const quote = char === '@' ? hereStringStart.exec(text)?.[1] : undefined
    if (quote !== undefined) {
      const start = hereStringStart.lastIndex
      const end = text.indexOf(`\n${quote}@`, start - 1)
      if (end < 0) return cutShort(`@${quote}`)
      add(text.slice(start, Math.max(start, end)))
      at = end + 3
    } else if (char === '`') readEscape()
    else if (char === "'" || char === '"') {
      at++
      if (!readQuoted(char)) return cutShort(char)
    } else if (/[\n|;&>]/.test(char)) break
    else {
      if (/\s/.test(char)) finish()
      else add(char)
      at++
    }
  }
  finish()
  return { complete: true, words, end: at }
}
