import * as z from 'zod/mini'
import { documented } from '../documentedErrors'
import { Refusal } from '../refusal'
import type { RequestContext } from './environment'

const jsonType = /^application\/(?:[\w.+-]+\+)?json(?:\s*;|$)/i

const readJson = (c: RequestContext): unknown => {
  const text = c.var.body
  if (text.trim() === '') throw new Refusal(documented.badRequest, 'The request has no body; this operation needs one in JSON.')
  if (!jsonType.test(c.req.header('content-type') ?? '')) {
    throw new Refusal(documented.unsupportedMediaType, 'The Content-Type of the request is not application/json.')
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(documented.badRequest, 'The body of the request is not valid JSON.')
    throw error
  }
}

const isMissing = (body: unknown, path: readonly PropertyKey[]): boolean => {
  let value = body
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return true
    value = Reflect.get(value, key)
  }
  return value === undefined
}

/** The refusal of a body that does not fit its model, by the first thing that is wrong with it. */
const bodyRefusal = (body: unknown, issue: z.core.$ZodIssue, model: string): Refusal => {
  const field = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const [unknown = ''] = issue.keys
    return new Refusal(documented.invalidProperty, `${model} has no field ${unknown}.`, {
      field: [...issue.path, unknown].join('.'),
      restsOn: ['body.unknown-field']
    })
  }
  if (issue.path.length === 0) return new Refusal(documented.invalidValue, `The body must be ${model}.`, { restsOn: ['body.field-code'] })
  if (isMissing(body, issue.path)) {
    return new Refusal(documented.constraint, `${model} needs the field ${field}.`, { field, restsOn: ['body.field-code'] })
  }
  if (issue.code === 'invalid_value') {
    return new Refusal(documented.invalidValue, `${field} must be one of: ${issue.values.map(String).join(', ')}.`, { field })
  }
  return new Refusal(documented.invalidValue, `${field} of ${model} has a value of the wrong type.`, {
    field,
    restsOn: ['body.field-code']
  })
}

/** `body` by `schema`. @param model the published name of the body, for the words of a refusal */
export const checkBody = <Schema extends z.core.$ZodType>(body: unknown, schema: Schema, model: string): z.core.output<Schema> => {
  const parsed = z.safeParse(schema, body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue === undefined) throw new Refusal(documented.badRequest, `The body is not ${model}.`)
  throw bodyRefusal(body, issue, model)
}

/**
 * The body of the request, checked.
 * @param model the published name of the body, for the words of a refusal
 */
export const readBody = <Schema extends z.core.$ZodType>(c: RequestContext, schema: Schema, model: string): z.core.output<Schema> =>
  checkBody(readJson(c), schema, model)
