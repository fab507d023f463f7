import type { MiddlewareHandler } from 'hono'
import type { Clock } from '../clock'
import type { Exchange, Ledger } from '../ledger/ledger'
import type { Environment, RequestContext } from './environment'
import { isControlPath } from './routes/control'

const answerOf = async (c: RequestContext): Promise<Exchange['answer']> => {
  const { sent } = c.var
  if (sent === 'nothing') return undefined
  if (sent !== undefined) return { ...sent, headers: c.res.headers }
  return { status: c.res.status, headers: c.res.headers, body: await c.res.clone().text() }
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
