import { readCurl } from './curl'
import { responseOfErrorBody } from './errorBody'
import type { Exchange } from './exchange'
import { leadingObject, readBody } from './json'
import { readRawHttp } from './rawHttp'

export type PasteReading =
  | { readonly kind: 'exchanges'; readonly exchanges: readonly Exchange[] }
  | { readonly kind: 'empty' }
  /** Something that we know, but cut short. */
  | { readonly kind: 'incomplete'; readonly why: string }
  | { readonly kind: 'unrecognised' }

/** Where a pasted text has its first cURL command. Prompts before it (`$ `) are passed over. */
const curlStart = /(?:^|\n)[ \t$>#%]*(curl(?:\.exe)?\s)/

const readCurlPaste = (text: string, start: number): PasteReading => {
  const command = text.slice(start)
  const curl = readCurl(command)
  if (!curl.complete) return { kind: 'incomplete', why: curl.why }
  // What the terminal printed after the command: a status line with headers, all that -v shows, or the body alone.
  const printed = command.slice(curl.end)
  const answer = readRawHttp(printed).find(({ response }) => response !== undefined)
  const bodyStart = printed.search(/^[ \t]*\{/m)
  const body = bodyStart < 0 ? undefined : readBody(leadingObject(printed.slice(bodyStart)))
  const response = answer?.response ?? (body === undefined ? undefined : responseOfErrorBody(body))
  return { kind: 'exchanges', exchanges: [{ request: curl.request, response }] }
}

/** Reads what somebody pasted: a cURL command, raw HTTP with or without its answer, or a JSON error body. */
export const readPaste = (text: string): PasteReading => {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'empty' }

  const curl = curlStart.exec(trimmed)
  if (curl?.[1] !== undefined) return readCurlPaste(trimmed, curl.index + curl[0].length - curl[1].length)

  const exchanges = readRawHttp(trimmed)
  if (exchanges.length > 0) return { kind: 'exchanges', exchanges }

  const jsonStart = trimmed.search(/\{\s*"/)
  const body = jsonStart < 0 ? undefined : readBody(leadingObject(trimmed.slice(jsonStart)))
  if (body?.kind === 'malformed') return { kind: 'incomplete', why: `This looks like JSON, but it cannot be read: ${body.why}` }
  const response = body === undefined ? undefined : responseOfErrorBody(body)
  return response === undefined ? { kind: 'unrecognised' } : { kind: 'exchanges', exchanges: [{ request: undefined, response }] }
}
