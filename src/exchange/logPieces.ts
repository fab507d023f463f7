import { looksLikeError } from './errorBody'
import { exchangeOfErrorObject, requestBodyKeys, requestOfValue } from './errorObject'
import { headersShownIn } from './headers'
import { bodyOfValue, isRecord, numberAt, parseJson, textAt } from './json'
import { jsonSpansIn } from './jsonSpans'
import type { Piece } from './pieces'
import { isOfPlatform, requestOf } from './request'
import { errorIn, requestIn, statusIn } from './textFinds'

/** A text in a record in a text … is looked into no further than this. */
const deepest = 4

/** Longer lines are no lines of a log; what matters in them stands at their beginning. */
const longestLine = 5000

/** A line of PowerShell’s position message: `+ Invoke-RestMethod …`. */
const positionMessage = /^\s*\+ /

/** Most lines of a log are of something else: they are passed over at a glance. */
const worthALook = /\d\d|\/oauth|code|Exception/i

const linePieces = (written: string): readonly Piece[] => {
  const line = written.slice(0, longestLine)
  if (!line.includes('/api/v2') && !worthALook.test(line)) return []
  const pieces: Piece[] = []
  const request = requestIn(line)
  if (request) {
    const kind = positionMessage.test(line) ? 'cause' : 'request'
    pieces.push({ kind, request: requestOf({ ...request, authorisation: 'not shown', body: undefined }) })
  }
  const found = statusIn(line)
  if (found) pieces.push({ kind: 'status', status: found.status })
  const error =
    errorIn(line) ?? (found?.reason === undefined ? undefined : { code: undefined, message: found.reason, correlationId: undefined })
  if (error) pieces.push({ kind: 'error', error })
  const headers = headersShownIn(line)
  if (headers.size > 0) pieces.push({ kind: 'headers', headers })
  return pieces
}

const messageKeys = ['message', 'msg', 'log', '@message', 'event', 'text']
const recordKeys = ['level', 'severity', 'lvl', 'loglevel', 'logger', 'time', 'timestamp', '@timestamp', 'ts', 'log', 'msg']
const statusKeys = ['status', 'statusCode', 'status_code', 'responseStatus', 'response_status', 'httpStatus', 'http_status']

/** Where a record keeps the body of a request or an answer. */
const bodyKey = /body|data|payload|request|response|result|err/i

const isLogRecord = (value: Readonly<Record<string, unknown>>): boolean =>
  recordKeys.some((key) => key in value) &&
  (messageKeys.some((key) => textAt(value, key) !== undefined) || statusKeys.some((key) => key in value))

const recordPieces = (value: Readonly<Record<string, unknown>>, depth: number): readonly Piece[] => {
  const pieces: Piece[] = []
  const request = requestOfValue(value)
  if (request) pieces.push({ kind: 'request', request })
  for (const [key, held] of Object.entries(value)) {
    if (/headers?$/i.test(key) || (request && requestBodyKeys.includes(key))) continue
    if (typeof held === 'string') pieces.push(...textPieces(held, depth + 1))
    else if (isRecord(held) && depth < deepest)
      pieces.push(...valuePieces(held, depth + 1).filter(({ kind }) => kind !== 'body' || bodyKey.test(key)))
  }
  const status = statusKeys.map((key) => numberAt(value, key)).find((number) => number !== undefined && number >= 100 && number < 600)
  if (status !== undefined) pieces.push({ kind: 'status', status })
  return pieces
}

const valuePieces = (value: Readonly<Record<string, unknown>>, depth: number): readonly Piece[] => {
  if (isLogRecord(value) && depth < deepest) return recordPieces(value, depth)
  const exchange = exchangeOfErrorObject(value)
  if (exchange && (exchange.request === undefined || isOfPlatform(exchange.request.url))) return [{ kind: 'exchange', exchange }]
  // A part of a record, such as “req” or “res”.
  const isPart = requestOfValue(value) !== undefined || statusKeys.some((key) => numberAt(value, key) !== undefined)
  if (isPart && !looksLikeError(value) && depth < deepest) return recordPieces(value, depth)
  const body = bodyOfValue(value)
  return body ? [{ kind: 'body', body }] : []
}

const escapedJson = /\{\s{0,4}\\{1,8}"/

/** A line in which JSON is escaped as a text, with one level of the escapes taken away. */
const withoutEscapes = (text: string): string => text.replace(/\\(["\\/])/g, '$1')

/** The pieces of exchanges in a text: JSON where it stands, and the lines around it. */
export const textPieces = (text: string, depth = 0): readonly Piece[] => {
  if (depth > deepest) return []
  const pieces: Piece[] = []
  let at = 0
  const readLines = (end: number): void => {
    for (const line of text.slice(at, end).split('\n'))
      pieces.push(...(escapedJson.test(line) ? textPieces(withoutEscapes(line), depth + 1) : linePieces(line)))
  }
  for (const { start, end } of jsonSpansIn(text).spans) {
    const parsed = parseJson(text.slice(start, end))
    if (!parsed.ok || !isRecord(parsed.value)) continue
    readLines(start)
    pieces.push(...valuePieces(parsed.value, depth))
    at = end
  }
  readLines(text.length)
  return pieces
}
