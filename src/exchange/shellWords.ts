export type ShellWords =
  | { readonly complete: true; readonly words: readonly string[] }
  | { readonly complete: false; readonly words: readonly string[]; readonly open: string }

const ansiEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', "'": "'", '"': '"', '\\': '\\' }

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
  const readQuoted = (quote: string, escape: (next: string) => string | undefined): boolean => {
    add('')
    for (; at < text.length; at++) {
      const char = text.charAt(at)
      if (char === quote) {
        at++
        return true
      }
      const escaped = char === '\\' ? escape(text.charAt(at + 1)) : undefined
      if (escaped !== undefined) at++
      add(escaped ?? char)
    }
    return false
  }

  while (at < text.length) {
    const char = text.charAt(at)
    const next = text.charAt(at + 1)
    if (char === '\\') {
      const newline = /^\\\r?\n/.exec(text.slice(at, at + 3))?.[0]
      if (newline === undefined) add(next)
      at += newline?.length ?? 2
    } else if (char === "'") {
      at++
      if (!readQuoted("'", () => undefined)) return { complete: false, words: [...words, word ?? ''], open: "'" }
    } else if (char === '$' && next === "'") {
      at += 2
      if (!readQuoted("'", (escaped) => ansiEscapes[escaped])) return { complete: false, words: [...words, word ?? ''], open: "$'" }
    } else if (char === '"') {
      at++
      if (!readQuoted('"', (escaped) => (/["\\$`]/.test(escaped) ? escaped : escaped === '\n' ? '' : undefined)))
        return { complete: false, words: [...words, word ?? ''], open: '"' }
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
  return { complete: true, words }
}
