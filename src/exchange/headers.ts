import type { Authorisation } from './exchange'

/** The scheme of an `Authorization` header's value. The value itself goes no further. */
export const authorisationOf = (headerValue: string): Authorisation => {
  if (/^\s*bearer\b/i.test(headerValue)) return 'bearer'
  if (/^\s*basic\b/i.test(headerValue)) return 'basic'
  return 'not shown'
}

const headerLine = /^([A-Za-z][A-Za-z0-9-]*)\s*:\s*(.*)$/

/** Name (in lower case) and value of a header line; `undefined` for another kind of line. */
export const readHeaderLine = (line: string): readonly [string, string] | undefined => {
  const [, name, value] = headerLine.exec(line.trim()) ?? []
  return name === undefined || value === undefined ? undefined : [name.toLowerCase(), value]
}
