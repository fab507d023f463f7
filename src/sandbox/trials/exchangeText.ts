import type { TrialRequest } from './requests'

/** Headers that say something about an answer of the platform, or of the sandbox. */
const toldHeaders = ['content-type', 'retry-after', 'inin-correlation-id', 'x-sandbox-assumption', 'x-sandbox-fault'] as const

/** A request and its answer as they went over the wire, with a placeholder for the token. */
export const exchangeText = (url: string, { method, path, body }: TrialRequest, response: Response, answer: string): string =>
  [
    `${method} ${path} HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    'Authorization: Bearer <token>',
    'Content-Type: application/json',
    '',
    JSON.stringify(body, undefined, 2),
    '',
    `HTTP/1.1 ${response.status} ${response.statusText}`.trimEnd(),
    ...toldHeaders.flatMap((name) => {
      const value = response.headers.get(name)
      return value === null ? [] : [`${name}: ${value}`]
    }),
    '',
    answer
  ].join('\n')
