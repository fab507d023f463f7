import type { Body, ErrorAnswer, Response } from './exchange'
import { correlationIdOf, noHeaders, retryAfterOf, type Headers } from './headers'
import { isRecord, listAt, numberAt, textAt } from './json'
import { withoutSecrets } from './secrets'

/** What an error body says: the platform's `ErrorBody`, or `{error, error_description}` of its OAuth endpoints. */
export const errorAnswerOf = (body: Body | undefined): ErrorAnswer | undefined => {
  if (body?.kind === 'text') return { code: undefined, message: body.text, correlationId: undefined }
  if (body?.kind !== 'json' || !isRecord(body.value)) return undefined
  const { value } = body
  const [inner] = listAt(value, 'errors')
  const [detail] = listAt(value, 'details')
  const code = textAt(value, 'code') ?? textAt(value, 'error') ?? textAt(inner, 'code') ?? textAt(detail, 'errorCode')
  const message = textAt(value, 'message') ?? textAt(value, 'error_description') ?? textAt(value, 'description') ?? textAt(inner, 'message')
  const correlationId = textAt(value, 'contextId')
  return code === undefined && message === undefined ? undefined : { code, message, correlationId }
}

/** True for JSON that is an error of the platform and not a request's body. */
export const looksLikeError = (value: unknown): boolean => {
  const has = (key: string): boolean => textAt(value, key) !== undefined
  const hasStatus = numberAt(value, 'status') !== undefined
  return (
    (has('code') && (hasStatus || has('message'))) ||
    (has('error') && (has('error_description') || has('description'))) ||
    (has('message') && (hasStatus || has('contextId'))) ||
    (hasStatus && listAt(value, 'errors').some(looksLikeError))
  )
}

/** The seconds that a message of code `too.many.requests.retry.after` names (published OpenAPI: “Retry the request in [%s] seconds”). */
const secondsIn = (message: string | undefined): number | undefined => {
  const seconds = /Retry the request in \[?(\d{1,7})\]? seconds/i.exec(message ?? '')?.[1]
  return seconds === undefined ? undefined : Number(seconds)
}

const withHeaders = (response: Response, headers: Headers): Response => {
  const { error } = response
  const retryAfter = retryAfterOf(headers) ?? secondsIn(error?.message)
  return {
    ...response,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    error: error && { ...error, correlationId: error.correlationId ?? correlationIdOf(headers) }
  }
}

/** The response that a pasted JSON error body stands for. */
export const responseOfErrorBody = (body: Body, headers = noHeaders): Response | undefined =>
  body.kind === 'json' && looksLikeError(body.value)
    ? withHeaders({ status: numberAt(body.value, 'status'), error: errorAnswerOf(body), body }, headers)
    : undefined

/** The response with this status line, body and headers; what follows the status stands in for a message when the body has none. */
export const responseOf = (status: number | undefined, reason: string, body: Body | undefined, headers = noHeaders): Response => {
  const fromBody = errorAnswerOf(body)
  const message = withoutSecrets(reason.trim())
  const failed = status === undefined || status >= 400
  const error = failed ? (fromBody ?? (message === '' ? undefined : { code: undefined, message, correlationId: undefined })) : undefined
  return withHeaders({ status, error, body }, headers)
}
