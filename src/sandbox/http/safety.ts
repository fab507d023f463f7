import type { MiddlewareHandler } from 'hono'
import { documented } from '../documentedErrors'
import { Refusal, type SandboxError } from '../refusal'
import type { Environment } from './environment'

const hostRefused: SandboxError = { status: 403, code: 'sandbox.host.refused' }

const loopbackHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i

/** Whether a Host header names this machine itself. */
export const isLoopbackHost = (host: string | undefined): boolean => loopbackHost.test(host ?? '')

/**
 * Refuses requests that were meant for another host. The sandbox listens on loopback only, but a page in a browser can reach it under a name
 * that resolves to 127.0.0.1 (DNS rebinding): its Host header gives it away.
 */
export const loopbackOnly: MiddlewareHandler<Environment> = async (c, next) => {
  const host = c.req.header('host') ?? ''
  if (!isLoopbackHost(host)) {
    throw new Refusal(hostRefused, `The sandbox answers requests to 127.0.0.1 and localhost only, not to “${host}”.`)
  }
  await next()
}

/** `request.bytes.max` of the organisation’s limits. */
const mostBytes = 512_000

const tooLarge = (): Refusal => new Refusal(documented.tooLarge, `The body of the request is larger than ${mostBytes} bytes.`)

/** Reads the body of the request as text, and no further than it may go. */
export const limitedBody: MiddlewareHandler<Environment> = async (c, next) => {
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let bytes = 0
  const stream: AsyncIterable<Uint8Array> | null = c.req.raw.body
  for await (const chunk of stream ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw tooLarge()
    chunks.push(chunk)
  }
  c.set('body', Buffer.concat(chunks).toString('utf8'))
  await next()
}
