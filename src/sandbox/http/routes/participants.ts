import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import * as z from 'zod/mini'
import type { Agent, Conversation } from '../../conversations/conversation'
import { businessSide, isActive, isLive, isPresent } from '../../conversations/reading'
import { disconnectLeg, park, resume, setAttributes } from '../../conversations/transitions'
import { documented } from '../../documentedErrors'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import type { Answer } from '../answers'
import { requestingUser, type Needs } from '../authentication'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { mediaParticipantRequest, updateParticipant } from '../participantUpdate'
import { participantAttributes } from '../participantAttributes'
import { pathConversation, pathLeg, pathParticipant } from '../path'
import { readBody } from '../requestBody'

const parkingState = z.strictObject({ state: z.string(), resumeTime: z.optional(z.iso.datetime({ offset: true })) })

/** Only the agent’s own user parks and resumes, and only while the agent is there. */
const parkingAgent = (c: RequestContext, conversation: Conversation): Agent => {
  const participant = pathParticipant(c, conversation, documented.participantNotFound)
  if (!isActive(conversation)) throw new Refusal(documented.conversationDisconnected, 'The conversation is disconnected.')
  const user = requestingUser(c)
  if (participant.purpose !== 'agent' || participant.userId !== user.id || !isPresent(participant)) {
    throw new Refusal(documented.notActiveParticipant, `${user.name} is not active in this conversation as this participant.`)
  }
  return participant
}

/** What a participant of a message conversation can be told to do. */
export const participantRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()
  const participantPath = '/:conversationId/participants/:participantId'

  routes.patch(
    participantPath,
    needs({
      token: 'any',
      permissions: { some: ['conversation:participant:wrapup', 'conversation:call:record', 'conversation:communication:disconnect'] }
    }),
    (c) => {
      const conversation = pathConversation(c, world, documented.notFound)
      const participant = pathParticipant(c, conversation, documented.notFound)
      updateParticipant(c, world, conversation, participant, {
        error: documented.participantUpdateInvalid,
        details: { field: 'wrapup.code', restsOn: ['participant.patch'] }
      })
      return c.body(null, 202)
    }
  )

  routes.patch(`${participantPath}/attributes`, needs({ token: 'any' }), (c) => {
    const conversation = pathConversation(c, world, documented.notFound)
    const { id } = pathParticipant(c, conversation, documented.notFound)
    const { attributes = {} } = readBody(c, participantAttributes, 'ParticipantAttributes')
    const after = world.conversations.change(conversation.id, (before) => setAttributes(before, id, attributes))
    const body: Answer<Models.ParticipantAttributes> = {
      attributes: after.participants.find((participant) => participant.id === id)?.attributes ?? {}
    }
    return c.json(body, 202)
  })

  routes.patch(`${participantPath}/communications/:communicationId`, needs({ token: 'any' }), (c) => {
    const conversation = pathConversation(c, world, documented.notFound)
    const leg = pathLeg(c, pathParticipant(c, conversation, documented.notFound))
    const { state } = readBody(c, mediaParticipantRequest, 'MediaParticipantRequest')
    if (state !== 'disconnected') {
      throw new Refusal(documented.communicationState, 'The only state that a communication can be set to is disconnected.', {
        field: 'state'
      })
    }
    if (!isLive(leg)) assumeFor(c)('state.already-ended')
    world.conversations.change(conversation.id, (before) => disconnectLeg(before, leg.id, world.clock.now(), 'client'))
    return c.json({})
  })

  routes.patch(`${participantPath}/parkingstate`, needs({ token: 'user', permissions: { some: ['conversation:message:park'] } }), (c) => {
    const conversation = pathConversation(c, world, documented.conversationNotFound)
    const { id, legs } = parkingAgent(c, conversation)
    const { state, resumeTime } = readBody(c, parkingState, 'ParkingStateRequest')
    const isConnected = legs.some((leg) => leg.state.name === 'connected')
    const isParked = legs.some((leg) => leg.state.name === 'parked')
    if (state === 'parked' && isConnected) {
      const resumes = resumeTime === undefined ? undefined : Date.parse(resumeTime)
      world.conversations.change(conversation.id, (before) => park(before, id, world.clock.now(), resumes))
    } else if (state === 'connected' && isParked) {
      world.conversations.change(conversation.id, (before) => resume(before, id))
    } else {
      throw new Refusal(documented.parkingUnexpected, 'A connected communication can be parked, and a parked one connected again.', {
        field: 'state'
      })
    }
    return c.body(null, 204)
  })

  routes.post(
    `${participantPath}/monitor`,
    needs({ token: 'documentedUser', permissions: { some: ['conversation:message:monitor'] } }),
    (c) => {
      const conversation = pathConversation(c, world, documented.notFound)
      const participant = pathParticipant(c, conversation, documented.notFound)
      const user = requestingUser(c)
      const isOwn = businessSide(conversation).some((other) => other.purpose === 'agent' && other.userId === user.id && isPresent(other))
      if (isOwn) throw new Refusal(documented.monitorOwn, `${user.name} takes part in this conversation.`)
      if (conversation.monitoredBy !== undefined)
        throw new Refusal(documented.monitorTooMany, 'Somebody monitors this conversation already.')
      if (!isPresent(participant)) {
        throw new Refusal(documented.conflict, `${participant.name} is not there to be listened to.`, { restsOn: ['monitor.unseen'] })
      }
      assumeFor(c)('monitor.unseen')
      world.conversations.change(conversation.id, (before) => ({ ...before, monitoredBy: user.id }))
      return c.body(null, 201)
    }
  )
  return routes
}
