import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import { isActive } from '../../conversations/reading'
import { disconnectAll } from '../../conversations/transitions'
import { documented } from '../../documentedErrors'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import { requestingUser, type Needs } from '../authentication'
import { conversationsOf } from '../conversationsOf'
import { assumeFor, type Environment } from '../environment'
import { pathConversation } from '../path'
import { assumeForReading } from '../readingAssumptions'
import { changeRecording, setRecordingState } from '../recordingState'
import { readBody } from '../requestBody'
import { conversationBody } from '../shapes/conversation'
import { messageConversationBody } from '../shapes/messageConversation'

/** What can be written of a `Conversation`. The model has many more fields, which nobody would write. */
const conversationPatch = z.object({ state: z.optional(z.string()), recordingState: z.optional(z.string()) })

/** Message conversations: read, disconnected as a whole, their recording paused. */
export const messageConversationRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.get('/', needs({ token: 'user' }), (c) => {
    const mine = conversationsOf(world, requestingUser(c))
    for (const conversation of mine) assumeForReading(c, conversation)
    const body: Answer<Models.MessageConversationEntityListing> = {
      entities: mine.map((conversation) => messageConversationBody(world, conversation)),
      pageSize: mine.length,
      pageNumber: 1,
      pageCount: 1,
      total: mine.length,
      selfUri: '/api/v2/conversations/messages'
    }
    return c.json(body)
  })

  routes.get('/:conversationId', needs({ token: 'any' }), (c) => {
    const conversation = pathConversation(c, world, documented.conversationNotFound)
    assumeForReading(c, conversation)
    return c.json(messageConversationBody(world, conversation))
  })

  routes.patch(
    '/:conversationId',
    needs({ token: 'any', permissions: { some: ['conversation:communication:disconnect', 'conversation:message:park'] } }),
    (c) => {
      const conversation = pathConversation(c, world, documented.notFound)
      const { state, recordingState } = readBody(c, conversationPatch, 'Conversation')
      if (recordingState !== undefined) {
        if (state !== undefined || !isActive(conversation)) {
          throw new Refusal(documented.badRequest, 'recordingState is written alone, and while the conversation is active.', {
            field: 'recordingState',
            restsOn: ['conversation.patch']
          })
        }
        const recorded = changeRecording(
          world,
          conversation,
          { recordingState, user: undefined, otherwise: documented.badRequest },
          assumeFor(c)
        )
        assumeForReading(c, recorded)
        return c.json(conversationBody(world, recorded))
      }
      if (state !== 'disconnected') {
        throw new Refusal(documented.badRequest, 'The only state that can be written is disconnected. Nothing re-opens a conversation.', {
          field: 'state',
          restsOn: ['conversation.patch']
        })
      }
      if (!isActive(conversation)) assumeFor(c)('conversation.patch')
      const after = world.conversations.change(conversation.id, (before) => disconnectAll(before, world.clock.now(), 'client'))
      assumeForReading(c, after)
      return c.json(conversationBody(world, after))
    }
  )

  routes.put(
    '/:conversationId/recordingstate',
    needs({ token: 'any', permissions: { some: ['conversation:recording:pauseOthers'] } }),
    (c) => {
      const conversation = pathConversation(c, world, documented.conversationNotFound)
      const { recordingState } = readBody(c, setRecordingState, 'SetRecordingState')
      const { credential } = c.var
      const user = credential.kind === 'user' ? credential.user : undefined
      changeRecording(world, conversation, { recordingState, user, otherwise: documented.generalBadRequest }, assumeFor(c))
      assumeFor(c)('accepted.text')
      return c.json('', 202)
    }
  )
  return routes
}
