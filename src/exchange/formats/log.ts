import { textPieces } from '../logPieces'
import { joinPieces } from '../pieces'
import { found, type Format } from './format'

/** A time, a level, a record of a structured log at the start of a line; or what only libraries and shells write of an error. */
const logLine =
  /^[^\w\n]{0,10}(?:\d{4}[-/]\d\d[-/]\d\d[T ]|\d\d:\d\d:\d\d\b|\w{3} {1,2}\d{1,2} \d\d:\d\d|(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b[^.\n]|(?:level|time|ts)=|\{"(?:level|time|timestamp|@timestamp|severity|log|msg)")/m
/** Exact HTTP is read as such, whatever its bodies look like. */
const exactRequest = /^[ \t]{0,40}[A-Z]{3,7} \S{1,2000} HTTP\/[\d.]{1,3}$/m
const exception =
  /\b(?:ApiException|HTTPError|HttpClientError\w{0,20}|FeignException|HttpRequestException|WebException|API Error: \d{3}|HTTP response body|Error calling \w{3,80}:|Invoke-(?:RestMethod|WebRequest)\s{0,4}:)/

/** Lines of a log, stack traces and exceptions: requests, statuses and bodies with noise around them. */
export const logFormat: Format = {
  name: 'log',
  looksLike: (text) => (logLine.test(text) && !exactRequest.test(text)) || exception.test(text),
  read: (text) => found(joinPieces(textPieces(text)))
}

/** Any other text that names a request of the platform. */
export const proseFormat: Format = {
  name: 'text',
  looksLike: (text) => /\/(?:api\/v2|oauth)\//.test(text),
  read: (text) => {
    const exchanges = joinPieces(textPieces(text))
    return found(exchanges.some(({ request }) => request !== undefined) ? exchanges : [])
  }
}
