import type { PlannedRequest } from './route'

const tokenPlaceholder = ({ credential }: PlannedRequest): string => `<${credential} token>`

const json = ({ body }: PlannedRequest): string => JSON.stringify(body, undefined, 2)

/** The request as HTTP. The token is a placeholder, always. */
export const printHttp = (request: PlannedRequest, host: string): string =>
  [
    `${request.method} ${request.path} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${tokenPlaceholder(request)}`,
    'Content-Type: application/json',
    '',
    json(request)
  ].join('\n')

const singleQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** The request as a cURL command for bash and other POSIX shells. The token is a placeholder, always. */
export const printCurl = (request: PlannedRequest, origin: string): string =>
  [
    `curl --request ${request.method} ${singleQuoted(`${origin}${request.path}`)}`,
    `  --header ${singleQuoted(`Authorization: Bearer ${tokenPlaceholder(request)}`)}`,
    `  --header ${singleQuoted('Content-Type: application/json')}`,
    `  --data-raw ${singleQuoted(json(request))}`
  ].join(' \\\n')
