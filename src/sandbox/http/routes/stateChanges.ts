import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Conversation } from '../../conversations/conversation'
import { businessSide, isActive, owesWrapUp } from '../../conversations/reading'
import { systemWrapUps } from '../../conversations/systemWrapUps'
import { disconnectAll, finishWrapUp, setAttributes } from '../../conversations/transitions'
import { documented } from '../../documentedErrors'
import type { World } from '../../world'
import { requestingUser, type Needs } from '../authentication'
import { assumeFor, type Environment } from '../environment'
import { participantAttributes } from '../participantAttributes'
import { updateParticipant } from '../participantUpdate'
import { pathConversation, pathParticipant } from '../path'
import { changeRecording, setRecordingState } from '../recordingState'
import { readBody } from '../requestBody'

const tagsUpdate = z.strictObject({ externalTag: z.string() })

/** Everybody leaves, and nobody owes after-conversation work. */
const tearDown = (conversation: Conversation, time: number): Conversation => {
  const left = disconnectAll(conversation, time, 'system')
  return businessSide(left)
    .filter((participant) => participant.purpose === 'agent' && owesWrapUp(participant))
    .reduce(
      (after, { id }) => finishWrapUp(after, id, { kind: 'done', code: systemWrapUps.tornDown, name: undefined, notes: undefined, time }),
      left
    )
}

/** What can be done to a conversation of any media, apart from handing it to somebody else (transfers.ts). */
export const stateChangeRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()
  const mayDisconnect = { some: ['conversation:communication:disconnect'] } as const

  routes.delete('/:conversationId', needs({ token: 'documentedUser', permissions: mayDisconnect }), (c) => {
    const conversation = pathConversation(c, world, documented.conversationNotFound)
    if (!isActive(conversation)) assumeFor(c)('state.already-ended')
    world.conversations.change(conversation.id, (before) => disconnectAll(before, world.clock.now(), 'client'))
    return c.body(null, 204)
  })

  routes.post('/:conversationId/disconnect', needs({ token: 'any', permissions: mayDisconnect }), (c) => {
    const conversation = pathConversation(c, world, documented.conversationNotFound)
    if (!isActive(conversation)) assumeFor(c)('state.already-ended')
    assumeFor(c)('accepted.text')
    world.conversations.change(conversation.id, (before) => tearDown(before, world.clock.now()))
    return c.json('', 202)
  })

  routes.patch(
    '/:conversationId/participants/:participantId',
    needs({
      token: 'any',
      permissions: { some: ['conversation:participant:wrapup', 'conversation:call:record', 'conversation:communication:disconnect'] }
    }),
    (c) => {
      const conversation = pathConversation(c, world, documented.notFound)
      const participant = pathParticipant(c, conversation, documented.notFound)
      updateParticipant(c, world, conversation, participant, {
        error: documented.wrapUpCodeRequired,
        details: { field: 'wrapup.code' }
      })
      return c.body(null, 202)
    }
  )

  routes.patch('/:conversationId/participants/:participantId/attributes', needs({ token: 'any' }), (c) => {
    const conversation = pathConversation(c, world, documented.notFound)
    const { id } = pathParticipant(c, conversation, documented.participantNotFound)
    const { attributes = {} } = readBody(c, participantAttributes, 'ParticipantAttributes')
    world.conversations.change(conversation.id, (before) => setAttributes(before, id, attributes))
    return c.body(null, 202)
  })

  routes.patch(
    '/:conversationId/recordingstate',
    needs({ token: 'documentedUser', permissions: { some: ['conversation:recording:pauseOthers'] } }),
    (c) => {
      const conversation = pathConversation(c, world, documented.conversationNotFound)
      const { recordingState } = readBody(c, setRecordingState, 'SetRecordingState')
      changeRecording(world, conversation, { recordingState, user: requestingUser(c), otherwise: documented.badRequest }, assumeFor(c))
      return c.body(null, 202)
    }
  )

  routes.put('/:conversationId/tags', needs({ token: 'any', permissions: { some: ['conversation:externalTag:edit'] } }), (c) => {
    const conversation = pathConversation(c, world, documented.conversationNotFound)
    const { externalTag } = readBody(c, tagsUpdate, 'ConversationTagsUpdate')
    assumeFor(c)('accepted.text')
    world.conversations.change(conversation.id, (before) => ({ ...before, externalTag }))
    return c.json('', 202)
  })
  return routes
}
