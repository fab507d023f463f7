import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../../documentedErrors'
import type { World } from '../../world'
import type { Answer } from '../answers'
import { requestingUser, type Needs } from '../authentication'
import { conversationsOf } from '../conversationsOf'
import type { Environment } from '../environment'
import { pathConversation } from '../path'
import { assumeForReading } from '../readingAssumptions'
import { conversationBody } from '../shapes/conversation'

/** Conversations of any media. */
export const conversationRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.get('/', needs({ token: 'user' }), (c) => {
    const mine = conversationsOf(world, requestingUser(c))
    for (const conversation of mine) assumeForReading(c, conversation)
    const body: Answer<Models.ConversationEntityListing> = {
      entities: mine.map((conversation) => conversationBody(world, conversation)),
      pageSize: mine.length,
      pageNumber: 1,
      pageCount: 1,
      total: mine.length,
      selfUri: '/api/v2/conversations'
    }
    return c.json(body)
  })

  routes.get('/:conversationId', needs({ token: 'any', permissions: { some: ['conversation:communication:view'] } }), (c) => {
    const conversation = pathConversation(c, world, documented.notFound)
    assumeForReading(c, conversation)
    return c.json(conversationBody(world, conversation))
  })
  return routes
}
