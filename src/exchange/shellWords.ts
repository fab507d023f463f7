export type ShellWords =
  /** `end` is where the command ends in the text. */
  | { readonly complete: true; readonly words: readonly string[]; readonly end: number }
  | { readonly complete: false; readonly words: readonly string[]; readonly open: string }

const ansiEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', "'": "'", '"': '"', '\\': '\\' }

interface Escape {
  /** What it stands for. */
  readonly text: string
  /** How many characters behind the backslash belong to it. */
  readonly length: number
}

/** The escapes of `$'…'`: a letter, or the code of a character. `rest` is what follows the backslash. */
const ansiEscape = (rest: string): Escape | undefined => {
  const code = /^(?:u[\da-f]{1,4}|x[\da-f]{1,2})/i.exec(rest)?.[0]
  if (code !== undefined) return { text: String.fromCharCode(Number.parseInt(code.slice(1), 16)), length: code.length }
  const letter = ansiEscapes[rest.charAt(0)]
  return letter === undefined ? undefined : { text: letter, length: 1 }
}

const doubleQuoteEscape = (rest: string): Escape | undefined => {
  const next = rest.charAt(0)
  if (next === '\n') return { text: '', length: 1 }
  return /["\\$`]/.test(next) ? { text: next, length: 1 } : undefined
}

/**
 * Splits a command line as bash does: single and double quotes, `$'…'`, backslashes, continued lines. Variables are left as they are written.
 * `complete` is false when a quote is not closed; `open` is that quote. Ends at an unquoted line end, `|`, `;`, `&` or `>`.
 */
export const shellWords = (text: string): ShellWords => {
  const words: string[] = []
  let word: string | undefined
  const add = (part: string): void => {
    word = (word ?? '') + part
  }
  const finish = (): void => {
    if (word !== undefined) words.push(word)
    word = undefined
  }

  let at = 0
  /** Reads up to `quote`; false when the text ends first. */
  const readQuoted = (quote: string, escape: (rest: string) => Escape | undefined): boolean => {
    add('')
    for (; at < text.length; at++) {
      const char = text.charAt(at)
      if (char === quote) {
        at++
        return true
      }
      const escaped = char === '\\' ? escape(text.slice(at + 1, at + 6)) : undefined
      at += escaped?.length ?? 0
      add(escaped?.text ?? char)
    }
    return false
  }

  while (at < text.length) {
    const char = text.charAt(at)
    const next = text.charAt(at + 1)
    if (char === '\\') {
      const newline = /^\\\r?\n/.exec(text.slice(at, at + 3))?.[0]
      if (newline === undefined && next !== '') add(next)
      at += newline?.length ?? 2
    } else if (char === "'") {
      at++
      if (!readQuoted("'", () => undefined)) return { complete: false, words: [...words, word ?? ''], open: "'" }
    } else if (char === '$' && next === "'") {
      at += 2
      if (!readQuoted("'", ansiEscape)) return { complete: false, words: [...words, word ?? ''], open: "$'" }
    } else if (char === '"') {
      at++
      if (!readQuoted('"', doubleQuoteEscape)) return { complete: false, words: [...words, word ?? ''], open: '"' }
    } else if (/[\n|;&>]/.test(char)) {
      break
    } else if (/\s/.test(char)) {
      finish()
      at++
    } else {
      add(char)
      at++
    }
  }
  finish()
  return { complete: true, words, end: at }
}
