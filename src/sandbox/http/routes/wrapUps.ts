import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import type { Participant } from '../../conversations/conversation'
import { isSystemWrapUp } from '../../conversations/systemWrapUps'
import { finishWrapUp } from '../../conversations/transitions'
import { documented, type DocumentedError } from '../../documentedErrors'
import type { World } from '../../world'
import { isoTime, type Answer } from '../answers'
import type { Needs } from '../authentication'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { wrappingAgent } from '../participantUpdate'
import { pathConversation, pathLeg, pathParticipant } from '../path'
import { readBody } from '../requestBody'
import { wrapUpInput, wrapUpOfInput } from '../wrapUpInput'

/** What the participant’s after-conversation work came to; nothing of it while it is not done. */
const assigned = (c: RequestContext, participant: Participant): Answer<Models.AssignedWrapupCode> => {
  const wrapUp = participant.purpose === 'agent' ? participant.wrapUp : undefined
  if (wrapUp?.kind !== 'done') {
    assumeFor(c)('wrap-up.none')
    return {}
  }
  if (isSystemWrapUp(wrapUp.code)) assumeFor(c)('wrap-up.system-code')
  return { code: wrapUp.code, notes: wrapUp.notes, tags: [], endTime: isoTime(wrapUp.time) }
}

/** After-conversation work, under the path of messages and under that of any media. */
export const wrapUpRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()

  const participantOf = (c: RequestContext, error: DocumentedError): Participant =>
    pathParticipant(c, pathConversation(c, world, error), documented.notFound)

  const readsAt = (path: `/${string}`, notFound: DocumentedError): void => {
    routes.get(`${path}/wrapup`, needs({ token: 'any' }), (c) => c.json(assigned(c, participantOf(c, notFound))))
    routes.get(`${path}/wrapupcodes`, needs({ token: 'any' }), (c) => {
      participantOf(c, documented.notFound)
      const { wrapUpCodes = [] } = world.organisation
      const body: Answer<Models.WrapupCode[]> = wrapUpCodes.map(({ id, name }) => ({
        id,
        name,
        selfUri: `/api/v2/routing/wrapupcodes/${id}`
      }))
      return c.json(body)
    })
  }
  readsAt('/messages/:conversationId/participants/:participantId', documented.notFound)
  readsAt('/:conversationId/participants/:participantId', documented.conversationNotFound)

  const communication = '/messages/:conversationId/participants/:participantId/communications/:communicationId/wrapup'

  routes.get(communication, needs({ token: 'any' }), (c) => {
    const participant = participantOf(c, documented.conversationNotFound)
    pathLeg(c, participant)
    return c.json(assigned(c, participant))
  })

  routes.post(communication, needs({ token: 'any', permissions: { some: ['conversation:participant:wrapup'] } }), (c) => {
    const conversation = pathConversation(c, world, documented.notFound)
    const participant = pathParticipant(c, conversation, documented.notFound)
    pathLeg(c, participant)
    const { id } = wrappingAgent(participant)
    const wrapUp = wrapUpOfInput(readBody(c, wrapUpInput, 'WrapupInput'), world.clock.now(), {
      error: documented.wrapUpCodeMissing,
      details: { field: 'code' }
    })
    world.conversations.change(conversation.id, (before) => finishWrapUp(before, id, wrapUp))
    return c.body(null, 202)
  })
  return routes
}
