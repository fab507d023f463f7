// What can happen in a sandbox, as values that a property test can make up, shrink and print.
import fc from 'fast-check'
import type { Agent, Conversation } from '../../../src/sandbox/conversations/conversation'
import type { MessengerType } from '../../../src/sandbox/conversations/messengerType'
import { businessSide, findLeg, isActive, messagesOf, owesWrapUp } from '../../../src/sandbox/conversations/reading'
import {
  accept,
  disconnectAll,
  disconnectLeg,
  finishWrapUp,
  leave,
  park,
  resume,
  setAttributes
} from '../../../src/sandbox/conversations/transitions'
import { receiveReceipt } from '../../../src/sandbox/receiving/receipt'
import { customerLeaves } from '../../../src/sandbox/receiving/receive'
import { Refusal } from '../../../src/sandbox/refusal'
import { assign } from '../../../src/sandbox/routing/assign'
import { transfer } from '../../../src/sandbox/routing/transfer'
import { sendAgentless } from '../../../src/sandbox/sending/agentlessSend'
import { sendAsAgent } from '../../../src/sandbox/sending/agentSend'
import { startOutbound } from '../../../src/sandbox/sending/outboundConversation'
import type { SmallWorld } from './smallWorld'

const channels = ['webmessaging', 'sms', 'whatsapp', 'open', 'facebook'] as const
const customers = ['+13175550150', '+13175550151'] as const

/** What somebody does in one of the conversations that there are; `which` picks it. */
const deeds = [
  'customer leaves',
  'agent accepts',
  'agent sends',
  'agent leaves',
  'agent parks',
  'agent resumes',
  'agent transfers to a queue',
  'agent transfers to an agent',
  'agent keeps it until the transfer is taken',
  'agent wraps up',
  'user is assigned',
  'program notes something',
  'program disconnects a communication',
  'program disconnects all',
  'channel sends a receipt'
] as const

export type Deed = (typeof deeds)[number]

export type Action =
  | { readonly kind: 'writes'; readonly channel: MessengerType; readonly customer: string; readonly text: string }
  | { readonly kind: 'deed'; readonly deed: Deed; readonly which: number }
  | { readonly kind: 'agentless'; readonly customer: string; readonly bargesIn: boolean }
  | { readonly kind: 'outbound'; readonly customer: string; readonly continues: boolean }
  | { readonly kind: 'status'; readonly which: number; readonly status: 'onQueue' | 'offQueue' }
  | { readonly kind: 'guest'; readonly which: number; readonly isAway: boolean }
  | { readonly kind: 'time'; readonly seconds: number }

const customer = fc.constantFrom(...customers)
const which = fc.nat({ max: 7 })

export const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('writes' as const),
      channel: fc.constantFrom(...channels),
      customer,
      text: fc.constantFrom('Hello', 'A person please', 'STOP', 'START')
    })
  },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('deed' as const), deed: fc.constantFrom(...deeds), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('agentless' as const), customer, bargesIn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outbound' as const), customer, continues: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('status' as const), which, status: fc.constantFrom('onQueue' as const, 'offQueue' as const) })
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('guest' as const), which, isAway: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('time' as const), seconds: fc.constantFrom(1, 2, 31, 600, 7200, 30 * 3600, 80 * 3600) })
  }
)

const agentIn = (conversation: Conversation, fits: (agent: Agent) => boolean): Agent | undefined =>
  businessSide(conversation).find((participant): participant is Agent => participant.purpose === 'agent' && fits(participant))

const withLeg =
  (name: string) =>
  ({ legs }: Agent): boolean =>
    legs.some(({ state }) => state.name === name)

const nothing = (): void => undefined

