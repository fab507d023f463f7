import type { MiddlewareHandler } from 'hono'
import type { Ids } from '../ids'
import type { Environment } from './environment'

/** Gives each request its correlation id, and each answer the headers that say it and the assumptions that the answer rests on. */
export const correlation = (ids: Ids): MiddlewareHandler<Environment> => {
  return async (c, next) => {
    const contextId = ids.next('request')
    c.set('contextId', contextId)
    c.set('assumed', new Set())
    await next()
    c.header('ININ-Correlation-Id', contextId)
    if (c.var.assumed.size > 0) c.header('x-sandbox-assumption', [...c.var.assumed].join(', '))
  }
}
