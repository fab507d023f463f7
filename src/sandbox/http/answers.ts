import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../documentedErrors'
import { Refusal } from '../refusal'
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

/** Answers a refusal, or anything else that went wrong, as the published `ErrorBody`. */
export const answerError = (error: Error, c: RequestContext): Response => {
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal(documented.internal, `The sandbox itself failed: ${error.message}. Please report it with the request.`)
  const { status, code } = refusal.error
  c.set('assumed', new Set(refusal.restsOn))
  const body: Answer<Models.ErrorBody> = {
    message: refusal.message,
    code,
    status,
    contextId: c.var.contextId,
    messageParams: refusal.parameters,
    details: refusal.field === undefined ? [] : [{ errorCode: code, fieldName: refusal.field }],
    errors: []
  }
  if (isOwn(code)) c.header('x-sandbox-error', code)
  return c.json(body, status)
}
