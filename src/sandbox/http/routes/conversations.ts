import { Hono } from 'hono'
import { documented } from '../../documentedErrors'
import type { World } from '../../world'
import type { Needs } from '../authentication'
import type { Environment } from '../environment'
import { pathConversation } from '../path'
import { assumeForReading } from '../readingAssumptions'
import { conversationBody } from '../shapes/conversation'

/** Conversations of any media. */
export const conversationRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()
  routes.get('/:conversationId', needs({ token: 'any', permissions: { some: ['conversation:communication:view'] } }), (c) => {
    const conversation = pathConversation(c, world, documented.notFound)
    assumeForReading(c, conversation)
    return c.json(conversationBody(world, conversation))
  })
  return routes
}
