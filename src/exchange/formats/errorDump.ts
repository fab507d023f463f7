import { responseOfErrorBody } from '../errorBody'
import { exchangeOfErrorObject } from '../errorObject'
import type { Exchange } from '../exchange'
import { readInspected } from '../inspected'
import { bodyOfValue } from '../json'
import { withoutCookies } from '../secrets'
import { found, incomplete, type Format } from './format'

/** An object as a console shows it: a brace, and a key that is no JSON. */
const objectStart = /\{\s{0,200}(?:'[\w-]{1,60}'|[A-Za-z_$][\w$]{0,60}|\[[A-Za-z][^\]\n]{0,60}\])\s{0,4}:/g

const exchangeOf = (value: unknown): Exchange | undefined => {
  const exchange = exchangeOfErrorObject(value)
  if (exchange) return exchange
  const body = bodyOfValue(value)
  const response = body && responseOfErrorBody(body)
  return response && { request: undefined, response }
}

/** Errors of client libraries as a console shows them: axios, the platform’s SDK for JavaScript, Python’s dicts. */
export const errorDumpFormat: Format = {
  name: 'error dump',
  looksLike: (text) =>
    /\b(?:status|statusCode|contextId|config|response|isAxiosError)['"]?\s?: ?['"{[\w]/.test(text) && text.search(objectStart) >= 0,
  read: (pasted) => {
    const text = withoutCookies(pasted)
    const exchanges: Exchange[] = []
    let cutShort = false
    for (let at = 0; ;) {
      objectStart.lastIndex = at
      const start = objectStart.exec(text)
      if (!start) break
      const { value, end, complete } = readInspected(text, start.index)
      const exchange = exchangeOf(value)
      if (exchange) exchanges.push(exchange)
      else cutShort ||= !complete
      at = end
    }
    return exchanges.length === 0 && cutShort && /\b(?:AxiosError|isAxiosError|contextId)\b/.test(text)
      ? incomplete('The error is cut short: a brace is opened and never closed, and the answer is not in what is there.')
      : found(exchanges)
  }
}
