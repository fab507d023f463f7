import type { Conversation, Message, MessageContent } from '../conversations/conversation'
import type { MessengerType } from '../conversations/messengerType'
import { customerOf } from '../conversations/reading'
import { addMessage, connectedLeg, leave, withCustomerConnected } from '../conversations/transitions'
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
  readonly time?: number
  /** Starts a new conversation although there may be one to continue. */
  readonly startsNew?: boolean
}

export interface Received {
  readonly conversation: Conversation
  readonly message: Message
}

const newConversation = (world: World, received: CustomerMessage, time: number): Conversation => ({
  id: world.ids.next('conversation'),
  messengerType: received.messengerType,
  originatingDirection: 'inbound',
  startTime: time,
  businessAddress: received.businessAddress,
  customerAddress: received.customerAddress,
  participants: [
    {
      purpose: 'customer',
      id: world.ids.next('participant'),
      name: received.customerName,
      externalContactId: received.externalContactId,
      legs: [connectedLeg(world.ids.next('communication'), 'inbound', time)]
    }
  ]
})

/** A customer writes: into the conversation that is active, into the ended one while the reply window is open, or into a new one. */
export const receiveFromCustomer = (world: World, received: CustomerMessage): Received => {
  const { messengerType, businessAddress, customerAddress, externalContactId } = received
  const time = received.time ?? world.clock.now()
  const message: Message = {
    id: world.ids.next('message'),
    time,
    content: received.content,
    status: 'received',
    failure: undefined
  }
  const customer = (messengerType === 'webmessaging' ? externalContactId : undefined) ?? customerAddress
  const standing = standingWith(world, { messengerType, businessAddress, customer })
  if (standing.kind === 'none' || received.startsNew === true) world.conversations.add(newConversation(world, received, time))
  const current = world.conversations.latestWith({ messengerType, businessAddress, customer })
  if (current === undefined) throw new Error('The conversation that was just started is not there.')
  const conversation = world.conversations.change(current.id, (before) => {
    const { conversation: connected, customerLegId } = withCustomerConnected(before, () => world.ids.next('communication'), time)
    return addMessage(connected, customerLegId, message)
  })
  return { conversation, message }
}

/** The customer ends the conversation. */
export const customerLeaves = (world: World, conversationId: string): void => {
  world.conversations.change(conversationId, (before) => {
    const customer = customerOf(before)
    return customer ? leave(before, customer.id, world.clock.now(), 'peer') : before
  })
}
