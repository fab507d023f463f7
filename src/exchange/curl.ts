import { apiPathOf } from '../platform/operationUrl'
import type { Authorisation, Request } from './exchange'
import { authorisationOf, readHeaderLine } from './headers'
import { readBody } from './json'
import { withoutSecrets } from './secrets'
import { shellWords } from './shellWords'

export type CurlReading =
  { readonly complete: true; readonly request: Request; readonly end: number } | { readonly complete: false; readonly why: string }

const dataOptions = new Set(['-d', '--data', '--data-raw', '--data-binary', '--data-ascii', '--data-urlencode', '--json'])

/** Long options that take a value which says nothing of the request. */
const otherValueOptions = new Set(
  (
    '--output --user-agent --referer --cookie --cookie-jar --max-time --connect-timeout --proxy --proxy-user --form --form-string --cacert ' +
    '--capath --cert --key --pass --write-out --retry --retry-delay --retry-max-time --resolve --connect-to --config --dump-header --range ' +
    '--upload-file --interface --limit-rate --max-redirs --ciphers --tls-max --noproxy --trace --trace-ascii --stderr --aws-sigv4'
  ).split(' ')
)

/** Letters that take a value. */
const valueLetter = /[AbcCdDeEFHKmoQrTuUwxXYyz]/

/** A word as option and the value that is written with it: `-XPOST`, `-d{…}`, `-sX`, `--request=POST`. Flags before the letter are passed over. */
const splitOption = (word: string): readonly [string, string | undefined] => {
  const long = /^(--[a-z\d-]+)=(.*)$/s.exec(word)
  if (long?.[1] !== undefined) return [long[1], long[2]]
  if (!/^-[a-z]/i.test(word)) return [word, undefined]
  const at = word.slice(1).search(valueLetter) + 1
  if (at === 0) return [word, undefined]
  const value = word.slice(at + 1)
  return [`-${word.charAt(at)}`, value === '' ? undefined : value]
}

const takesOtherValue = (option: string): boolean =>
  otherValueOptions.has(option) || (option.length === 2 && option.startsWith('-') && valueLetter.test(option))

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
    else if (takesOtherValue(option)) value()
    else if (!option.startsWith('-')) url ??= option
  }
  if (url === undefined) return { complete: false, why: 'The cURL command is cut short: it names no URL.' }
  return {
    complete: true,
    end: split.end,
    request: {
      method: method ?? (data.length > 0 ? 'POST' : 'GET'),
      url: withoutSecrets(url),
      apiPath: apiPathOf(url),
      authorisation,
      body: readBody(data.join('&'))
    }
  }
}
