import { endOfLine, startOfLine } from './lines'

const marker = 'genesys-messaging-ignore'
const ids = /^[ \t]*((?:[a-z0-9-]+(?:\.[a-z0-9-]+)+[ \t,]*)*)/

/** Where a text asks that a rule be passed over. */
export type Ignores = (offset: number, rule: string) => boolean

const nothing: Ignores = () => false

/** The line that `offset` is on, and the one above it. */
const linesAt = (text: string, offset: number): readonly string[] => {
  const start = startOfLine(text, offset)
  return [text.slice(start, endOfLine(text, offset)), start === 0 ? '' : text.slice(startOfLine(text, start - 1), start - 1)]
}

const asksFor = (line: string, rule: string): boolean => {
  const at = line.indexOf(marker)
  if (at < 0) return false
  const named = (ids.exec(line.slice(at + marker.length))?.[1] ?? '').split(/[ \t,]+/).filter((id) => id !== '')
  return named.length === 0 || named.includes(rule)
}

/** Reads `genesys-messaging-ignore rule.id` on the same line or on the line above; without an id it holds for every rule. */
export const ignoresIn = (text: string): Ignores =>
  text.includes(marker) ? (offset, rule) => linesAt(text, offset).some((line) => asksFor(line, rule)) : nothing
