import { apiPathOf } from '../platform/operationUrl'
import { responseOf } from './errorBody'
import type { Authorisation, Exchange, Request, Response } from './exchange'
import { authorisationOf, readHeaderLine } from './headers'
import { leadingObject, readBody } from './json'
import { withoutSecrets } from './secrets'

const requestLine = /^(?:[>*]\s+)?(GET|POST|PUT|PATCH|DELETE|HEAD)\s+(\S+)(?:\s+HTTP\/[\d.]+)?$/i
const statusLine =
  /^((?:[<*]|→|->|=>|⇒)?\s*(?:(?:HTTP\/[\d.]+|HTTP|status(?: code)?|response|returned|got|answer)(?:\s*:)?\s+)?)([1-5]\d\d)\b(?:[\s:–-]+(.*))?$/i
const reasonPhrase =
  /^(?:OK|Created|Accepted|No Content|Bad Request|Unauthorized|Forbidden|Not Found|Conflict|Too Many Requests|Internal Server Error|Service Unavailable|Gateway Timeout)\b[\s:–-]*/i

/** Status and what follows it. A bare number is none: it may be a line of a pretty-printed body. */
const readStatusLine = (line: string): { readonly status: number; readonly reason: string } | undefined => {
  const [, lead = '', status, rest = ''] = statusLine.exec(line) ?? []
  if (status === undefined || (lead.trim() === '' && !/[A-Za-z]/.test(rest))) return undefined
  const said = rest.replace(reasonPhrase, '')
  return { status: Number(status), reason: said === '' ? rest : said }
}

interface Message {
  readonly headers: ReadonlyMap<string, string>
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
  const header = headers.get('authorization')
  const authorisation: Authorisation = header === undefined ? 'not shown' : authorisationOf(header)
  return {
    method: method.toUpperCase(),
    url: withoutSecrets(url.startsWith('/') && host !== undefined ? `https://${host}${url}` : url),
    apiPath: apiPathOf(url),
    authorisation,
    body: readBody(body)
  }
}

const readResponse = (status: number, reason: string, lines: readonly string[]): Response => {
  const { headers, body } = readMessage(lines)
  const response = responseOf(status, reason, readBody(body.trimStart().startsWith('{') ? leadingObject(body.trimStart()) : body))
  const correlationId = response.error?.correlationId ?? headers.get('inin-correlation-id')
  return response.error === undefined ? response : { ...response, error: { ...response.error, correlationId } }
}

/** A message whose first line was read and whose other lines are being gathered. */
type Opened =
  | { readonly kind: 'request'; readonly method: string; readonly url: string; readonly lines: string[] }
  | { readonly kind: 'response'; readonly status: number; readonly reason: string; readonly lines: string[] }

/**
 * Reads requests written as HTTP (a request line, then headers or at once the body), each with the answer that follows it: a status line, or a
 * line such as `→ 409 Conflict: …`. Exact HTTP is not asked for: people write from memory.
 */
export const readRawHttp = (text: string): readonly Exchange[] => {
  const exchanges: { request: Request | undefined; response: Response | undefined }[] = []
  let open: Opened | undefined

  const close = (): void => {
    if (open?.kind === 'request') exchanges.push({ request: readRequest(open.method, open.url, open.lines), response: undefined })
    if (open?.kind === 'response') {
      const response = readResponse(open.status, open.reason, open.lines)
      const last = exchanges.at(-1)
      if (last && last.response === undefined) last.response = response
      else exchanges.push({ request: undefined, response })
    }
    open = undefined
  }

  for (const line of text.split(/\r?\n/)) {
    const request = requestLine.exec(line.trim())
    const status = readStatusLine(line.trim())
    if (request?.[1] !== undefined && request[2] !== undefined && /[/.]/.test(request[2])) {
      close()
      open = { kind: 'request', method: request[1], url: request[2], lines: [] }
    } else if (status) {
      close()
      open = { kind: 'response', ...status, lines: [] }
    } else open?.lines.push(line.trim() === '' && open.lines.length === 0 ? '' : line)
  }
  close()
  return exchanges
}
