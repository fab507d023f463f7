import * as z from 'zod/mini'

const milliseconds = z.int().check(z.minimum(0))

/** How often a fault hits: `times` in all (without end unless given), and each time with this `probability` (always unless given). */
const often = {
  times: z.optional(z.int().check(z.minimum(1))),
  probability: z.optional(z.number().check(z.minimum(0), z.maximum(1)))
}

/**
 * A request that is hit: `any` operation of the API, or one, as `METHOD /path` with the path’s variables or with values for them.
 * `POST /oauth/token` can be named too.
 */
const onRequest = { operation: z.string(), ...often }

/** Whether the request has taken effect when the fault shows. */
const when = z._default(z.enum(['before', 'after']), 'before')

const onSocket = { socket: z.enum(['notifications', 'guest', 'any']), ...often }

const requestFault = z.discriminatedUnion('kind', [
  /** The request waits first. */
  z.strictObject({ kind: z.literal('latency'), ms: milliseconds, ...onRequest }),
  /** 429 with Retry-After; the request has no effect. */
  z.strictObject({ kind: z.literal('tooManyRequests'), retryAfterSeconds: z.int().check(z.minimum(0)), ...onRequest }),
  z.strictObject({ kind: z.literal('serverError'), status: z.literal([500, 502, 503, 504]), when, ...onRequest }),
  /** No answer ever: the connection is held until the client gives up. */
  z.strictObject({ kind: z.literal('timeout'), when, ...onRequest }),
  /** The connection is reset (TCP RST) in place of an answer. */
  z.strictObject({ kind: z.literal('reset'), when, ...onRequest }),
  /** The request takes effect; the connection ends in the middle of the answer’s body. */
  z.strictObject({ kind: z.literal('truncated'), ...onRequest }),
  /** The request takes effect; the answer is 200 with a body that is no JSON: a page of HTML, or half of the JSON. */
  z.strictObject({ kind: z.literal('malformed'), body: z._default(z.enum(['html', 'brokenJson']), 'html'), ...onRequest })
])

const socketFault = z.discriminatedUnion('kind', [
  /** The connection ends without a close frame, this long after it opened. */
  z.strictObject({ kind: z.literal('dropped'), afterMs: z._default(milliseconds, 0), ...onSocket }),
  /** No frame goes either way for this long. Those that were held back follow. */
  z.strictObject({ kind: z.literal('stalled'), ms: milliseconds, ...onSocket })
])

/** What can be made to go wrong, checked. */
export const fault = z.discriminatedUnion('kind', [requestFault, socketFault])

export type RequestFault = z.output<typeof requestFault>
export type SocketFault = z.output<typeof socketFault>
export type Fault = z.output<typeof fault>

/** A fault as it is asked for: what has a default may be left out. */
export type FaultRequest = z.input<typeof fault>

/** The websockets of the sandbox. */
export type SocketName = 'notifications' | 'guest'
