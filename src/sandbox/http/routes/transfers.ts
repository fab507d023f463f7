import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Agent, Conversation } from '../../conversations/conversation'
import { isPresent } from '../../conversations/reading'
import type { Permission } from '../../credentials/roles'
import { lacking } from '../../credentials/grants'
import { documented } from '../../documentedErrors'
import type { Queue } from '../../organisation/organisation'
import { Refusal } from '../../refusal'
import { assign } from '../../routing/assign'
import { transfer, type Destination, type TransferType } from '../../routing/transfer'
import type { World } from '../../world'
import type { Needs } from '../authentication'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { pathConversation, pathParticipant } from '../path'
import { readBody } from '../requestBody'
import {
  destinationOf,
  transferRequest,
  transferToAddress,
  transferToAgent,
  transferToExternal,
  transferToExternalContact,
  transferToQueue
} from '../transferRequest'

const conversationUser = z.strictObject({ id: z.string(), selfUri: z.optional(z.string()) })

interface Transferring {
  readonly conversation: Conversation
  readonly agent: Agent
  readonly queue: Queue
}

/** The agent whose part is handed over: one who is connected. */
const connectedAgent = (world: World, conversation: Conversation, participantId: string): Transferring => {
  const agent = conversation.participants.find(({ id }) => id === participantId)
  const isConnected = agent?.legs.some(({ state }) => state.name === 'connected') === true
  if (agent?.purpose !== 'agent' || !isConnected) {
    throw new Refusal(documented.transferNotConnected, 'Only the part of an agent who is connected can be handed over.', {
      restsOn: agent?.purpose === 'agent' ? [] : ['transfer.participant']
    })
  }
  const queue = world.organisation.queues.find(({ id }) => id === agent.queueId)
  if (queue === undefined) throw new Refusal(documented.transferQueueNotFound, 'The agent’s own queue is no longer there.')
  return { conversation, agent, queue }
}

const carryOut = (
  c: RequestContext,
  world: World,
  { conversation, agent }: Transferring,
  destination: Destination,
  transferType: TransferType | undefined
): Response => {
  if (destination.kind === 'agent' && destination.user.id === agent.userId) {
    throw new Refusal(documented.transferSameParty, `${agent.name} has the conversation already.`)
  }
  assumeFor(c)('transfer.legs')
  world.conversations.change(conversation.id, (before) => transfer(world, before, agent.id, destination, transferType ?? 'Unattended'))
  return c.body(null, 202)
}

const external = (): Refusal =>
  new Refusal(documented.transferExternal, 'A message conversation cannot be handed to somebody outside of the organisation.', {
    restsOn: ['transfer.message-target']
  })

/** Handing a conversation to somebody else. */
export const transferRoutes = (world: World, needs: Needs): Hono<Environment> => {
  const routes = new Hono<Environment>()
  const participantPath = '/:conversationId/participants/:participantId'

  /** Reads who hands over what, as the operations of any media document it. */
  const transferring = (c: RequestContext): Transferring => {
    const conversation = pathConversation(c, world, documented.notFound)
    const participant = pathParticipant(c, conversation, documented.participantNotFound)
    if (!isPresent(participant)) {
      throw new Refusal(documented.participantNotActive, `${participant.name} has no active communication in this conversation.`)
    }
    const { credential } = c.var
    if (participant.purpose === 'agent' && (credential.kind === 'client' || credential.user.id !== participant.userId)) {
      assumeFor(c)('transfer.by-another')
    }
    return connectedAgent(world, conversation, participant.id)
  }

  const mayTransfer = (special?: Permission) =>
    needs({
      token: 'any',
      permissions: { some: ['conversation:communication:blindTransfer', ...(special === undefined ? [] : [special])] }
    })

  routes.post(`${participantPath}/replace/agent`, mayTransfer('conversation:communication:blindTransferAgent'), (c) => {
    const body = readBody(c, transferToAgent, 'TransferToAgentRequest')
    const from = transferring(c)
    return carryOut(c, world, from, destinationOf(world.organisation, body, from.queue), body.transferType)
  })

  routes.post(`${participantPath}/replace/queue`, mayTransfer('conversation:communication:blindTransferQueue'), (c) => {
    const body = readBody(c, transferToQueue, 'TransferToQueueRequest')
    const from = transferring(c)
    return carryOut(c, world, from, destinationOf(world.organisation, body, from.queue), body.transferType)
  })

  routes.post(
    `${participantPath}/replace/contact/external`,
    mayTransfer('conversation:communication:blindTransferExternalContact'),
    (c) => {
      readBody(c, transferToExternalContact, 'TransferToExternalContactRequest')
      transferring(c)
      throw external()
    }
  )

  routes.post(`${participantPath}/replace/external`, mayTransfer('conversation:communication:blindTransferExternal'), (c) => {
    readBody(c, transferToExternal, 'TransferToExternalRequest')
    transferring(c)
    throw external()
  })

  routes.post(`${participantPath}/replace`, mayTransfer(), (c) => {
    const body = readBody(c, transferRequest, 'TransferRequest')
    const from = transferring(c)
    return carryOut(c, world, from, destinationOf(world.organisation, body, from.queue), body.transferType)
  })

  routes.post(`${participantPath}/transfer`, mayTransfer(), (c) => {
    const body = readBody(c, transferToAddress, 'TransferToAddressRequest')
    const from = transferring(c)
    return carryOut(c, world, from, destinationOf(world.organisation, body, from.queue), body.transferType)
  })

  routes.post(`/messages${participantPath}/replace`, mayTransfer(), (c) => {
    const conversation = pathConversation(c, world, documented.notFound)
    const participant = pathParticipant(c, conversation, documented.notFound)
    const body = readBody(c, transferRequest, 'TransferRequest')
    const { credential } = c.var
    const isOwn = credential.kind === 'user' && participant.purpose === 'agent' && participant.userId === credential.user.id
    const from = connectedAgent(world, conversation, participant.id)
    if (!isOwn) {
      throw new Refusal(documented.notActiveParticipant, 'Only the agent whose part it is can hand it over here.', {
        restsOn: ['transfer.by-another']
      })
    }
    return carryOut(c, world, from, destinationOf(world.organisation, body, from.queue), body.transferType)
  })

  routes.post(
    '/:conversationId/assign',
    needs({ token: 'any', permissions: { some: ['conversation:message:pull', 'conversation:message:assign'] } }),
    (c) => {
      const conversation = pathConversation(c, world, documented.resourceNotFound)
      const { id } = readBody(c, conversationUser, 'ConversationUser')
      const { credential } = c.var
      const user = world.organisation.users.find((candidate) => candidate.id === id.toLowerCase())
      if (user === undefined) throw new Refusal(documented.assignUser, `No user has the id ${id}.`, { field: 'id' })
      const needed =
        credential.kind === 'user' && credential.user.id === user.id ? 'conversation:message:pull' : 'conversation:message:assign'
      if (lacking(credential.grants, { every: [needed] }).length > 0) {
        throw new Refusal(documented.assignForbidden, `The roles lack the permission ${needed}.`)
      }
      assign(world, conversation, user)
      assumeFor(c)('assign.alerts')
      assumeFor(c)('accepted.text')
      return c.json('', 202)
    }
  )
  return routes
}
