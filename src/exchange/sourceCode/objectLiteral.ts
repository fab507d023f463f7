import { endOfBracket, endOfString } from './balanced'
import { variableFor } from './variableName'

/** An object as code or JSON writes it, with `{name}` for every value that is not a literal; and where it ends, one past its bracket. */
export interface ObjectLiteral {
  readonly value: Readonly<Record<string, unknown>>
  readonly end: number
}

interface Read<Value> {
  readonly value: Value
  readonly end: number
}

const skipped = /(?:\s|\/\/[^\n]*|\/\*[^]{0,2000}?\*\/|#(?=\s)[^\n]*)*/y
const key = /(?:\\?["'\x60])([\w$.-]+)\\?["'\x60]|([A-Za-z_$][\w$]*)/y
const separator = /\s*(?:=>|:|=(?!=))\s*/y
const spread = /(?:\.\.\.|\*\*)/y
const literals: readonly (readonly [RegExp, unknown])[] = [
  [/(?:true|True|\$true)\b/y, true],
  [/(?:false|False|\$false)\b/y, false],
  [/(?:null|None|nil|\$null)\b/y, null]
]
const number = /-?\d+(?:\.\d+)?\b/y
const construction = /new\s*(?:[\w.<>]+\s*)?(?:\(\s*\)\s*)?(?=\{)|(?:&\s*)?[\w.]+(?=\{)|(?:map\[string\]\w+(?:\{\})?|\[ordered\])(?=@?\{)/y
const deepest = 12

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

const skip = (text: string, at: number): number => at + (matchAt(skipped, text, at)?.[0].length ?? 0)

/** Where the expression at `at` ends: before a comma, a semicolon or a closing bracket; at the end of the line where lines part the entries. */
const endOfExpression = (text: string, at: number, byLine: boolean): number => {
  for (let next = at; next < text.length; next += 1) {
    const character = text.charAt(next)
    if (character === '"' || character === "'" || character === '`') next = endOfString(text, next) - 1
    else if ('([{'.includes(character)) {
      const end = endOfBracket(text, next)
      if (end < 0) return text.length
      next = end - 1
    } else if (',;)]}'.includes(character) || (byLine && character === '\n')) return next
  }
  return text.length
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }
const unescaped = (text: string): string => text.replaceAll(/\\(.)/gs, (_all, letter: string) => escapes[letter] ?? letter)

/** What a template or a format string shows that its value is not known here. */
const holdsVariable = /\$\{|\{\w*\}|\$\(|\{\{|(?<!\w)\$[A-Za-z_]/

/** The string at `at`; a string that a program fills in, or joins to something, is a variable. */
const readString = (text: string, at: number, byLine: boolean): Read<string> => {
  // JSON inside a double-quoted argument of a shell: \"textBody\".
  const inner = text.startsWith('\\"', at) ? /\\"((?:[^"\\\n]|\\[^"\n])*)\\"/y : undefined
  const escaped = inner && matchAt(inner, text, at)
  const end = escaped ? at + escaped[0].length : endOfString(text, at)
  const content = unescaped(escaped?.[1] ?? text.slice(at + 1, end - 1))
  const whole = endOfExpression(text, end, byLine)
  const isJoined = !escaped && text.slice(end, whole).trim() !== ''
  return { value: isJoined ? '{…}' : holdsVariable.test(content) ? variableFor(content) : content, end: isJoined ? whole : end }
}

const readArray = (text: string, at: number, byLine: boolean, depth: number): Read<readonly unknown[]> | undefined => {
  const end = endOfBracket(text, at)
  if (end < 0) return undefined
  const items: unknown[] = []
  let next = skip(text, at + 1)
  while (next < end - 1) {
    const item = readValue(text, next, byLine, depth + 1)
    if (!item || item.end <= next) return undefined
    items.push(item.value)
    next = skip(text, item.end)
    if (text.charAt(next) === ',') next = skip(text, next + 1)
  }
  return { value: items, end }
}

const readValue = (text: string, at: number, byLine: boolean, depth: number): Read<unknown> | undefined => {
  if (depth > deepest) return undefined
  const character = text.charAt(at)
  if (character === '"' || character === "'" || character === '`' || text.startsWith('\\"', at)) return readString(text, at, byLine)
  if (character === '{' || text.startsWith('@{', at)) return readObject(text, at, depth + 1)
  if (character === '[') return readArray(text, at, byLine, depth)
  if (text.startsWith('@(', at)) return readArray(text, at + 1, byLine, depth)
  const built = matchAt(construction, text, at)
  if (built) return readObject(text, at + built[0].length, depth + 1)
  const end = endOfExpression(text, at, byLine)
  for (const [pattern, value] of literals) {
    const found = matchAt(pattern, text, at)
    if (found && text.slice(at + found[0].length, end).trim() === '') return { value, end }
  }
  const figure = matchAt(number, text, at)
  if (figure && text.slice(at + figure[0].length, end).trim() === '') return { value: Number(figure[0]), end }
  return end === at ? undefined : { value: variableFor(text.slice(at, end)), end }
}

interface Entry extends Read<unknown> {
  /** `undefined` for what is spread into the object. */
  readonly name: string | undefined
}

const readEntry = (text: string, at: number, byLine: boolean, depth: number): Entry | undefined => {
  if (matchAt(spread, text, at)) return { name: undefined, value: undefined, end: endOfExpression(text, at, byLine) }
  const found = matchAt(key, text, at)
  const name = found?.[1] ?? found?.[2]
  if (!found || name === undefined) return undefined
  const behind = at + found[0].length
  const parted = matchAt(separator, text, behind)
  if (parted) {
    const read = readValue(text, behind + parted[0].length, byLine, depth)
    return read && { name, ...read }
  }
  // { textBody }: the value is a variable of that name.
  return /^\s*[,}]/.test(text.slice(behind, behind + 80)) && found[2] !== undefined
    ? { name, value: variableFor(name), end: behind }
    : undefined
}

/**
 * Reads the object at `at`, tolerantly: JSON, an object of JavaScript, a dict of Python, a hashtable of PowerShell, an initialiser of C# or Go, and
 * JSON with its quotes escaped. `undefined` for a block of code and for all else that is no object.
 */
export const readObject = (text: string, at: number, depth = 0): ObjectLiteral | undefined => {
  const byLine = text.startsWith('@{', at)
  let next = byLine ? at + 1 : at
  if (text.charAt(next) !== '{') return undefined
  const entries: (readonly [string, unknown])[] = []
  next = skip(text, next + 1)
  while (next < text.length) {
    if (text.charAt(next) === '}') return { value: Object.fromEntries(entries), end: next + 1 }
    const entry = readEntry(text, next, byLine, depth)
    if (!entry || entry.end <= next) return undefined
    if (entry.name !== undefined) entries.push([entry.name, entry.value])
    const behind = skip(text, entry.end)
    const character = text.charAt(behind)
    if (character === ',' || character === ';') next = skip(text, behind + 1)
    else if (character === '}' || byLine) next = behind
    else return undefined
  }
  return undefined
}

/** The object that is written at `at`, or constructed there: `{…}`, `@{…}`, `new Request {…}`, `&Request{…}`. */
export const objectAt = (text: string, at: number): ObjectLiteral | undefined => {
  const from = skip(text, at)
  const built = matchAt(construction, text, from)
  return readObject(text, from + (built?.[0].length ?? 0))
}
