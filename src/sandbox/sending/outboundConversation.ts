import type { Assume } from '../assumptions'
import type { Conversation } from '../conversations/conversation'
import { connectedLeg, join, withCustomerConnected } from '../conversations/transitions'
import { documented } from '../documentedErrors'
import { contactName, type Queue, type User } from '../organisation/organisation'
import { Refusal } from '../refusal'
import type { World } from '../world'
import { addressFault } from './addressForms'
import { newOutboundConversation, type OutboundCustomer } from './newConversation'
import { referencedContact, referencedQueue } from './references'
import { standingWith } from './standing'

export interface OutboundRequest {
  readonly user: User
  readonly queueId: string
  readonly toAddress: string
  readonly messengerType: 'sms' | 'open' | 'whatsapp'
  readonly externalContactId: string | undefined
  readonly useExistingConversation: boolean
}

const senderOf = (queue: Queue, { messengerType, user }: OutboundRequest): string => {
  const address = queue.outboundAddresses.get(messengerType)
  if (address === undefined) {
    throw new Refusal(documented.queueAddressRequired, `Queue ${queue.name} has no outbound address for ${messengerType}.`)
  }
  if (!queue.memberIds.has(user.id)) {
    throw new Refusal(documented.queueMembershipRequired, `${user.name} is not a member of queue ${queue.name}.`)
  }
  return address
}

/** The conversation that the user joins: the one that can be continued, if that is wanted, or a new one. */
const conversationFor = (world: World, customer: OutboundCustomer, useExistingConversation: boolean): Conversation => {
  const standing = standingWith(world, customer.recipient)
  switch (standing.kind) {
    case 'active':
      throw new Refusal(documented.activeConversation, `Conversation ${standing.conversation.id} with this recipient is active.`, {
        restsOn: standing.restsOn
      })
    case 'windowOpen':
      if (useExistingConversation) return standing.conversation
      throw new Refusal(
        documented.existingConversation,
        `Conversation ${standing.conversation.id} with this recipient can still be continued. useExistingConversation would continue it.`
      )
    case 'none':
      return newOutboundConversation(world, customer)
  }
}

/**
 * `POST /conversations/messages`: a conversation that the user owns, new or continued. It sends no text.
 * Source: published OpenAPI, text and error codes of the operation.
 */
export const startOutbound = (world: World, request: OutboundRequest, assume: Assume): Conversation => {
  const { user, messengerType, toAddress } = request
  const queue = referencedQueue(world.organisation, request.queueId)
  const fault = addressFault(messengerType, toAddress)
  if (fault) throw new Refusal(fault.error, fault.words, { field: 'toAddress' })
  const businessAddress = senderOf(queue, request)
  const contact = request.externalContactId === undefined ? undefined : referencedContact(world.organisation, request.externalContactId)
  const before = conversationFor(
    world,
    {
      recipient: { messengerType, businessAddress, customer: toAddress },
      customerAddress: toAddress,
      customerName: contact ? contactName(contact) : toAddress,
      externalContactId: contact?.id
    },
    request.useExistingConversation
  )

  const now = world.clock.now()
  const { conversation, customerLegId } = withCustomerConnected(before, () => world.ids.next('communication'), now)
  const started = join(conversation, {
    purpose: 'agent',
    id: world.ids.next('participant'),
    name: user.name,
    userId: user.id,
    queueId: queue.id,
    wrapUpRequired: queue.wrapUpRequired,
    wrapUp: { kind: 'notDone' },
    legs: [connectedLeg(world.ids.next('communication'), 'outbound', now, customerLegId)]
  })
  assume('outbound.legs')
  world.conversations.add(started)
  return started
}
