import { Hono } from 'hono'
import { notImplemented, Refusal } from '../../refusal'
import type { Environment } from '../environment'

/** Where the guest websocket will be. */
export const guestRoutes = (): Hono<Environment> => {
  const routes = new Hono<Environment>()
  routes.all('/', () => {
    throw new Refusal(notImplemented, 'The sandbox has no guest websocket yet. Messages can be read and sent through the REST operations.')
  })
  return routes
}
