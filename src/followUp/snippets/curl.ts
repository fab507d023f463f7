import type { CredentialKind } from '../../model/credential'
import type { PlannedRequest } from '../route'
import { bodyText, tokenPlaceholder } from './requestParts'

/** A text as bash and other POSIX shells read it: nothing has a meaning between single quotes, so a quote stands outside of them. */
const singleQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** cURL reads a list into braces and brackets of an address. A variable that is not filled in has them. */
const globbing = (path: string): string => (/[[\]{}]/.test(path) ? ' --globoff' : '')

/** A read as a cURL command for bash and other POSIX shells. It has a placeholder where the token goes. */
export const printCurlRead = (url: string, credential: CredentialKind): string =>
  [`curl --request GET ${singleQuoted(url)}`, `--header ${singleQuoted(`Authorization: Bearer ${tokenPlaceholder({ credential })}`)}`].join(
    ' \\\n  '
  )

/** The request as a cURL command for bash and other POSIX shells. */
export const printCurl = (request: PlannedRequest, origin: string): string =>
  [
    `curl${globbing(request.path)} --request ${request.method} ${singleQuoted(origin + request.path)}`,
    `--header ${singleQuoted(`Authorization: Bearer ${tokenPlaceholder(request)}`)}`,
    `--header ${singleQuoted('Content-Type: application/json')}`,
    `--data-raw ${singleQuoted(bodyText(request))}`
  ].join(' \\\n  ')
