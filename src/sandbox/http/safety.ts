import type { MiddlewareHandler } from 'hono'
import { documented } from '../documentedErrors'
import { limitOf } from '../organisation/limits'
import { Refusal, type SandboxError } from '../refusal'
import type { Environment } from './environment'

const originRefused: SandboxError = { status: 403, code: 'sandbox.origin.refused' }

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

const editorOrigin = /^(?:vscode-webview|vscode-file):\/\/[\w.-]+$/i

/**
 * Whether a page may talk to the sandbox: one of the editor, or the sandbox’s own, at the port that the request came to.
 * @param host the Host header, which `isLoopbackHost` has accepted
 */
export const isTrustedOrigin = (origin: string, host: string): boolean => {
  if (editorOrigin.test(origin)) return true
  const port = /:\d+$/.exec(host)?.[0] ?? ''
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => origin.toLowerCase() === `http://${name}${port}`)
}

/** What a program may read of an answer, beside its body. */
const exposedHeaders =
  'ININ-Correlation-Id, Retry-After, inin-ratelimit-count, inin-ratelimit-allowed, inin-ratelimit-reset, x-sandbox-assumption, x-sandbox-error'

/**
 * Refuses requests that a browser makes for a page of somebody else. Whatever is not a browser sends no Origin and passes. The pages that are trusted get
 * the headers that let them read the answers (CORS).
 */
export const trustedOriginsOnly: MiddlewareHandler<Environment> = async (c, next) => {
  const origin = c.req.header('origin')
  if (origin === undefined) {
    await next()
    return
  }
  if (!isTrustedOrigin(origin, c.req.header('host') ?? '')) {
    throw new Refusal(originRefused, `The sandbox does not answer web pages of “${origin}”, only the editor’s and its own.`)
  }
  c.header('Access-Control-Allow-Origin', origin)
  c.header('Vary', 'Origin')
  c.header('Access-Control-Expose-Headers', exposedHeaders)
  if (c.req.method === 'OPTIONS') {
    c.header('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, PATCH, DELETE')
    c.header('Access-Control-Allow-Headers', c.req.header('access-control-request-headers') ?? '')
    c.res = c.body(null, 204)
    return
  }
  await next()
}

const mostBytes = limitOf('platform.api', 'request.bytes.max').value

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
