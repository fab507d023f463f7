import type { Body, ErrorAnswer, Response } from './exchange'
import { isRecord, textAt } from './json'
import { withoutSecrets } from './secrets'

const numberAt = (value: unknown, key: string): number | undefined => {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'number' ? found : undefined
}

/** What an error body says: the platform's `ErrorBody`, or `{error, error_description}` of its OAuth endpoints. */
export const errorAnswerOf = (body: Body | undefined): ErrorAnswer | undefined => {
  if (body?.kind === 'text') return { code: undefined, message: body.text, correlationId: undefined }
  if (body?.kind !== 'json' || !isRecord(body.value)) return undefined
  const code = textAt(body.value, 'code') ?? textAt(body.value, 'error')
  const message = textAt(body.value, 'message') ?? textAt(body.value, 'error_description') ?? textAt(body.value, 'description')
  const correlationId = textAt(body.value, 'contextId')
  return code === undefined && message === undefined ? undefined : { code, message, correlationId }
}

/** True for JSON that is an error of the platform and not a request's body. */
const looksLikeError = (value: unknown): boolean =>
  isRecord(value) &&
  ((textAt(value, 'code') !== undefined && (numberAt(value, 'status') !== undefined || textAt(value, 'message') !== undefined)) ||
    (textAt(value, 'error') !== undefined &&
      (textAt(value, 'error_description') !== undefined || textAt(value, 'description') !== undefined)) ||
    (textAt(value, 'message') !== undefined && (numberAt(value, 'status') !== undefined || textAt(value, 'contextId') !== undefined)))

/** The response that a pasted JSON error body stands for. */
export const responseOfErrorBody = (body: Body): Response | undefined =>
  body.kind === 'json' && looksLikeError(body.value)
    ? { status: numberAt(body.value, 'status'), error: errorAnswerOf(body), body }
    : undefined

/** The response with this status line and body; what follows the status stands in for a message when the body has none. */
export const responseOf = (status: number | undefined, reason: string, body: Body | undefined): Response => {
  const fromBody = errorAnswerOf(body)
  const message = withoutSecrets(reason.trim())
  const failed = status === undefined || status >= 400
  const error = failed ? (fromBody ?? (message === '' ? undefined : { code: undefined, message, correlationId: undefined })) : undefined
  return { status, error, body }
}
