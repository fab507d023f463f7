import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { MiddlewareHandler } from 'hono'
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Clock } from '../clock'
import { documented, type DocumentedError } from '../documentedErrors'
import type { RequestFault } from '../faults/fault'
import type { Faults } from '../faults/faults'
import { errorAnswer } from './answers'
import { assumeFor, type Environment, type RequestContext } from './environment'

type Failure = Exclude<RequestFault, { readonly kind: 'latency' }>

/** Whether the request takes effect before it fails. */
const takesEffect = (failure: Failure): boolean => {
  switch (failure.kind) {
    case 'tooManyRequests':
      return false
    case 'serverError':
    case 'timeout':
    case 'reset':
      return failure.when === 'after'
    case 'truncated':
    case 'malformed':
      return true
  }
}

const serverErrors: Readonly<Record<500 | 503 | 504, DocumentedError>> = {
  500: documented.internal,
  503: documented.unavailable,
  504: documented.requestTimeout
}

const page = (title: string): string => `<html>\n<head><title>${title}</title></head>\n<body><h1>${title}</h1></body>\n</html>\n`

const htmlAnswer = (c: RequestContext, title: string, status: 200 | 502): Response =>
  c.body(page(title), status, { 'content-type': 'text/html' })

const serverErrorAnswer = (c: RequestContext, status: 500 | 502 | 503 | 504): Response => {
  if (status !== 502) return errorAnswer(c, serverErrors[status], 'A fault that was set in the sandbox answers for the operation.')
  assumeFor(c)('fault.bad-gateway')
  return htmlAnswer(c, '502 Bad Gateway', 502)
}

/** Holds the connection without an answer until the client gives up, or the sandbox stops. */
const stayingSilent = async (c: RequestContext): Promise<Response> => {
  c.set('sent', 'nothing')
  const { outgoing } = c.env
  if (!outgoing.destroyed) await once(outgoing, 'close')
  return RESPONSE_ALREADY_SENT
}

const resetting = (c: RequestContext): Response => {
  c.set('sent', 'nothing')
  c.env.outgoing.socket?.resetAndDestroy()
  return RESPONSE_ALREADY_SENT
}

const write = (outgoing: ServerResponse, body: Buffer): Promise<void> =>
  new Promise((resolve) => {
    outgoing.write(body, () => {
      resolve()
    })
  })

/** Sends half of the answer’s body under the Content-Length of the whole, and ends the connection. */
const cuttingOff = async (c: RequestContext): Promise<Response> => {
  const { outgoing } = c.env
  const { status, headers } = c.res
  const whole = Buffer.from(await c.res.text())
  const half = whole.subarray(0, whole.byteLength >> 1)
  c.set('sent', { status, body: half.toString() })
  outgoing.writeHead(status, {
    ...Object.fromEntries(headers),
    'ININ-Correlation-Id': c.var.contextId,
    'x-sandbox-fault': 'truncated',
    'content-length': whole.byteLength
  })
  await write(outgoing, half)
  outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}

const malformedAnswer = async (c: RequestContext, body: 'html' | 'brokenJson'): Promise<Response> => {
  if (body === 'html') return htmlAnswer(c, 'Please wait', 200)
  const whole = await c.res.text()
  return c.body(whole.slice(0, whole.length >> 1), 200, { 'content-type': 'application/json' })
}

const answerOf = (c: RequestContext, failure: Failure): Response | Promise<Response> => {
  switch (failure.kind) {
    case 'tooManyRequests':
      c.header('Retry-After', String(failure.retryAfterSeconds))
      return errorAnswer(
        c,
        documented.tooManyRequests,
        `A fault that was set in the sandbox limits the rate. Retry in ${failure.retryAfterSeconds} s.`
      )
    case 'serverError':
      return serverErrorAnswer(c, failure.status)
    case 'timeout':
      return stayingSilent(c)
    case 'reset':
      return resetting(c)
    case 'truncated':
      return cuttingOff(c)
    case 'malformed':
      return malformedAnswer(c, failure.body)
  }
}

/** Lets requests meet the faults that are set. What a fault answers says so in `x-sandbox-fault`. */
export const faulty = (faults: Faults, clock: Clock): MiddlewareHandler<Environment> => {
  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      clock.after(ms, resolve)
    })
  return async (c, next) => {
    const hits = faults.ofRequest(c.req.method, c.req.path)
    if (hits.length === 0) return next()
    c.set('faults', hits)
    let failure: Failure | undefined
    for (const hit of hits) {
      if (hit.kind === 'latency') await wait(hit.ms)
      else failure = hit
    }
    if (failure === undefined || takesEffect(failure)) await next()
    if (failure === undefined) return
    const answer = await answerOf(c, failure)
    c.res = undefined // An answer that is replaced would leave its headers.
    c.res = answer
    c.header('x-sandbox-fault', failure.kind)
  }
}
