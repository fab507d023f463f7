import { Hono } from 'hono'
import * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import type { User } from '../../organisation/organisation'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Needs } from '../authentication'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { pathId } from '../path'
import { readBody } from '../requestBody'
import { routingStatusBody } from '../shapes/routingStatus'

/** `RoutingStatus` as SDK 262 has it. */
const routingStatus = z.strictObject({
  userId: z.optional(z.string()),
  status: z.optional(z.string()),
  startTime: z.optional(z.iso.datetime({ offset: true }))
})

/** Whether conversations are offered to a user. */
export const routingStatusRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  const pathUser = (c: RequestContext): User => {
    const id = pathId(c, 'userId')
    const user = world.organisation.users.find((candidate) => candidate.id === id)
    if (user === undefined) throw new Refusal(documented.notFound, `This organisation has no user ${id}.`)
    return user
  }

  routes.get('/:userId/routingstatus', needs({ token: 'any' }), (c) => c.json(routingStatusBody(world, pathUser(c))))

  routes.put('/:userId/routingstatus', needs({ token: 'any' }), (c) => {
    const user = pathUser(c)
    const { status } = readBody(c, routingStatus, 'RoutingStatus')
    if (status !== 'IDLE' && status !== 'OFF_QUEUE') {
      throw new Refusal(documented.invalidValue, 'status can be set to IDLE and OFF_QUEUE.', {
        field: 'status',
        restsOn: ['routing-status.changes']
      })
    }
    assumeFor(c)('routing-status.changes')
    world.routingStatuses.set(user.id, status === 'IDLE' ? 'onQueue' : 'offQueue', world.clock.now())
    return c.json(routingStatusBody(world, user))
  })
  return routes
}
