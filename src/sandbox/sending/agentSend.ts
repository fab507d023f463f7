import type { Assume } from '../assumptions'
import type { Agent, Conversation, Leg, Message } from '../conversations/conversation'
import { findLeg, isActive } from '../conversations/reading'
import { addMessage } from '../conversations/transitions'
import { documented } from '../documentedErrors'
import { mediaPath, type Media } from '../media/media'
import { Refusal } from '../refusal'
import type { World } from '../world'
import { agentContent, type ContentFields } from './content'
import { deliver, queuedMessage } from './delivery'
import { withinLimits } from './limits'

export interface AgentSend {
  readonly userId: string
  readonly conversation: Conversation
  readonly communicationId: string
  readonly content: ContentFields
  /** Where a recipient reads a file that is sent: its path on the sandbox, unless given. */
  readonly mediaUrl?: (media: Media) => string
}

/** The agent’s connected leg with this id. Source: published OpenAPI: 400 `not.found` for one that is not there. */
export const connectedAgent = (conversation: Conversation, communicationId: string): { readonly agent: Agent; readonly leg: Leg } => {
  const found = findLeg(conversation, communicationId)
  if (found === undefined) throw new Refusal(documented.messageNotFound, `The conversation has no communication ${communicationId}.`)
  const { participant, leg } = found
  if (participant.purpose !== 'agent') {
    throw new Refusal(documented.messageNotFound, `Communication ${communicationId} is not an agent’s.`, {
      restsOn: ['agent-send.not-an-agents']
    })
  }
  if (leg.state.name !== 'connected') {
    throw new Refusal(
      documented.conflict,
      isActive(conversation)
        ? `Communication ${communicationId} is not connected.`
        : 'The conversation has ended: no communication is connected.',
      { restsOn: ['agent-send.not-connected'] }
    )
  }
  return { agent: participant, leg }
}

/**
 * `POST /conversations/messages/{conversationId}/communications/{communicationId}/messages`: sends on an agent’s communication, which must be
 * connected. Source: Genesys developer blog of 27 September 2024; published OpenAPI.
 */
export const sendAsAgent = (
  world: World,
  { userId, conversation, communicationId, content, mediaUrl = mediaPath }: AgentSend,
  assume: Assume
): Message => {
  const { agent, leg } = connectedAgent(conversation, communicationId)
  withinLimits(world.organisation, conversation)
  const { messengerType, businessAddress } = conversation
  const media = { find: (id: string) => world.media.find(leg.id, id), urlOf: mediaUrl }
  const message = queuedMessage(
    world,
    agentContent(content, { organisation: world.organisation, messengerType, businessAddress }, media, assume)
  )
  world.conversations.change(conversation.id, (before) => addMessage(before, leg.id, message))
  if (agent.userId !== userId) assume('agent-send.another-user')
  assume('delivery.pace')
  deliver(world, conversation, message)
  return message
}
