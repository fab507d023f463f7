import { findOperation } from '../../platform/operations'
import type { Conversation, Leg, Participant } from '../conversations/conversation'
import { divisionsOf } from '../conversations/divisions'
import { documented, type DocumentedError } from '../documentedErrors'
import { notImplemented, Refusal } from '../refusal'
import type { World } from '../world'
import { checkDivisions } from './divisions'
import type { RequestContext } from './environment'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const realButNotSimulated = (operation: string): Refusal =>
  new Refusal(
    notImplemented,
    `${operation} is a real operation of the platform that the sandbox does not simulate. This answer is the sandbox’s own.`
  )

/** The id in the path that the route calls `name`. */
export const pathId = (c: RequestContext, name: string): string => {
  const id = c.req.param(name) ?? ''
  if (uuid.test(id)) return id.toLowerCase()
  const operation = findOperation(c.req.method, c.req.path)
  // A word where the route has an id may belong to another operation: /conversations/callbacks is no conversation called “callbacks”.
  if (operation && ![...operation.parameters.values()].includes(id)) throw realButNotSimulated(`${operation.method} ${operation.path}`)
  throw new Refusal(documented.invalidValue, `“${id}” is not a UUID.`, { restsOn: ['path.id-format'] })
}

/** The conversation that the path names, if it is in a division that the credential reaches. `error` is what the operation documents for one that is not there. */
export const pathConversation = (c: RequestContext, world: World, error: DocumentedError): Conversation => {
  const id = pathId(c, 'conversationId')
  const conversation = world.conversations.get(id)
  if (conversation === undefined) throw new Refusal(error, `This organisation has no conversation ${id}.`)
  checkDivisions(c, world.organisation, divisionsOf(world.organisation, conversation))
  return conversation
}

/** The participant that the path names. `error` is what the operation documents for one that is not there. */
export const pathParticipant = (c: RequestContext, conversation: Conversation, error: DocumentedError): Participant => {
  const id = pathId(c, 'participantId')
  const participant = conversation.participants.find((candidate) => candidate.id === id)
  if (participant === undefined) throw new Refusal(error, `The conversation has no participant ${id}.`)
  return participant
}

/** The participant’s communication that the path names. */
export const pathLeg = (c: RequestContext, participant: Participant): Leg => {
  const id = pathId(c, 'communicationId')
  const leg = participant.legs.find((candidate) => candidate.id === id)
  if (leg === undefined) throw new Refusal(documented.notFound, `The participant has no communication ${id}.`)
  return leg
}

const otherMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const

/** Answers whatever no route takes: a real operation that is not simulated, or a path that does not exist. */
export const refuseUnknownPath = (c: RequestContext): never => {
  const { method, path } = c.req
  const operation = findOperation(method, path)
  if (operation) throw realButNotSimulated(`${operation.method} ${operation.path}`)
  if (otherMethods.some((other) => findOperation(other, path))) {
    throw new Refusal(documented.notFound, `${path} exists, but not with ${method}.`, { restsOn: ['path.method'] })
  }
  throw new Refusal(documented.notFound, `There is no ${method} ${path}.`)
}
