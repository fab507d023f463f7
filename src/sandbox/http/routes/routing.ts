import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import { hasJoined, type Division, type Queue, type User } from '../../organisation/organisation'
import { withItem } from '../../organisation/replacing'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import { restsOn } from '../assuming'
import { requestingUser, type Needs } from '../authentication'
import type { Environment, RequestContext } from '../environment'
import { checkDivisions, reaches } from '../divisions'
import { listing } from '../paging'
import { pathId } from '../path'
import { fitsName, queryBoolean, queryList } from '../query'
import { readBody } from '../requestBody'
import { queueBody, queueMemberBody } from '../shapes/queue'

/** `QueueMember`. Only `joined` can be changed. */
const memberChange = z.strictObject({
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  user: z.optional(z.looseObject({})),
  ringNumber: z.optional(z.int()),
  joined: z.boolean(),
  memberBy: z.optional(z.string()),
  routingStatus: z.optional(z.looseObject({})),
  selfUri: z.optional(z.string())
})

const byName = <Named extends { readonly name: string }>(items: readonly Named[], order: string | undefined): readonly Named[] => {
  const ascending = items.toSorted((a, b) => a.name.localeCompare(b.name))
  return order === 'desc' ? ascending.reverse() : ascending
}

/** Queues and who works in them. */
export const routingRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  const pathQueue = (c: RequestContext): Queue => {
    const id = pathId(c, 'queueId')
    const queue = world.organisation.queues.find((candidate) => candidate.id === id)
    if (queue === undefined) throw new Refusal(documented.resourceNotFound, `This organisation has no queue ${id}.`)
    checkDivisions(c, world.organisation, divisionsOfQueue(queue))
    return queue
  }

  const divisionsOfQueue = ({ divisionId }: Queue): readonly Division[] =>
    world.organisation.divisions.filter(({ id }) => id === divisionId)

  const membersOf = ({ memberIds }: Queue): readonly User[] => world.organisation.users.filter(({ id }) => memberIds.has(id))

  routes.get('/queues', needs({ token: 'any', permissions: { some: ['routing:queue:view'] } }), (c) => {
    const { organisation } = world
    const divisions = queryList(c, 'divisionId')
    const ids = queryList(c, 'id')
    const found = organisation.queues.filter(
      (queue) =>
        reaches(c, organisation, divisionsOfQueue(queue)) &&
        fitsName(queue.name, c.req.query('name')) &&
        (ids.length === 0 || ids.includes(queue.id)) &&
        (divisions.length === 0 || divisions.includes(queue.divisionId))
    )
    const order = c.req.query('sortOrder')
    const queues = order === undefined ? found : byName(found, order)
    const body: Answer<Models.QueueEntityListing> = listing(c, queues, (queue) => queueBody(organisation, queue))
    return c.json(body)
  })

  routes.get('/queues/me', needs({ token: 'user' }), restsOn('permissions.not-listed'), (c) => {
    const { id } = requestingUser(c)
    const joined = queryBoolean(c, 'joined')
    const mine = world.organisation.queues.filter(
      (queue) => queue.memberIds.has(id) && (joined === undefined || hasJoined(queue, id) === joined)
    )
    const body: Answer<Models.UserQueueEntityListing> = listing(c, byName(mine, c.req.query('sortOrder')), (queue) => ({
      ...queueBody(world.organisation, queue),
      joined: hasJoined(queue, id)
    }))
    return c.json(body)
  })

  routes.get('/queues/:queueId', needs({ token: 'any', permissions: { every: ['routing:queue:view'] } }), (c) =>
    c.json(queueBody(world.organisation, pathQueue(c)))
  )

  routes.get(
    '/queues/:queueId/members',
    needs({ token: 'any', permissions: { some: ['routing:queueMember:view', 'routing:queue:view'] } }),
    restsOn('permissions.not-listed'),
    (c) => {
      const queue = pathQueue(c)
      const joined = queryBoolean(c, 'joined')
      const members = membersOf(queue).filter(
        ({ id, name }) => fitsName(name, c.req.query('name')) && (joined === undefined || hasJoined(queue, id) === joined)
      )
      const page = listing(c, byName(members, c.req.query('sortOrder')), (user) => queueMemberBody(queue, user))
      const { entities, pageSize, pageNumber, firstUri, selfUri, nextUri, previousUri } = page
      const body: Answer<Models.QueueMemberEntityListing> = { entities, pageSize, pageNumber, firstUri, selfUri, nextUri, previousUri }
      return c.json(body)
    }
  )

  routes.patch(
    '/queues/:queueId/members/:memberId',
    needs({ token: 'any', permissions: { some: ['routing:queue:edit', 'routing:queueMember:manage', 'routing:queue:join'] } }),
    restsOn('queue.member-change'),
    (c) => {
      const queue = pathQueue(c)
      const memberId = pathId(c, 'memberId')
      if (!queue.memberIds.has(memberId)) throw new Refusal(documented.resourceNotFound, `${queue.name} has no member ${memberId}.`)
      const { joined } = readBody(c, memberChange, 'QueueMember')
      const absentMemberIds = new Set(queue.absentMemberIds)
      if (joined) absentMemberIds.delete(memberId)
      else absentMemberIds.add(memberId)
      world.configuration.change((organisation) => ({
        ...organisation,
        queues: withItem(organisation.queues, { ...queue, absentMemberIds })
      }))
      return c.body(null, 204)
    }
  )
  return routes
}
