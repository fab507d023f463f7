import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import type { Permission } from '../../credentials/roles'
import { divisionsOf } from '../../conversations/divisions'
import { findMessage } from '../../conversations/reading'
import { documented } from '../../documentedErrors'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import type { Needs } from '../authentication'
import { checkDivisions } from '../divisions'
import { assumeFor, type Environment } from '../environment'
import { pathConversation, pathId } from '../path'
import { assumeForReading } from '../readingAssumptions'
import { readBody } from '../requestBody'
import { messageDataBody } from '../shapes/messageData'

const viewMessages: readonly Permission[] = ['conversation:message:view', 'conversation:webmessaging:view']

/** Source: operation text of the published API: at most 1,000 ids. */
const mostIds = 1000

/** The messages of a conversation. */
export const messageRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.get('/:conversationId/messages/:messageId', needs({ token: 'any', permissions: { some: viewMessages } }), (c) => {
    const conversation = pathConversation(c, world, documented.notFound)
    const id = pathId(c, 'messageId')
    const found = findMessage(conversation, id)
    if (found === undefined) throw new Refusal(documented.notFound, `The conversation has no message ${id}.`)
    assumeForReading(c, conversation)
    return c.json(messageDataBody(conversation, found))
  })

  routes.get('/:messageId/details', needs({ token: 'any', permissions: { some: viewMessages } }), (c) => {
    const id = pathId(c, 'messageId')
    const conversation = world.conversations.withMessage(id)
    const found = conversation && findMessage(conversation, id)
    if (conversation === undefined || found === undefined) throw new Refusal(documented.notFound, `This organisation has no message ${id}.`)
    checkDivisions(c, world.organisation, divisionsOf(world.organisation, conversation))
    assumeForReading(c, conversation)
    return c.json(messageDataBody(conversation, found))
  })

  routes.post('/:conversationId/messages/bulk', needs({ token: 'any', permissions: { some: viewMessages } }), (c) => {
    const conversation = pathConversation(c, world, documented.notFound)
    const ids = readBody(c, z.array(z.string()), 'a list of message ids')
    if (ids.length > mostIds) {
      throw new Refusal(documented.badRequest, `At most ${mostIds} messages can be read at once; ${ids.length} were asked for.`, {
        restsOn: ['messages.bulk-limit']
      })
    }
    const found = ids.map((id) => findMessage(conversation, id.toLowerCase())).filter((message) => message !== undefined)
    if (found.length < ids.length) assumeFor(c)('messages.bulk-unknown')
    assumeForReading(c, conversation)
    const body: Answer<Models.TextMessageListing> = { entities: found.map((message) => messageDataBody(conversation, message)) }
    return c.json(body)
  })
  return routes
}
