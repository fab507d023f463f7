import type { Acd, Conversation, Leg } from '../conversations/conversation'
import { businessSide, isLive, isPresent } from '../conversations/reading'
import { alertingLeg, join, missAlert } from '../conversations/transitions'
import { hasJoined, type Queue, type User } from '../organisation/organisation'
import type { World } from '../world'
import { liveCustomerLeg, waitIn } from './entry'

export interface WaitingIn {
  readonly acd: Acd
  readonly leg: Leg
}

/** The queue that a conversation waits in, while nobody is being alerted. */
export const waitingIn = (conversation: Conversation): WaitingIn | undefined => {
  const others = businessSide(conversation)
  if (others.some((participant) => participant.purpose === 'agent' && participant.legs.some(({ state }) => state.name === 'alerting'))) {
    return undefined
  }
  for (const participant of others) {
    const leg = participant.purpose === 'acd' ? participant.legs.find(isLive) : undefined
    if (participant.purpose === 'acd' && leg) return { acd: participant, leg }
  }
  return undefined
}

/** Alerts `user`, as a member of `queue`. Without a customer who is there, nothing happens. */
export const alert = ({ ids, clock }: World, conversation: Conversation, user: User, queue: Queue): Conversation => {
  const customerLegId = liveCustomerLeg(conversation)
  if (customerLegId === undefined) return conversation
  return join(conversation, {
    purpose: 'agent',
    id: ids.next('participant'),
    name: user.name,
    userId: user.id,
    queueId: queue.id,
    wrapUpRequired: queue.wrapUpRequired,
    wrapUp: { kind: 'notDone' },
    legs: [alertingLeg(ids.next('communication'), 'inbound', clock.now(), customerLegId)]
  })
}

/** How often `userId` was alerted since the conversation waits. */
const alertsOf = (conversation: Conversation, userId: string, since: number): number =>
  businessSide(conversation)
    .filter((participant) => participant.purpose === 'agent' && participant.userId === userId)
    .flatMap(({ legs }) => legs)
    .filter(({ startTime }) => startTime >= since).length

/** The member of the queue whose turn it is: the preferred one, else who was alerted least for this conversation, in the order of the users. */
const nextAgent = ({ organisation, routingStatuses }: World, conversation: Conversation, { acd, leg }: WaitingIn): User | undefined => {
  const queue = organisation.queues.find(({ id }) => id === acd.queueId)
  const alreadyHere = new Set(
    businessSide(conversation).map((participant) =>
      participant.purpose === 'agent' && isPresent(participant) ? participant.userId : undefined
    )
  )
  const available = organisation.users
    .filter(({ id }) => queue !== undefined && hasJoined(queue, id) && routingStatuses.of(id) === 'onQueue' && !alreadyHere.has(id))
    .map((user) => ({ user, alerts: alertsOf(conversation, user.id, leg.startTime), preferred: user.id === acd.preferredUserId }))
    .sort((a, b) => a.alerts - b.alerts || Number(b.preferred) - Number(a.preferred))
  return available[0]?.user
}

/** Offers a waiting conversation to an agent, if one is on queue. Returns whether it did. */
export const offer = (world: World, conversationId: string): boolean => {
  const before = world.conversations.get(conversationId)
  const waiting = before && waitingIn(before)
  if (before === undefined || waiting === undefined) return false
  const user = nextAgent(world, before, waiting)
  const queue = world.organisation.queues.find(({ id }) => id === waiting.acd.queueId)
  if (user === undefined || queue === undefined) return false
  world.conversations.change(conversationId, (conversation) => alert(world, conversation, user, queue))
  return true
}

/**
 * An alert was not answered: the agent is not responding until they say otherwise, and the conversation waits on. One that was handed to the
 * agent without a queue waits in the agent’s queue from now on.
 */
export const alertRanOut = (world: World, conversationId: string, legId: string): void => {
  const { conversations, organisation, routingStatuses, clock } = world
  const before = conversations.get(conversationId)
  const agent = before && businessSide(before).find(({ legs }) => legs.some(({ id }) => id === legId))
  if (agent?.purpose !== 'agent') return
  const now = clock.now()
  routingStatuses.set(agent.userId, 'notResponding', now)
  const queue = organisation.queues.find(({ id }) => id === agent.queueId)
  conversations.change(conversationId, (conversation) => {
    const missed = missAlert(conversation, legId, now)
    return queue && !businessSide(missed).some(isPresent) ? waitIn(world, missed, queue, undefined) : missed
  })
}
