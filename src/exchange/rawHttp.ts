import { responseOf } from './errorBody'
import type { Exchange, Request, Response } from './exchange'
import { authorisationIn, readHeaderLine, type Headers } from './headers'
import { readBody } from './json'
import { isCutShort, readLeadingBody } from './jsonSpans'
import { withPlainFirstLines } from './pseudoHeaders'
import { requestOf } from './request'
import { readStatusLine } from './statusLine'

const requestLine =
  /^(?:(?:[>*•-]|\d{1,3}[.)]|-{1,3}>|→|=>|request(?: line)?:)\s+)?(GET|POST|PUT|PATCH|DELETE|HEAD)\s+(\S+)(?:\s+(?:HTTP\/[\d.]+|h[23]))?$/i

/** What curl -v and OkHttp print between and around messages: progress, connections, `[5 bytes data]`, `--> END POST`. */
const remark = /^\s*(?:\* |[{}] \[\d+ bytes data\]|[<>]?-{1,3}[<>] END\b|(?:\d{1,3}\s+[\d.]+[kMG]?\s+){2}.*-:--)/

/** A host, perhaps with its port. What else stands in a Host header is none, and may be another header that has slipped into its line. */
const hostWithPort = /^[\w.-]+(?::\d+)?$/

interface Message {
  readonly headers: Headers
  readonly body: string
}

/** Headers up to an empty line or up to a line that is none; the rest is the body. */
const readMessage = (lines: readonly string[]): Message => {
  const headers = new Map<string, string>()
  let at = 0
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? '').replace(/^[<>]\s?/, '')
    const header = readHeaderLine(line)
    if (header === undefined) {
      if (line.trim() === '') at++
      break
    }
    headers.set(...header)
  }
  return { headers, body: lines.slice(at).join('\n') }
}

const readRequest = (method: string, url: string, lines: readonly string[]): Request => {
  const { headers, body } = readMessage(lines)
  const host = headers.get('host')
  return requestOf({
    method,
    url: url.startsWith('/') && host !== undefined && hostWithPort.test(host) ? `https://${host}${url}` : url,
    authorisation: authorisationIn(headers),
    body: readLeadingBody(body)
  })
}

const readResponse = (status: number, reason: string, lines: readonly string[]): Response => {
  const { headers, body } = readMessage(lines)
  const read = /^\s*[{[]/.test(body) ? readLeadingBody(body) : readBody(body)
  return responseOf(status, reason, read, headers)
}

/** A message whose first line was read and whose other lines are being gathered. */
type Opened =
  | { readonly kind: 'request'; readonly method: string; readonly url: string; readonly lines: string[] }
  | { readonly kind: 'response'; readonly status: number; readonly reason: string; readonly lines: string[] }

const openedBy = (line: string): Opened | undefined => {
  const [, method, url] = requestLine.exec(line) ?? []
  if (method !== undefined && url !== undefined && /[/.]/.test(url)) return { kind: 'request', method, url, lines: [] }
  const status = readStatusLine(line)
  return status && { kind: 'response', ...status, lines: [] }
}

/** The messages of a text, in order. What is before the first is left out. */
const messagesIn = (text: string): readonly Opened[] => {
  const messages: Opened[] = []
  for (const line of withPlainFirstLines(text.split('\n'))) {
    const opened = openedBy(line.trim())
    if (opened) messages.push(opened)
    else if (!remark.test(line)) messages.at(-1)?.lines.push(line)
  }
  return messages
}

/**
 * Reads requests written as HTTP (a request line, then headers or at once the body), each with the answer that follows it: a status line, or a
 * line such as `→ 409 Conflict: …`. Exact HTTP is not asked for: people write from memory.
 */
export const readRawHttp = (text: string): readonly Exchange[] => {
  const exchanges: { request: Request | undefined; response: Response | undefined }[] = []
  for (const message of messagesIn(text)) {
    if (message.kind === 'request') {
      exchanges.push({ request: readRequest(message.method, message.url, message.lines), response: undefined })
      continue
    }
    const response = readResponse(message.status, message.reason, message.lines)
    const last = exchanges.at(-1)
    // An interim answer (100 Continue) is followed by the real one.
    if (last && (last.response === undefined || (last.response.status ?? 200) < 200)) last.response = response
    else exchanges.push({ request: undefined, response })
  }
  return exchanges
}

/** What is missing at the end of a text of HTTP messages: the rest of a JSON body. */
export const cutShortIn = (text: string): string | undefined => {
  const last = messagesIn(text).at(-1)
  return last && isCutShort(readMessage(last.lines).body)
    ? `The ${last.kind === 'request' ? 'request' : 'answer'}’s JSON body is cut short: a brace is opened and never closed.`
    : undefined
}
