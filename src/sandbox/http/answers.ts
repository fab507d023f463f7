import type { Models } from 'purecloud-platform-client-v2'
import { documented, type DocumentedError } from '../documentedErrors'
import { Refusal, type RefusalDetails, type SandboxError } from '../refusal'
import type { RequestContext } from './environment'

/**
 * A published model as it is answered: its required fields are there, its optional ones may be `undefined`, which JSON leaves out.
 * A field that the model does not have does not compile.
 */
export type Answer<Model> = Model extends readonly (infer Item)[]
  ? readonly Answer<Item>[]
  : Model extends object
    ? {
        readonly [Field in keyof Model]: undefined extends Model[Field]
          ? Answer<Exclude<Model[Field], undefined>> | undefined
          : Answer<Model[Field]>
      }
    : Model

/** ISO 8601 in UTC with milliseconds, as the platform writes times. */
export const isoTime = (time: number): string => new Date(time).toISOString()

export const optionalIsoTime = (time: number | undefined): string | undefined => (time === undefined ? undefined : isoTime(time))

const isOwn = (code: string): boolean => code.startsWith('sandbox.')

interface AnswerDetails extends Pick<RefusalDetails, 'parameters'> {
  readonly field?: string | undefined
  readonly limit?: RefusalDetails['limit'] | undefined
}

/** The published `ErrorBody`. */
export const errorAnswer = (
  c: RequestContext,
  error: DocumentedError | SandboxError,
  message: string,
  { field, parameters = {}, limit }: AnswerDetails = {}
): Response => {
  const { status, code } = error
  const body: Answer<Models.ErrorBody> = {
    message,
    code,
    status,
    contextId: c.var.contextId,
    messageParams: parameters,
    details: field === undefined ? [] : [{ errorCode: code, fieldName: field }],
    errors: [],
    limit: limit && { namespace: limit.namespace, key: limit.key, value: limit.value }
  }
  if (limit !== undefined) c.header('Retry-After', String(limit.retryAfterSeconds))
  if (isOwn(code)) c.header('x-sandbox-error', code)
  return c.json(body, status)
}

/** Answers a refusal, or anything else that went wrong, as the published `ErrorBody`. */
export const answerError = (error: Error, c: RequestContext): Response => {
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal(documented.internal, `The sandbox itself failed: ${error.message}. Please report it with the request.`)
  c.set('assumed', new Set(refusal.restsOn))
  return errorAnswer(c, refusal.error, refusal.message, refusal)
}
