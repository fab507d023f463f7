import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Agent, Conversation, LegState, Participant } from '../../conversations/conversation'
import { isActive, isPresent } from '../../conversations/reading'
import { accept, finishWrapUp, leave, park, resume } from '../../conversations/transitions'
import { documented, type DocumentedError } from '../../documentedErrors'
import { notImplemented, Refusal } from '../../refusal'
import type { World } from '../../world'
import { requestingUser, type Needs } from '../authentication'
import type { Environment, RequestContext } from '../environment'
import { pathConversation, pathId } from '../path'
import { readBody } from '../requestBody'

const isoTime = z.iso.datetime({ offset: true })

const participantPatch = z.strictObject({
  state: z.optional(z.string()),
  wrapup: z.optional(z.object({ code: z.string(), name: z.optional(z.string()), notes: z.optional(z.string()) })),
  wrapupSkipped: z.optional(z.boolean()),
  recording: z.optional(z.boolean()),
  muted: z.optional(z.boolean()),
  confined: z.optional(z.boolean()),
  held: z.optional(z.boolean()),
  resumeTime: z.optional(isoTime)
})

const parkingState = z.strictObject({ state: z.string(), resumeTime: z.optional(isoTime) })

const findParticipant = (c: RequestContext, conversation: Conversation, error: DocumentedError): Participant => {
  const id = pathId(c, 'participantId')
  const participant = conversation.participants.find((candidate) => candidate.id === id)
  if (participant === undefined) throw new Refusal(error, `The conversation has no participant ${id}.`)
  return participant
}

const liveState = (participant: Participant): LegState | undefined =>
  participant.legs.map(({ state }) => state).findLast(({ name }) => name !== 'disconnected')

const cannotTake = (words: string): Refusal =>
  new Refusal(documented.participantUpdateInvalid, words, { field: 'state', restsOn: ['participant.patch'] })

/** `state: connected`: the alerted agent takes the conversation. */
const takeConversation = (c: RequestContext, world: World, conversation: Conversation, participant: Participant): void => {
  const user = requestingUser(c)
  const state = liveState(participant)
  if (state?.name === 'connected') return
  if (state?.name !== 'alerting') throw cannotTake('Only a communication that is alerting can be connected in this way.')
  if (participant.purpose !== 'agent' || participant.userId !== user.id) {
    throw cannotTake(`${user.name} is not the agent who is being alerted.`)
  }
  world.conversations.change(conversation.id, (before) => accept(before, participant.id, world.clock.now()))
}

const changeState = (c: RequestContext, world: World, conversation: Conversation, participant: Participant, state: string): void => {
  if (!isPresent(participant)) {
    throw new Refusal(documented.participantNotActive, `${participant.name} has no active communication in this conversation.`)
  }
  switch (state) {
    case 'connected':
      takeConversation(c, world, conversation, participant)
      return
    case 'disconnected':
      world.conversations.change(conversation.id, (before) => leave(before, participant.id, world.clock.now(), 'client'))
      return
    default:
      throw cannotTake(`A participant’s state can be set to connected and disconnected, not to ${state}.`)
  }
}

/** Only the agent’s own user parks and resumes, and only while the agent is there. */
const parkingAgent = (c: RequestContext, conversation: Conversation): Agent => {
  const participant = findParticipant(c, conversation, documented.participantNotFound)
  if (!isActive(conversation)) throw new Refusal(documented.parkingDisconnected, 'The conversation is disconnected.')
  const user = requestingUser(c)
  if (participant.purpose !== 'agent' || participant.userId !== user.id || !isPresent(participant)) {
    throw new Refusal(documented.notActiveParticipant, `${user.name} is not active in this conversation as this participant.`)
  }
  return participant
}

/** What a participant of a message conversation can be told to do. */
export const participantRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.patch(
    '/:conversationId/participants/:participantId',
    needs({
      token: 'any',
      permissions: { some: ['conversation:participant:wrapup', 'conversation:call:record', 'conversation:communication:disconnect'] }
    }),
    (c) => {
      const conversation = pathConversation(c, world, documented.notFound)
      const participant = findParticipant(c, conversation, documented.notFound)
      const { state, wrapup, wrapupSkipped, ...others } = readBody(c, participantPatch, 'MediaParticipantRequest')
      const [other] = Object.keys(others)
      if (other !== undefined) {
        throw new Refusal(notImplemented, `The sandbox does not simulate ${other} of a participant.`, { field: other })
      }

      if (state !== undefined) changeState(c, world, conversation, participant, state)
      if (wrapup || wrapupSkipped) {
        if (participant.purpose !== 'agent') throw cannotTake('Only an agent has after-conversation work.')
        const time = world.clock.now()
        world.conversations.change(conversation.id, (before) =>
          finishWrapUp(
            before,
            participant.id,
            wrapup ? { kind: 'done', code: wrapup.code, name: wrapup.name, notes: wrapup.notes, time } : { kind: 'skipped', time }
          )
        )
      }
      return c.body(null, 202)
    }
  )

  routes.patch(
    '/:conversationId/participants/:participantId/parkingstate',
    needs({ token: 'user', permissions: { some: ['conversation:message:park'] } }),
    (c) => {
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
    }
  )
  return routes
}
