import type { Assume } from '../assumptions'
import type { Conversation, Message } from '../conversations/conversation'
import type { MessengerType } from '../conversations/messengerType'
import { addMessage, connectedLeg, join, leave, withCustomerConnected } from '../conversations/transitions'
import { documented } from '../documentedErrors'
import { Refusal } from '../refusal'
import type { World } from '../world'
import { agentlessCustomer, type AgentlessAddressFields } from './agentlessAddress'
import { agentlessContent, type ContentFields } from './content'
import { deliver, queuedMessage } from './delivery'
import { withinAllowance } from './limits'
import { newOutboundConversation, type OutboundCustomer } from './newConversation'
import { standingWith } from './standing'

export interface AgentlessSend {
  readonly messengerType: MessengerType
  readonly addresses: AgentlessAddressFields
  readonly content: ContentFields
  readonly useExistingActiveConversation: boolean
  /** The name that the `api` participant gets. */
  readonly senderName: string
}

export interface SentAgentless {
  readonly conversation: Conversation
  readonly message: Message
}

/** The conversation that the message goes into: the active one if it may be used, the one that can be continued, or a new one. */
const conversationFor = (
  world: World,
  customer: OutboundCustomer,
  useExistingActiveConversation: boolean,
  assume: Assume
): Conversation => {
  const standing = standingWith(world, customer.recipient)
  switch (standing.kind) {
    case 'active':
      if (!useExistingActiveConversation) {
        throw new Refusal(
          documented.activeConversation,
          `Conversation ${standing.conversation.id} with this recipient is active. useExistingActiveConversation would send into it.`,
          { restsOn: standing.restsOn }
        )
      }
      standing.restsOn.forEach(assume)
      return standing.conversation
    case 'windowOpen':
      assume('agentless.continues')
      return standing.conversation
    case 'none': {
      const conversation = newOutboundConversation(world, customer)
      world.conversations.add(conversation)
      return conversation
    }
  }
}

/**
 * `POST /conversations/messages/agentless`: sends without an agent. The `api` participant leaves when the delivery is final.
 * Source: published OpenAPI and platform-client-sdk-dotnet 270.0.0, `SendAgentlessOutboundMessageRequest`.
 */
export const sendAgentless = (world: World, send: AgentlessSend, assume: Assume): SentAgentless => {
  const { ids, clock, conversations } = world
  const customer = agentlessCustomer(world.organisation, send.messengerType, send.addresses)
  const { messengerType, businessAddress } = customer.recipient
  const content = agentlessContent(send.content, { organisation: world.organisation, messengerType, businessAddress }, assume)
  withinAllowance(world.organisation)
  const found = conversationFor(world, customer, send.useExistingActiveConversation, assume)
  const { id } = found

  const now = clock.now()
  const participantId = ids.next('participant')
  const legId = ids.next('communication')
  const message = queuedMessage(world, content)
  const conversation = conversations.change(id, (before) => {
    const { conversation: connected, customerLegId } = withCustomerConnected(before, () => ids.next('communication'), now)
    const leg = connectedLeg(legId, 'outbound', now, customerLegId)
    return addMessage(join(connected, { purpose: 'api', id: participantId, name: send.senderName, legs: [leg] }), legId, message)
  })

  assume('agentless.legs')
  assume('delivery.pace')
  deliver(world, found, message, () => {
    conversations.changeLater(id, (before) => leave(before, participantId, clock.now(), 'system'))
  })
  return { conversation, message }
}
