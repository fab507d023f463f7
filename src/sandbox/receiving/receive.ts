import type { Conversation, Message, MessageContent } from '../conversations/conversation'
import type { MessengerType } from '../conversations/messengerType'
import { customerOf } from '../conversations/reading'
import { addMessage, connectedLeg, leave, readByCustomer, withCustomerConnected } from '../conversations/transitions'
import { enter } from '../routing/entry'
import { standingWith } from '../sending/standing'
import type { World } from '../world'

export interface CustomerMessage {
  readonly messengerType: MessengerType
  readonly businessAddress: string
  readonly customerAddress: string
  readonly customerName: string
  readonly externalContactId?: string | undefined
  readonly content: MessageContent
  /** When the customer wrote, in milliseconds since 1970; now unless given. */
  readonly time?: number | undefined
  /** The id of the message, where it has one already. */
  readonly id?: string | undefined
  /** Starts a new conversation although there may be one to continue. */
  readonly startsNew?: boolean
}

export interface Received {
  readonly conversation: Conversation
  readonly message: Message
  /** `started`: a new conversation; `continued`: one that had ended, inside its reply window. */
  readonly how: 'started' | 'continued' | 'active'
}

const newConversation = ({ ids, clock }: World, received: CustomerMessage): Conversation => {
  const now = clock.now()
  return {
    id: ids.next('conversation'),
    messengerType: received.messengerType,
    originatingDirection: 'inbound',
    startTime: now,
    businessAddress: received.businessAddress,
    customerAddress: received.customerAddress,
    participants: [
      {
        purpose: 'customer',
        id: ids.next('participant'),
        name: received.customerName,
        externalContactId: received.externalContactId,
        legs: [connectedLeg(ids.next('communication'), 'inbound', now)]
      }
    ]
  }
}

/** The channels on which the platform learns that the customer has read something, as soon as they write again. */
const tellsWhatWasRead = (messengerType: MessengerType): boolean =>
  messengerType === 'whatsapp' || messengerType === 'facebook' || messengerType === 'instagram'

/** The customer’s message in the conversation, with somebody on the other side to read it. */
const arrive = (world: World, before: Conversation, message: Message): Conversation => {
  const { conversation, customerLegId } = withCustomerConnected(before, () => world.ids.next('communication'), world.clock.now())
  const seen = tellsWhatWasRead(conversation.messengerType) ? readByCustomer(conversation) : conversation
  return enter(world, addMessage(seen, customerLegId, message))
}

/** Source: Genesys help ?p=152244: STOP opts the sender of an SMS out, START in again. */
const heedKeyword = ({ optOuts }: World, { messengerType, businessAddress, customerAddress, content }: CustomerMessage): void => {
  if (messengerType !== 'sms' || content.kind !== 'text') return
  const keyword = content.text.trim().toUpperCase()
  if (keyword === 'STOP') optOuts.optOut(businessAddress, customerAddress)
  if (keyword === 'START') optOuts.optIn(businessAddress, customerAddress)
}

/**
 * A customer writes: into the conversation that is active, into the ended one while its reply window is open, or into a new one. Where nobody
 * on the business side has it, it goes to the last agent’s queue, the bot, or a queue (routing/entry.ts).
 * Source: Genesys help, messaging-threading-timeline.
 */
export const receiveFromCustomer = (world: World, received: CustomerMessage): Received => {
  const { messengerType, businessAddress, customerAddress, externalContactId } = received
  heedKeyword(world, received)
  const message: Message = {
    id: received.id ?? world.ids.next('message'),
    time: received.time ?? world.clock.now(),
    content: received.content,
    status: 'received',
    failure: undefined
  }
  const customer = (messengerType === 'webmessaging' ? externalContactId : undefined) ?? customerAddress
  const standing = standingWith(world, { messengerType, businessAddress, customer })
  if (standing.kind === 'none' || received.startsNew === true) {
    const conversation = arrive(world, newConversation(world, received), message)
    world.conversations.add(conversation)
    return { conversation, message, how: 'started' }
  }
  const conversation = world.conversations.change(standing.conversation.id, (before) => arrive(world, before, message))
  return { conversation, message, how: standing.kind === 'active' ? 'active' : 'continued' }
}

/** The customer ends the conversation, and with it everybody’s part in it. */
export const customerLeaves = (world: World, conversationId: string): void => {
  world.conversations.change(conversationId, (before) => {
    const customer = customerOf(before)
    return customer ? leave(before, customer.id, world.clock.now(), 'client') : before
  })
}
