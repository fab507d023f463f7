/**
 * Reads objects as consoles show them: Node’s util.inspect, a browser’s console, a Python dict, a JavaScript literal. Not exact: what cannot be
 * read becomes text or is left out. Linear in the length of the text.
 */
export interface Inspected {
  readonly value: unknown
  readonly end: number
  /** False when the text ends in the middle of it. */
  readonly complete: boolean
}

/** Deeper than any console shows: braces further inside are read as text. */
const deepest = 60

const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['null', 'None', 'nil'].map((word) => [word, null] as const),
  ...['true', 'True'].map((word) => [word, true] as const),
  ...['false', 'False'].map((word) => [word, false] as const),
  ['undefined', undefined]
])

const valueOfWord = (word: string): unknown => {
  if (words.has(word)) return words.get(word)
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(word) ? Number(word) : word
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '0': '\0' }

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gis, (_, unicode: string | undefined, hex: string | undefined, letter: string) => {
    const code = unicode ?? hex
    return code === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16))
  })

const blank = /[\s,;]*/y
const spaces = /[ \t]*/y
const quoted = /(['"`])((?:(?!\1)[^\\]|\\.)*)(\1?)/sy
/** A long text is shown in pieces: `'…' +` and the next one in the next line. */
const joined = /\s*\+\s*(?=['"`])/y
/** `[Symbol(x)]`, `[Function: x]`, `[Circular *1]`, `<ref *1>`: shown, and not the thing itself. */
const shown = /<[^<>\n]{0,80}>|\[[A-Z][\w:*. ()-]{0,80}\]|\([^()\n]{0,80}\)/y
const word = /[^\s,;:={}[\]()<>'"`]+/y
const key = /(['"])((?:(?!\1)[^\\\n]|\\.){0,200})\1|\[[^\]\n]{0,80}\]|[^\s,;:={}[\]'"`]+/y
const colon = /[ \t]*(?::|=>|=)/y

/** Reads the object or list that begins at `start`. */
export const readInspected = (text: string, start: number): Inspected => {
  let at = start
  let complete = true

  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text) ?? undefined
    if (found) at = pattern.lastIndex
    return found
  }

  const readText = (): string => {
    const pieces: string[] = []
    do {
      const found = take(quoted)
      pieces.push(unescaped(found?.[2] ?? ''))
      if (found?.[3] === '') complete = false
    } while (take(joined))
    return pieces.join('')
  }

  /** A word, a text, an object; or words in front of one of them, such as the name of its class. */
  const readValue = (depth: number): unknown => {
    let said = ''
    while (at < text.length) {
      take(spaces)
      const char = text.charAt(at)
      if (char === '{' && depth < deepest) return readObject(depth + 1)
      if (said === '' && /['"`]/.test(char)) return readText()
      if (take(shown)) continue
      if (char === '[' && said === '' && depth < deepest) return readList(depth + 1)
      if (/[\s,;}\]]/.test(char)) return valueOfWord(said)
      const next = take(word)?.[0]
      if (next === undefined) at++
      said += said === '' ? (next ?? char) : ` ${next ?? char}`
    }
    return valueOfWord(said)
  }

  /** True at the sign that closes, which is taken; and at the end of the text. */
  const closes = (sign: string): boolean => {
    take(blank)
    if (at >= text.length) {
      complete = false
      return true
    }
    if (text.charAt(at) !== sign) return false
    at++
    return true
  }

  const readList = (depth: number): readonly unknown[] => {
    at++
    const items: unknown[] = []
    while (!closes(']')) {
      const before = at
      const item = readValue(depth)
      if (at === before) at++
      else items.push(item)
    }
    return items
  }

  const readObject = (depth: number): Readonly<Record<string, unknown>> => {
    at++
    const fields = new Map<string, unknown>()
    while (!closes('}')) {
      const before = at
      const found = take(key)
      const name = found?.[2] ?? found?.[0]
      if (name !== undefined && take(colon)) {
        fields.set(name, readValue(depth))
      }
      if (at === before) at++
    }
    return Object.fromEntries(fields)
  }

  const value = text.charAt(at) === '[' ? readList(0) : readObject(0)
  return { value, end: at, complete }
}
