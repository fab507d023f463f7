import * as z from 'zod/mini'
import type { Failure } from './platformError'
import { quietMsOf } from './traffic/quiet'
import { text } from './wire/fields'

const errorBody = z.object({ code: text, error: text, message: text, error_description: text, description: text, contextId: text })
const correlation = z.object({ 'inin-correlation-id': z.string() })

/** What the SDK rejects with when the platform has answered: its extended response, or axios' own error. */
const answered = z.object({ status: z.number(), body: z.optional(z.unknown()), headers: z.optional(z.unknown()) })
const axiosError = z.object({ response: z.object({ status: z.number(), data: z.optional(z.unknown()), headers: z.optional(z.unknown()) }) })
const networkError = z.object({ code: z.optional(z.string()), message: z.string() })

const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_HAS_EXPIRED'
])

const refused = (status: number, body: unknown, responseHeaders: unknown): Failure => {
  const parsed = errorBody.safeParse(body)
  const said = parsed.success ? parsed.data : undefined
  const header = correlation.safeParse(responseHeaders)
  return {
    kind: 'refused',
    status,
    code: said?.code ?? said?.error ?? undefined,
    message: said?.message ?? said?.error_description ?? said?.description ?? undefined,
    correlationId: said?.contextId ?? (header.success ? header.data['inin-correlation-id'] : undefined),
    quietMs: quietMsOf(responseHeaders)
  }
}

/** The failure behind whatever the SDK threw or rejected with. Nothing of the request, and so no token, is taken over. */
export const failureOf = (thrown: unknown): Failure => {
  const axios = axiosError.safeParse(thrown)
  if (axios.success) return refused(axios.data.response.status, axios.data.response.data, axios.data.response.headers)
  // After axios’ own error, which has a status beside its response as well.
  const extended = answered.safeParse(thrown)
  if (extended.success) return refused(extended.data.status, extended.data.body, extended.data.headers)
  const network = networkError.safeParse(thrown)
  if (network.success) {
    const { code, message } = network.data
    if (code === 'ERR_CANCELED') return { kind: 'cancelled' }
    const why = code ?? message
    return code !== undefined && neverSent.has(code) ? { kind: 'unreachable', why } : { kind: 'noAnswer', why }
  }
  return { kind: 'unexpected', why: typeof thrown === 'string' ? thrown : 'the SDK gave no reason' }
}
