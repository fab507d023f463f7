import type { Authorisation } from './exchange'
import { isRecord } from './json'

/** Headers by their names in lower case. */
export type Headers = ReadonlyMap<string, string>

export const noHeaders: Headers = new Map()

/** The scheme of an `Authorization` header's value. The value itself goes no further. */
export const authorisationOf = (headerValue: string): Authorisation => {
  if (/^\s*bearer\b/i.test(headerValue)) return 'bearer'
  if (/^\s*basic\b/i.test(headerValue)) return 'basic'
  return 'not shown'
}

/** How a request with these headers is authorised. Without the header it may be that only the text leaves it out. */
export const authorisationIn = (headers: Headers): Authorisation => authorisationOf(headers.get('authorization') ?? '')

const headerLine = /^([A-Za-z][A-Za-z0-9-]*)\s*:\s*(.*)$/

/** Name (in lower case) and value of a header line; `undefined` for another kind of line. */
export const readHeaderLine = (line: string): readonly [string, string] | undefined => {
  const [, name, value] = headerLine.exec(line.trim()) ?? []
  return name === undefined || value === undefined ? undefined : [name.toLowerCase(), value]
}

const headerText = (value: unknown): string | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined
}

/** Headers as a program or a HAR shows them: an object, or a list of `{name, value}`. */
export const headersOfValue = (value: unknown): Headers => {
  const headers = new Map<string, string>()
  const add = (name: unknown, held: unknown): void => {
    const text = headerText(held)
    if (typeof name === 'string' && text !== undefined) headers.set(name.toLowerCase(), text)
  }
  if (Array.isArray(value)) for (const header of value) if (isRecord(header)) add(header['name'], header['value'])
  if (isRecord(value)) for (const [name, held] of Object.entries(value)) add(name, held)
  return headers
}

const shownHeader = /\b(retry-after|inin-correlation-id)\\?["']?[ \t]{0,4}(?:[:=]|=>|,)[ \t]{0,4}[[\\"']{0,3}([\w-]{1,64})/gi

/** The headers that matter to us, in whatever way a text shows them: `'Retry-After': '7'`, `Retry-After:[7]`. */
export const headersShownIn = (text: string): Headers => {
  const headers = new Map<string, string>()
  for (const [, name, value] of text.matchAll(shownHeader))
    if (name !== undefined && value !== undefined) headers.set(name.toLowerCase(), value)
  return headers
}

/** `Retry-After` in seconds; `undefined` when there is none or it is a date. */
export const retryAfterOf = (headers: Headers): number | undefined => {
  const value = headers.get('retry-after')?.trim()
  return value !== undefined && /^\d{1,7}$/.test(value) ? Number(value) : undefined
}

/** What support asks for: a UUID, or a word like one. */
export const correlationIdOf = (headers: Headers): string | undefined =>
  /^[\w-]{1,64}$/.exec(headers.get('inin-correlation-id')?.trim() ?? '')?.[0]
