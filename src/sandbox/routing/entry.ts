import type { Conversation } from '../conversations/conversation'
import { businessSide, customerOf, isLive, isPresent } from '../conversations/reading'
import { connectedLeg, handOver, join } from '../conversations/transitions'
import type { Flow } from '../organisation/flow'
import type { Queue } from '../organisation/organisation'
import type { World } from '../world'

/** The bot that answers first on this address, if there is one. */
export const flowOf = ({ organisation }: World, { messengerType, businessAddress }: Conversation): Flow | undefined =>
  messengerType === 'webmessaging'
    ? organisation.deployments.find(({ id }) => id === businessAddress)?.flow
    : organisation.senders.find((sender) => sender.messengerType === messengerType && sender.address === businessAddress)?.flow

/** The communication of the customer that newcomers talk to. */
export const liveCustomerLeg = (conversation: Conversation): string | undefined => customerOf(conversation)?.legs.findLast(isLive)?.id

/** The conversation starts to wait in a queue; a bot that has it lets go. Without a customer who is there, nothing happens. */
export const waitIn = (
  { ids, clock }: World,
  conversation: Conversation,
  queue: Queue,
  preferredUserId: string | undefined
): Conversation => {
  const customerLegId = liveCustomerLeg(conversation)
  if (customerLegId === undefined) return conversation
  const now = clock.now()
  return join(handOver(conversation, 'botflow', now), {
    purpose: 'acd',
    id: ids.next('participant'),
    name: queue.name,
    queueId: queue.id,
    ...(preferredUserId === undefined ? {} : { preferredUserId }),
    legs: [connectedLeg(ids.next('communication'), 'inbound', now, customerLegId)]
  })
}

/** Whether somebody on the business side has the conversation. Who only sends by the API does not. */
const isTaken = (conversation: Conversation): boolean =>
  businessSide(conversation).some((participant) => participant.purpose !== 'api' && isPresent(participant))

/**
 * Gives a conversation that nobody on the business side has to whoever is next: the queue of the agent who had it last (Genesys help
 * ?p=150713), else the address’s bot, else the organisation’s first queue.
 */
export const enter = (world: World, conversation: Conversation): Conversation => {
  if (isTaken(conversation)) return conversation
  const { organisation, ids, clock } = world
  const lastAgent = businessSide(conversation).findLast(
    (participant) =>
      participant.purpose === 'agent' &&
      participant.legs.some(({ state }) => state.name === 'disconnected' && state.connectedTime !== undefined)
  )
  if (lastAgent?.purpose === 'agent') {
    const queue = organisation.queues.find(({ id }) => id === lastAgent.queueId)
    if (queue) return waitIn(world, conversation, queue, lastAgent.userId)
  }
  const flow = flowOf(world, conversation)
  const customerLegId = liveCustomerLeg(conversation)
  if (flow && customerLegId !== undefined) {
    return join(conversation, {
      purpose: 'botflow',
      id: ids.next('participant'),
      name: flow.name,
      flowId: flow.id,
      legs: [connectedLeg(ids.next('communication'), 'inbound', clock.now(), customerLegId)]
    })
  }
  const [queue] = organisation.queues
  return queue ? waitIn(world, conversation, queue, undefined) : conversation
}
