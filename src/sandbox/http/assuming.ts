import type { MiddlewareHandler } from 'hono'
import type { AssumptionId } from '../assumptions'
import { assumeFor, type Environment } from './environment'

/** For an operation of which every answer rests on these assumptions. */
export const restsOn =
  (...ids: readonly AssumptionId[]): MiddlewareHandler<Environment> =>
  async (c, next) => {
    ids.forEach(assumeFor(c))
    await next()
  }