const doIn = (small: SmallWorld, conversation: Conversation, deed: Deed, chosen: number): void => {
  const { world, shop } = small
  const now = world.clock.now()
  const change = (transition: (before: Conversation) => Conversation): void => {
    world.conversations.change(conversation.id, transition)
  }
  const connected = agentIn(conversation, withLeg('connected'))
  const handOver = (destination: Parameters<typeof transfer>[3], type: 'Attended' | 'Unattended'): void => {
    if (connected) change((before) => transfer(world, before, connected.id, destination, type))
  }
  switch (deed) {
    case 'customer leaves':
      customerLeaves(world, conversation.id)
      return
    case 'agent accepts': {
      const alerted = agentIn(conversation, withLeg('alerting'))
      if (alerted) change((before) => accept(before, alerted.id, now))
      return
    }
    case 'agent sends': {
      const communicationId = connected?.legs.find(({ state }) => state.name === 'connected')?.id
      if (connected && communicationId !== undefined) {
        sendAsAgent(world, { userId: connected.userId, conversation, communicationId, content: { textBody: 'Hi' } }, nothing)
      }
      return
    }
    case 'agent leaves': {
      const agent = agentIn(conversation, ({ legs }) => legs.some(({ state }) => state.name !== 'disconnected'))
      if (agent) change((before) => leave(before, agent.id, now, 'client'))
      return
    }
    case 'agent parks':
      if (connected) change((before) => park(before, connected.id, now, now + 3_600_000))
      return
    case 'agent resumes': {
      const parked = agentIn(conversation, withLeg('parked'))
      if (parked) change((before) => resume(before, parked.id))
      return
    }
    case 'agent transfers to a queue':
      handOver({ kind: 'queue', queue: shop.mobileSupport }, 'Unattended')
      return
    case 'agent transfers to an agent':
      handOver({ kind: 'agent', user: shop.tomas, queue: shop.webSupport }, 'Unattended')
      return
    case 'agent keeps it until the transfer is taken':
      handOver({ kind: 'agent', user: shop.tomas, queue: shop.webSupport }, 'Attended')
      return
    case 'agent wraps up': {
      const owing = agentIn(conversation, owesWrapUp)
      if (owing) {
        change((before) => finishWrapUp(before, owing.id, { kind: 'done', code: 'code', name: undefined, notes: undefined, time: now }))
      }
      return
    }
    case 'user is assigned':
      assign(world, conversation, shop.nora)
      return
    case 'program notes something':
      change((before) => setAttributes(before, before.participants[0]?.id ?? '', { noted: String(chosen) }))
      return
    case 'program disconnects a communication': {
      const legs = conversation.participants.flatMap((participant) => participant.legs)
      const leg = legs[chosen % legs.length]
      if (leg && findLeg(conversation, leg.id)) change((before) => disconnectLeg(before, leg.id, now, 'client'))
      return
    }
    case 'program disconnects all':
      if (isActive(conversation)) change((before) => disconnectAll(before, now, 'client'))
      return
    case 'channel sends a receipt': {
      const messages = messagesOf(conversation)
      const message = messages[chosen % messages.length]?.message
      const status = (['Sent', 'Delivered', 'Read', 'Failed', 'Published', 'Removed'] as const)[chosen % 6] ?? 'Sent'
      if (message) {
        receiveReceipt(world, { messageId: message.id, businessAddress: conversation.businessAddress, status, failure: undefined })
      }
      return
    }
  }
}

const act = (small: SmallWorld, action: Action): void => {
  const { world, shop, clock, away } = small
  const conversations = [...world.conversations.all()]
  switch (action.kind) {
    case 'writes':
      small.writes(action.channel, action.customer, action.text)
      return
    case 'deed': {
      const conversation = conversations[action.which % Math.max(1, conversations.length)]
      if (conversation) doIn(small, conversation, action.deed, action.which)
      return
    }
    case 'agentless':
      sendAgentless(
        world,
        {
          messengerType: 'sms',
          addresses: { fromAddress: shop.addresses.sms, toAddress: action.customer, externalContactId: undefined },
          content: { textBody: 'Your order has left' },
          useExistingActiveConversation: action.bargesIn,
          senderName: 'Notifier'
        },
        nothing
      )
      return
    case 'outbound':
      startOutbound(
        world,
        {
          user: shop.nora,
          queueId: shop.webSupport.id,
          toAddress: action.customer,
          messengerType: 'sms',
          externalContactId: undefined,
          useExistingConversation: action.continues
        },
        nothing
      )
      return
    case 'status': {
      const user = action.which % 2 === 0 ? shop.nora : shop.tomas
      world.routingStatuses.set(user.id, action.status, clock.now())
      return
    }
    case 'guest': {
      const id = conversations[action.which % Math.max(1, conversations.length)]?.id
      if (id !== undefined && action.isAway) away.add(id)
      else if (id !== undefined) away.delete(id)
      return
    }
    case 'time':
      clock.advance(action.seconds * 1000)
      return
  }
}

/** Does it, or is refused: whoever is refused has changed nothing, which the caller checks. Returns whether it was refused. */
export const attempt = (small: SmallWorld, action: Action): boolean => {
  try {
    act(small, action)
    return false
  } catch (error) {
    if (error instanceof Refusal) return true
    throw error
  }
}
