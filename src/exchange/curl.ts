import { apiPathOf } from '../platform/operationUrl'
import type { Authorisation, Request } from './exchange'
import { authorisationOf, readHeaderLine } from './headers'
import { readBody } from './json'
import { withoutSecrets } from './secrets'
import { shellWords } from './shellWords'

export type CurlReading = { readonly complete: true; readonly request: Request } | { readonly complete: false; readonly why: string }

const dataOptions = new Set(['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--json'])
const valueOptions = new Set([
  '-o',
  '--output',
  '-A',
  '--user-agent',
  '-e',
  '--referer',
  '-b',
  '--cookie',
  '-m',
  '--max-time',
  '--connect-timeout',
  '-x',
  '--proxy',
  '-F',
  '--form',
  '--cacert'
])

/** `-XPOST`, `-d{…}` and `--request=POST` as option and value. */
const splitOption = (word: string): readonly [string, string | undefined] => {
  const long = /^(--[a-z-]+)=(.*)$/s.exec(word)
  if (long?.[1] !== undefined) return [long[1], long[2]]
  const short = /^(-[XHdu])(.+)$/s.exec(word)
  return short?.[1] === undefined ? [word, undefined] : [short[1], short[2]]
}

/** Reads a cURL command (bash quoting). Says what is missing when it is cut short. */
export const readCurl = (text: string): CurlReading => {
  const split = shellWords(text)
  if (!split.complete) return { complete: false, why: `The cURL command is cut short: a quote (${split.open}) is opened and never closed.` }

  let method: string | undefined
  let url: string | undefined
  let authorisation: Authorisation = 'none'
  const data: string[] = []
  const [, ...args] = split.words
  for (let index = 0; index < args.length; index++) {
    const [option, attached] = splitOption(args[index] ?? '')
    const value = (): string => attached ?? args[++index] ?? ''
    if (option === '-X' || option === '--request') method = value().toUpperCase()
    else if (option === '-H' || option === '--header') {
      const [name, headerValue] = readHeaderLine(value()) ?? []
      if (name === 'authorization' && headerValue !== undefined) authorisation = authorisationOf(headerValue)
    } else if (option === '-u' || option === '--user') {
      value()
      authorisation = 'basic'
    } else if (option === '--oauth2-bearer') {
      value()
      authorisation = 'bearer'
    } else if (dataOptions.has(option)) data.push(value())
    else if (option === '--url') url = value()
    else if (valueOptions.has(option)) value()
    else if (!option.startsWith('-')) url ??= option
  }
  if (url === undefined) return { complete: false, why: 'The cURL command is cut short: it names no URL.' }
  return {
    complete: true,
    request: {
      method: method ?? (data.length > 0 ? 'POST' : 'GET'),
      url: withoutSecrets(url),
      apiPath: apiPathOf(url),
      authorisation,
      body: readBody(data.join('&'))
    }
  }
}
