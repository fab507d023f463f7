import { cmdWords } from './cmdWords'
import { curlArguments } from './curlOptions'
import type { Authorisation, Request } from './exchange'
import { authorisationOf, readHeaderLine } from './headers'
import { readBody } from './json'
import { powerShellWords } from './powerShellWords'
import { requestOf } from './request'
import { shellWords, type ShellWords } from './shellWords'

export type CurlReading =
  { readonly complete: true; readonly request: Request; readonly end: number } | { readonly complete: false; readonly why: string }

/** The shell that a command is written for, which decides what its quotes mean. */
export type Shell = 'bash' | 'powerShell' | 'cmd'

const splitters: Readonly<Record<Shell, (text: string) => ShellWords>> = { bash: shellWords, powerShell: powerShellWords, cmd: cmdWords }

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
  const split = splitters[shell](text)
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

/** True when a command is one in this shell: with a URL, and a body that can be read. */
const readsWell = (reading: CurlReading): boolean =>
  reading.complete && /^(?:[a-z]|\$|\{|\/)/i.test(reading.request.url) && reading.request.body?.kind !== 'malformed'

/** A shell that was not the first guess has to show more: that its quotes make a JSON body of what was none. */
const readsBetter = (reading: CurlReading): boolean => readsWell(reading) && reading.complete && reading.request.body?.kind === 'json'

const shellsByLooks = (text: string): readonly Shell[] => {
  // A backslash at a line’s end goes on in bash alone, whatever the texts inside look like.
  if (/\\\r?\n/.test(text)) return ['bash', 'powerShell', 'cmd']
  if (/\^["\n]/.test(text)) return ['cmd', 'bash', 'powerShell']
  if (/`\n|@['"]\n/.test(text)) return ['powerShell', 'bash', 'cmd']
  return ['bash', 'powerShell', 'cmd']
}

/** The shell that the commands of a paste are written for, by their looks and by the first of them. */
export const shellOf = (command: string): Shell => {
  const [first = 'bash', ...others] = shellsByLooks(command)
  return readsWell(readCurl(command, first)) ? first : (others.find((shell) => readsBetter(readCurl(command, shell))) ?? first)
}
