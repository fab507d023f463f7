import type { MiddlewareHandler } from 'hono'
import type { Clock } from '../clock'
import type { Exchange, Ledger } from '../ledger/ledger'
import type { Environment, RequestContext } from './environment'
import { isControlPath } from './routes/control'

const isText = (headers: Headers): boolean => /^(?:text\/|application\/(?:[\w.+-]+\+)?json\b)/i.test(headers.get('content-type') ?? '')

const answerOf = async (c: RequestContext): Promise<Exchange['answer']> => {
  const { sent } = c.var
  if (sent === 'nothing') return undefined
  const { status, headers } = c.res
  if (sent !== undefined) return { ...sent, headers }
  if (!isText(headers)) return { status, headers, body: '' }
  // Read and put back: it costs half of what reading a copy does.
  const body = await c.res.text()
  c.res = undefined
  c.res = new Response(body, { status, headers })
  return { status, headers, body }
}

/** Writes each request to the organisation, and what became of it, into the ledger. */
export const recorded = (ledger: Ledger, clock: Clock): MiddlewareHandler<Environment> => {
  return async (c, next) => {
    c.set('faults', [])
    c.set('body', '')
    const time = clock.now()
    await next()
    if (isControlPath(c.req.path)) return
    const { pathname, search } = new URL(c.req.url)
    const { contextId, body, faults } = c.var
    ledger.add({
      time,
      correlationId: contextId,
      request: { method: c.req.method, path: `${pathname}${search}`, headers: c.req.raw.headers, body },
      answer: await answerOf(c),
      faults
    })
  }
}
