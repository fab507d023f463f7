import { responseOf } from '../errorBody'
import type { Body, Exchange, Response } from '../exchange'
import { readGuestFrame, worthExplaining } from '../guestFrames'
import { authorisationIn, headersOfValue } from '../headers'
import { fieldAt, isRecord, listAt, numberAt, parseJson, readBody, textAt } from '../json'
import { isOfPlatform, requestOf } from '../request'
import { found, incomplete, other, type Format } from './format'

/** Enough for anybody to choose from. */
const most = 200

const decoded = (content: unknown): string => {
  const text = textAt(content, 'text') ?? ''
  if (textAt(content, 'encoding') !== 'base64') return text
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)))
  } catch {
    // Not base64 after all: a recording that was edited by hand.
    return text
  }
}

const requestBody = (postData: unknown): Body | undefined => {
  const text = textAt(postData, 'text')
  if (text !== undefined) return readBody(text)
  return readBody(
    listAt(postData, 'params')
      .map((field) => `${textAt(field, 'name') ?? ''}=${textAt(field, 'value') ?? ''}`)
      .join('&')
  )
}

const responseIn = (response: unknown): Response | undefined => {
  const status = numberAt(response, 'status')
  // A request that was blocked or broken off has the status 0.
  if (status === undefined || status === 0) return undefined
  const headers = headersOfValue(fieldAt(response, 'headers'))
  return responseOf(status, textAt(response, 'statusText') ?? '', readBody(decoded(fieldAt(response, 'content'))), headers)
}

/** The frames that Chrome records with a websocket. */
const guestExchanges = (entry: Readonly<Record<string, unknown>>): readonly Exchange[] => {
  const frames = listAt(entry, '_webSocketMessages').flatMap((message) => {
    const parsed = parseJson(textAt(message, 'data') ?? '')
    return parsed.ok ? (readGuestFrame(parsed.value) ?? []) : []
  })
  return worthExplaining(frames).map((guest) => ({ request: undefined, response: undefined, guest }))
}

const exchangesIn = (entry: unknown): readonly Exchange[] => {
  if (!isRecord(entry)) return []
  const { request } = entry
  const url = textAt(request, 'url')
  const method = textAt(request, 'method')
  if (url === undefined || method === undefined || !isOfPlatform(url)) return []
  if ('_webSocketMessages' in entry) return guestExchanges(entry)
  const authorisation = authorisationIn(headersOfValue(fieldAt(request, 'headers')))
  return [
    {
      request: requestOf({ method, url, authorisation, body: requestBody(fieldAt(request, 'postData')) }),
      response: responseIn(entry['response'])
    }
  ]
}

/** The entries of a whole HAR, of a list of them, or one alone. */
const entriesOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  const entries = listAt(isRecord(value) && isRecord(value['log']) ? value['log'] : value, 'entries')
  return entries.length > 0 ? entries : [value]
}

/** A browser’s recording (HAR 1.2): http://www.softwareishard.com/blog/har-12-spec/ */
export const harFormat: Format = {
  name: 'HAR',
  looksLike: (text) =>
    /^\s*[{[]/.test(text) &&
    /"request"\s{0,20}:\s{0,20}\{/.test(text) &&
    /"(?:entries|startedDateTime|queryString|httpVersion|bodySize)"/.test(text),
  read: (text) => {
    const parsed = parseJson(text)
    if (!parsed.ok)
      return /"(?:entries|startedDateTime)"/.test(text)
        ? incomplete(`The HAR is cut short, or was changed: it cannot be read. ${parsed.why}`)
        : other
    return found(entriesOf(parsed.value).flatMap(exchangesIn).slice(0, most))
  }
}
