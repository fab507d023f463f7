import * as z from 'zod/mini'
import { GuestError, guestErrorCodes } from './guestError'
import { guestRequest, traceable, type GuestRequest } from './requests'

/** A frame from a guest. The tracing id is known even of a request that is refused: its answer must carry it. */
export type ReadRequest = { readonly tracingId: string | undefined } & (
  { readonly kind: 'request'; readonly request: GuestRequest } | { readonly kind: 'fault'; readonly error: GuestError }
)

const parseJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const fieldOf = (value: unknown, path: readonly PropertyKey[]): unknown => {
  let field = value
  for (const key of path) {
    if (typeof field !== 'object' || field === null) return undefined
    field = Reflect.get(field, key)
  }
  return field
}

const faultOf = (value: unknown, path: readonly PropertyKey[]): GuestError => {
  const field = path.join('.')
  if (path.length === 0) return new GuestError(400, 'The frame is not a request: it must be an object with an action.')
  if (fieldOf(value, path) === undefined) return new GuestError(guestErrorCodes.missingParameter, `The request needs ${field}.`)
  if (field === 'action') return new GuestError(400, `There is no action ${JSON.stringify(fieldOf(value, path))}.`)
  return new GuestError(400, `${field} of the request has a value that it cannot have.`)
}

export const readRequest = (text: string): ReadRequest => {
  const json = parseJson(text)
  if (json === undefined) return { tracingId: undefined, kind: 'fault', error: new GuestError(400, 'The frame is not valid JSON.') }
  const tracingId = z.safeParse(traceable, json.value).data?.tracingId
  const parsed = z.safeParse(guestRequest, json.value)
  return parsed.success
    ? { tracingId, kind: 'request', request: parsed.data }
    : { tracingId, kind: 'fault', error: faultOf(json.value, parsed.error.issues[0]?.path ?? []) }
}
