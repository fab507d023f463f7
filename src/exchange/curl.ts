import { curlArguments } from './curlOptions'
import type { Authorisation, Request, ShellReading } from './exchange'
import { authorisationOf, readHeaderLine } from './headers'
import { readBody } from './json'
import { requestOf } from './request'
import { shells, shownShell, wordsIn, type Shell } from './shell'

interface CompleteReading {
  readonly complete: true
  readonly request: Request
  readonly end: number
}

export type CurlReading = CompleteReading | { readonly complete: false; readonly why: string }

const percentEncoded = (text: string): string => encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'))

/** `name=text` as `--data-urlencode` sends it. A file is left alone. */
const urlEncoded = (value: string): string => {
  const [, name = '', sign, content] = /^([^=@]*)([=@])(.*)$/s.exec(value) ?? []
  if (sign === '@') return value
  if (sign === undefined) return percentEncoded(value)
  return `${name}${name === '' ? '' : '='}${percentEncoded(content ?? '')}`
}

/** What the options of a command say, one after another. */
interface Said {
  method: string | undefined
  url: string | undefined
  authorisation: Authorisation
  /** Data go into the query. */
  inQuery: boolean
  readonly data: string[]
  readonly query: string[]
  readonly form: string[]
}

const takeOption = (said: Said, name: string, value: string): void => {
  switch (name) {
    case '--request':
      said.method = value
      return
    case '--header': {
      const [header, held] = readHeaderLine(value) ?? []
      if (header === 'authorization' && held !== undefined) said.authorisation = authorisationOf(held)
      return
    }
    case '--user':
      said.authorisation = 'basic'
      return
    case '--oauth2-bearer':
      said.authorisation = 'bearer'
      return
    case '--data':
    case '--data-raw':
    case '--data-binary':
    case '--data-ascii':
    case '--json':
      said.data.push(value)
      return
    case '--data-urlencode':
      said.data.push(urlEncoded(value))
      return
    case '--url-query':
      said.query.push(urlEncoded(value))
      return
    case '--form':
    case '--form-string':
      said.form.push(value)
      return
    case '--upload-file':
      said.method ??= 'PUT'
      return
    case '--url':
      said.url ??= value
  }
}

const methodOf = ({ method, inQuery, data, form }: Said): string =>
  method ?? ((data.length > 0 && !inQuery) || form.length > 0 ? 'POST' : 'GET')

const withQuery = (url: string, query: readonly string[]): string =>
  query.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}`

/** Reads a cURL command that `text` begins with. Says what is missing when it is cut short. */
export const readCurl = (text: string, shell: Shell = 'bash'): CurlReading => {
  const split = wordsIn(text, shell)
  if (!split.complete) return { complete: false, why: `The cURL command is cut short: a quote (${split.open}) is opened and never closed.` }

  const said: Said = { method: undefined, url: undefined, authorisation: 'none', inQuery: false, data: [], query: [], form: [] }
  for (const argument of curlArguments(split.words.slice(1))) {
    if (argument.kind === 'option') takeOption(said, argument.name, argument.value)
    else if (argument.kind === 'plain') said.url ??= argument.text
    else if (argument.name === '--get') said.inQuery = true
    else if (argument.name === '--head') said.method ??= 'HEAD'
  }
  const { url, inQuery, authorisation, data, query, form } = said
  if (url === undefined) return { complete: false, why: 'The cURL command is cut short: it names no URL.' }
  if (url.includes('\n'))
    return { complete: false, why: 'The cURL command is cut short: the quote around its URL is not closed in its line.' }
  const body = data.length > 0 && !inQuery ? data.join('&') : form.join('\n')
  return {
    complete: true,
    end: split.end,
    request: requestOf({
      method: methodOf(said),
      url: withQuery(url, inQuery ? [...query, ...data] : query),
      authorisation,
      body: readBody(body)
    })
  }
}

/** True for a request with an address, and with a body that can be read. */
const isGood = ({ url, body }: Request): boolean => /^(?:https?:)?\/|^[$%{<]|^[\w.-]+[./:]/i.test(url) && body?.kind !== 'malformed'

/** In cmd a single quote means nothing: nobody begins to quote with one there. */
const mayBe = (command: string, shell: Shell): boolean => shell !== 'cmd' || /^[^'"]*(?:"|$)/.test(command)

/** What the command is in this shell, where it is a good one there. */
const goodRequest = (command: string, shell: Shell): Request | undefined => {
  const reading = mayBe(command, shell) ? readCurl(command, shell) : undefined
  return reading?.complete === true && isGood(reading.request) ? reading.request : undefined
}

/** The shell that commands are written for; `isShown` when something in them shows which. */
export interface ShellGuess {
  readonly shell: Shell
  readonly isShown: boolean
}

/**
 * The shell that the commands of a paste are written for, by the first of them; `lead` is what stands before it in its line. Where nothing shows it,
 * it is bash, unless another one's quotes make JSON of a body that is none in bash.
 */
export const shellOf = (command: string, lead = ''): ShellGuess => {
  const shown = shownShell(command, lead)
  const first = shown ?? 'bash'
  const reading = readCurl(command, first)
  const isClear = reading.complete && (shown !== undefined || isGood(reading.request))
  const better = isClear ? undefined : shells.find((shell) => shell !== first && goodRequest(command, shell)?.body?.kind === 'json')
  return better === undefined ? { shell: first, isShown: shown !== undefined } : { shell: better, isShown: false }
}

const whatIsSent = ({ method, url, body }: Request): string => JSON.stringify([method, url, body])

/** What the shells read differently. A command without any of it is the same in each. */
const ambiguous = /[\\`^]|''|""/

/** The shells in which `command` is as good a command, and another request than `request`, with a body of the same kind. */
export const otherReadings = (command: string, shell: Shell, request: Request): readonly ShellReading[] =>
  (ambiguous.test(command) ? shells : []).flatMap((other) => {
    const read = other === shell ? undefined : goodRequest(command, other)
    return read === undefined || read.body?.kind !== request.body?.kind || whatIsSent(read) === whatIsSent(request)
      ? []
      : [{ shell: other, request: read }]
  })
