import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import type { Conversation } from '../../conversations/conversation'
import { documented } from '../../documentedErrors'
import type { User } from '../../organisation/organisation'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import { optionalIsoTime, type Answer } from '../answers'
import type { Needs } from '../authentication'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { pathId } from '../path'
import { readBody } from '../requestBody'

/** `RoutingStatus` as SDK 262 has it. */
const routingStatus = z.strictObject({
  userId: z.optional(z.string()),
  status: z.optional(z.string()),
  startTime: z.optional(z.iso.datetime({ offset: true }))
})

const hasUserConnected = ({ participants }: Conversation, userId: string): boolean =>
  participants.some(
    (participant) =>
      participant.purpose === 'agent' && participant.userId === userId && participant.legs.some(({ state }) => state.name === 'connected')
  )

const statusName = ({ routingStatuses, conversations }: World, userId: string): string => {
  switch (routingStatuses.of(userId)) {
    case 'offQueue':
      return 'OFF_QUEUE'
    case 'notResponding':
      return 'NOT_RESPONDING'
    case 'onQueue':
      return [...conversations.all()].some((conversation) => hasUserConnected(conversation, userId)) ? 'INTERACTING' : 'IDLE'
  }
}

/** Whether conversations are offered to a user. */
export const routingStatusRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  const pathUser = (c: RequestContext): User => {
    const id = pathId(c, 'userId')
    const user = world.organisation.users.find((candidate) => candidate.id === id)
    if (user === undefined) throw new Refusal(documented.notFound, `This organisation has no user ${id}.`)
    return user
  }

  const answer = ({ id }: User): Answer<Models.RoutingStatus> => ({
    userId: id,
    status: statusName(world, id),
    startTime: optionalIsoTime(world.routingStatuses.sinceOf(id))
  })

  routes.get('/:userId/routingstatus', needs({ token: 'any' }), (c) => c.json(answer(pathUser(c))))

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
    return c.json(answer(user))
  })
  return routes
}
