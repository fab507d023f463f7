import type { PlannedRequest } from '../route'
import { bodyText, tokenPlaceholder } from './requestParts'

/** The request as HTTP/1.1, as the .http files of REST clients have it too. */
export const printHttp = (request: PlannedRequest, origin: string): string =>
  [
    `${request.method} ${request.path} HTTP/1.1`,
    `Host: ${new URL(origin).host}`,
    `Authorization: Bearer ${tokenPlaceholder(request)}`,
    'Content-Type: application/json',
    '',
    bodyText(request)
  ].join('\n')
