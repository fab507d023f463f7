import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import type { MessengerType } from '../../conversations/messengerType'
import { documented } from '../../documentedErrors'
import type { Division, Queue } from '../../organisation/organisation'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import { checkDivisions, reaches } from '../divisions'
import type { Environment } from '../environment'
import { pageOf, readPaging } from '../paging'
import { pathId } from '../path'
import { divisionRef } from '../shapes/division'

const addressRef = ({ organisation }: World, queue: Queue, messengerType: MessengerType): Answer<Models.DomainEntityRef> | undefined => {
  const address = queue.outboundAddresses.get(messengerType)
  return address === undefined ? undefined : { id: address, name: organisation.senders.find((sender) => sender.address === address)?.name }
}

const queueDivisions = ({ organisation }: World, { divisionId }: Queue): readonly Division[] =>
  organisation.divisions.filter(({ id }) => id === divisionId)

const queueBody = (world: World, queue: Queue): Answer<Models.Queue> => ({
  id: queue.id,
  name: queue.name,
  division: queueDivisions(world, queue).map(divisionRef)[0],
  memberCount: queue.memberIds.size,
  userMemberCount: queue.memberIds.size,
  joinedMemberCount: queue.memberIds.size,
  acwSettings: { wrapupPrompt: queue.wrapUpRequired ? 'MANDATORY' : 'OPTIONAL' },
  outboundMessagingAddresses: {
    smsAddress: addressRef(world, queue, 'sms'),
    openMessagingRecipient: addressRef(world, queue, 'open'),
    whatsAppRecipient: addressRef(world, queue, 'whatsapp')
  },
  selfUri: `/api/v2/routing/queues/${queue.id}`
})

/** Queues. */
export const routingRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.get('/queues', needs({ token: 'any', permissions: { some: ['routing:queue:view'] } }), (c) => {
    const name = c.req.query('name')?.toLowerCase()
    const queues = world.organisation.queues.filter(
      (queue) =>
        reaches(c, world.organisation, queueDivisions(world, queue)) && (name === undefined || queue.name.toLowerCase().includes(name))
    )
    const paging = readPaging(c)
    const body: Answer<Models.QueueEntityListing> = {
      entities: pageOf(queues, paging).map((queue) => queueBody(world, queue)),
      pageSize: paging.pageSize,
      pageNumber: paging.pageNumber,
      pageCount: Math.ceil(queues.length / paging.pageSize),
      total: queues.length,
      selfUri: '/api/v2/routing/queues'
    }
    return c.json(body)
  })

  routes.get('/queues/:queueId', needs({ token: 'any', permissions: { every: ['routing:queue:view'] } }), (c) => {
    const id = pathId(c, 'queueId')
    const queue = world.organisation.queues.find((candidate) => candidate.id === id)
    if (queue === undefined) throw new Refusal(documented.notFound, `This organisation has no queue ${id}.`)
    checkDivisions(c, world.organisation, queueDivisions(world, queue))
    return c.json(queueBody(world, queue))
  })
  return routes
}
