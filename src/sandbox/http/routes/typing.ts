import { Hono } from 'hono'
import * as z from 'zod/mini'
import { documented } from '../../documentedErrors'
import { Refusal } from '../../refusal'
import { connectedAgent } from '../../sending/agentSend'
import type { World } from '../../world'
import type { Needs } from '../authentication'
import type { Environment } from '../environment'
import { pathConversation, pathId } from '../path'
import { readBody } from '../requestBody'

/** `MessageTypingEventRequest` as SDK 262 has it. */
const typingRequest = z.strictObject({
  typing: z.strictObject({ type: z.enum(['On']), duration: z.optional(z.int()) }),
  dateSent: z.optional(z.iso.datetime({ offset: true }))
})

/** Agents who type. */
export const typingRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()
  routes.post(
    '/:conversationId/communications/:communicationId/typing',
    needs({ token: 'user', permissions: { some: ['conversation:message:create', 'conversation:webmessaging:create'] } }),
    (c) => {
      const conversation = pathConversation(c, world, documented.notFound)
      connectedAgent(conversation, pathId(c, 'communicationId'))
      readBody(c, typingRequest, 'MessageTypingEventRequest')
      if (!world.typing.tell({ conversationId: conversation.id, by: 'agent', time: world.clock.now() })) {
        throw new Refusal(documented.tooManyRequests, 'Twelve typing events have been sent into this conversation within a minute.', {
          restsOn: ['typing.limit']
        })
      }
      return c.body(null, 204)
    }
  )
  return routes
}
