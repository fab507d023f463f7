// How languages read a string literal, by their specifications. Only what is legal in all versions in use is read; the rest is refused.
import assert from 'node:assert/strict'

interface Language {
  /** Escapes of one letter. */
  readonly escapes: Readonly<Record<string, string>>
  /** Characters that a literal may not hold as they are. */
  readonly forbidden: RegExp
  readonly refusesSurrogateEscapes?: true
  /** What happens to the source before literals are looked for. */
  readonly before?: (source: string) => string
}

const common = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

/** JLS 3.3: a backslash that an even number of others stand before, and `u`s, and four digits. */
const javaUnicodeEscape = /(?<=(?<!\\)(?:\\\\)*)\\u+([\da-fA-F]{4})/g

export const languages = {
  /** Python reference, 2.4.1. */
  Python: { escapes: { ...common, "'": "'", a: '\x07', v: '\v' }, forbidden: /[\n\r\0]/ },
  /** JLS 3.10.5 and 3.10.7. */
  Java: {
    escapes: { ...common, "'": "'", s: ' ' },
    forbidden: /[\n\r]/,
    before: (source) => source.replace(javaUnicodeEscape, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
  },
  /** C# specification, 6.4.5.6; its line ends are those of 6.3.2. */
  'C#': { escapes: { ...common, "'": "'", '0': '\0', a: '\x07', v: '\v' }, forbidden: /[\n\r\x85\u2028\u2029]/ },
  /** Go specification, interpreted string literals; implementations may refuse NUL and the byte order mark. */
  Go: { escapes: { ...common, a: '\x07', v: '\v' }, forbidden: /[\n\0\ufeff]/, refusesSurrogateEscapes: true }
} as const satisfies Readonly<Record<string, Language>>

/** The text of a literal between double quotes; an AssertionError when the language has no such literal. */
export const readLiteral = (language: Language, literal: string): string => {
  const source = language.before?.(literal) ?? literal
  assert.match(source, /^".*"$/s)
  const inside = source.slice(1, -1)
  assert.doesNotMatch(inside, language.forbidden)
  let text = ''
  for (let at = 0; at < inside.length; at += 1) {
    const character = inside.charAt(at)
    assert.notEqual(character, '"', 'the literal ends early')
    if (character !== '\\') {
      text += character
      continue
    }
    at += 1
    const letter = inside.charAt(at)
    if (letter === 'u') {
      const digits = inside.slice(at + 1, at + 5)
      assert.match(digits, /^[\da-fA-F]{4}$/)
      if (language.refusesSurrogateEscapes) assert.doesNotMatch(digits, /^d[89a-f]/i)
      text += String.fromCharCode(parseInt(digits, 16))
      at += 4
    } else {
      const escaped = language.escapes[letter]
      assert.ok(escaped !== undefined, `\\${letter} is an escape`)
      text += escaped
    }
  }
  return text
}
