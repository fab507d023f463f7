// A conversation that has already happened, written down as a script and played through the same transitions that live ones take.
import type { Conversation, DisconnectType, MessageStatus } from '../conversations/conversation'
import type { MessengerType } from '../conversations/messengerType'
import { businessSide, customerOf, isLive } from '../conversations/reading'
import {
  accept,
  addMessage,
  alertingLeg,
  connectedLeg,
  disconnectAll,
  enterUnlistedState,
  finishWrapUp,
  handOver,
  join,
  park
} from '../conversations/transitions'
import type { Ids } from '../ids'
import type { Flow } from '../organisation/flow'
import type { Queue, User } from '../organisation/organisation'

/** Something that happens at `time`. */
export type Act = (conversation: Conversation, time: number, ids: Ids) => Conversation

/** An act and when it happens, in seconds since the conversation started. */
export type Step = readonly [seconds: number, act: Act]

export interface ScriptCustomer {
  readonly name: string
  /** `undefined` for a web messaging guest, who gets an id that means nothing outside the conversation. */
  readonly address: string | undefined
  readonly externalContactId: string | undefined
}

export interface Script {
  readonly messengerType: MessengerType
  readonly businessAddress: string
  readonly customer: ScriptCustomer
  /** When it started, in milliseconds before now. */
  readonly startedAgo: number
  readonly steps: readonly Step[]
}

/** Plays a script whose conversation started `startedAgo` before `now`. */
export const play = (script: Script, ids: Ids, now: number): Conversation => {
  const startTime = now - script.startedAgo
  const opening: Conversation = {
    id: ids.next('conversation'),
    messengerType: script.messengerType,
    originatingDirection: 'inbound',
    startTime,
    businessAddress: script.businessAddress,
    customerAddress: script.customer.address ?? ids.next('guest'),
    participants: [
      {
        purpose: 'customer',
        id: ids.next('participant'),
        name: script.customer.name,
        externalContactId: script.customer.externalContactId,
        legs: [connectedLeg(ids.next('communication'), 'inbound', startTime)]
      }
    ]
  }
  return script.steps.reduce((conversation, [seconds, act]) => act(conversation, startTime + seconds * 1000, ids), opening)
}

const customerLegId = (conversation: Conversation): string => {
  const leg = customerOf(conversation)?.legs.at(-1)
  if (leg === undefined) throw new Error('A script needs a customer.')
  return leg.id
}

const lastOf = (conversation: Conversation, purpose: 'agent' | 'botflow') => {
  const participant = businessSide(conversation).findLast((candidate) => candidate.purpose === purpose)
  const leg = participant?.legs.at(-1)
  return participant && leg ? { participant, leg } : undefined
}

const the = (conversation: Conversation, purpose: 'agent' | 'botflow') => {
  const found = lastOf(conversation, purpose)
  if (found === undefined) throw new Error(`The script has no ${purpose} yet.`)
  return found
}

const says =
  (legId: (conversation: Conversation) => string, text: string, status: MessageStatus, failure?: { code: string; words: string }): Act =>
  (conversation, time, ids) =>
    addMessage(conversation, legId(conversation), { id: ids.next('message'), time, content: { kind: 'text', text }, status, failure })

export const customer = (text: string): Act => says(customerLegId, text, 'received')

/** The flow answers. It joins with its first words. */
export const bot =
  (flow: Flow, text: string): Act =>
  (conversation, time, ids) => {
    const current = lastOf(conversation, 'botflow')
    const joined =
      current && isLive(current.leg)
        ? conversation
        : join(conversation, {
            purpose: 'botflow',
            id: ids.next('participant'),
            name: flow.name,
            flowId: flow.id,
            legs: [connectedLeg(ids.next('communication'), 'inbound', time, customerLegId(conversation))]
          })
    return says((after) => the(after, 'botflow').leg.id, text, 'delivery-success')(joined, time, ids)
  }

/** The conversation starts to wait in a queue. */
export const waitsIn =
  (queue: Queue): Act =>
  (conversation, time, ids) =>
    join(handOver(conversation, 'botflow', time), {
      purpose: 'acd',
      id: ids.next('participant'),
      name: queue.name,
      queueId: queue.id,
      legs: [connectedLeg(ids.next('communication'), 'inbound', time, customerLegId(conversation))]
    })

/** The queue offers the conversation to an agent. */
export const alerts =
  (user: User, queue: Queue): Act =>
  (conversation, time, ids) =>
    join(conversation, {
      purpose: 'agent',
      id: ids.next('participant'),
      name: user.name,
      userId: user.id,
      queueId: queue.id,
      wrapUpRequired: queue.wrapUpRequired,
      wrapUp: { kind: 'notDone' },
      legs: [alertingLeg(ids.next('communication'), 'inbound', time, customerLegId(conversation))]
    })

export const accepts: Act = (conversation, time) => accept(conversation, the(conversation, 'agent').participant.id, time)

export const agent = (text: string, status: MessageStatus = 'delivery-success'): Act =>
  says((conversation) => the(conversation, 'agent').leg.id, text, status)

/** The agent writes, and it cannot be delivered. */
export const agentInVain = (text: string, failure: { code: string; words: string }): Act =>
  says((conversation) => the(conversation, 'agent').leg.id, text, 'delivery-failed', failure)

export const parks =
  (resumesAfterSeconds: number): Act =>
  (conversation, time) =>
    park(conversation, the(conversation, 'agent').participant.id, time, time + resumesAfterSeconds * 1000)

export const getsIntoUnlistedState =
  (raw: string): Act =>
  (conversation) =>
    enterUnlistedState(conversation, the(conversation, 'agent').leg.id, raw)

/** Everybody leaves. */
export const ends =
  (disconnectType: DisconnectType): Act =>
  (conversation, time) =>
    disconnectAll(conversation, time, disconnectType)

/** The agent finishes the after-conversation work. */
export const wrapsUp =
  (name: string): Act =>
  (conversation, time, ids) =>
    finishWrapUp(conversation, the(conversation, 'agent').participant.id, {
      kind: 'done',
      code: ids.next('wrap-up code'),
      name,
      notes: undefined,
      time
    })
