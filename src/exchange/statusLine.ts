/** A status, and what is said behind it. */
export interface StatusLine {
  readonly status: number
  readonly reason: string
}

const statusLine =
  /^((?:[<*]|→|->|=>|⇒|<-{1,3})?\s*(?:(?:HTTP\/[\d.]+|HTTP|status(?: code)?|response|returned|got|answer)(?:\s*:)?\s+)?)([1-5]\d\d)\b(?:[\s:–-]+(.*))?$/i
const reasonPhrase =
  /^(?:OK|Created|Accepted|No Content|Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Too Many Requests|Internal Server Error|Service Unavailable|Gateway Timeout)\b[\s:–-]*/i
/** What OkHttp and others put behind the status: where the answer came from, and how long it took. */
const whereFrom = /^https?:\/\/\S*(?: \(\d+-?ms\b.*\))?$/

/** Reads a status line, as HTTP has it or as people write it. A bare number is none: it may be a line of a pretty-printed body. */
export const readStatusLine = (line: string): StatusLine | undefined => {
  const [, lead = '', status, rest = ''] = statusLine.exec(line) ?? []
  if (status === undefined || (lead.trim() === '' && !/[A-Za-z]/.test(rest))) return undefined
  const said = rest.replace(reasonPhrase, '')
  return { status: Number(status), reason: said === '' || whereFrom.test(said) ? (reasonPhrase.exec(rest)?.[0] ?? '').trim() : said }
}
