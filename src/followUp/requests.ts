import { connectedAgentLeg, customerLeg, legsOfParty, messengerTypeOf, queueOf, type Conversation } from '../model/conversation'
import type { ContentKind, Draft } from '../model/draft'
import type { Situation } from '../model/situation'
import type { ConversationState } from '../model/state'
import { agentlessPath, agentMessagePath, outboundPath } from '../platform/messagingOperations'
import { contentBody, contentOf } from './content'
import type { PlannedRequest, SendingRoute } from './route'

const fill = (template: string, values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values).reduce((path, [name, value]) => (value === undefined ? path : path.replace(`{${name}}`, value)), template)

/** The communication that an agent’s message goes out on: the one that is connected, else the one that was last. */
export const agentCommunicationId = (conversation: Conversation | undefined): string | undefined =>
  conversation && (connectedAgentLeg(conversation) ?? legsOfParty(conversation, 'agent').at(-1))?.leg.id

/** The agent’s message. */
const agentMessageRequest = (conversation: Conversation | undefined, draft: Draft, kind: ContentKind): PlannedRequest => {
  const communicationId = agentCommunicationId(conversation)
  return {
    method: 'POST',
    path: fill(agentMessagePath, { conversationId: conversation?.id, communicationId }),
    body: contentBody(contentOf(draft, kind, communicationId)),
    credential: 'user'
  }
}

/**
 * The deployment that a web messaging conversation came in by: the address its customer wrote to, where the organisation has a deployment with
 * that id; else its only active one. That the address is the deployment's id is inferred, so a person can choose another.
 */
export const likelyDeployment = ({ conversation, deployments }: Situation): string | undefined => {
  const address = conversation.known ? customerLeg(conversation.value)?.leg.toAddress : undefined
  if (!deployments.known) return address
  if (deployments.value.some(({ id }) => id === address)) return address
  const active = deployments.value.filter(({ status }) => status === 'Active')
  return active.length === 1 ? active[0]?.id : undefined
}

/**
 * What a message of this channel is sent from. For open messaging, WhatsApp and Apple it is an integration’s id: the address that the customer
 * wrote to where the organisation has an integration with that id, else its only active one of the channel.
 */
const likelySender = (messengerType: string, address: string | undefined, { integrations }: Situation): string | undefined => {
  if (messengerType === 'sms' || !integrations.known) return address
  const own = integrations.value.rows.filter((integration) => integration.messengerType === messengerType)
  if (own.some(({ id }) => id === address)) return address
  const active = own.filter(({ status }) => status === 'Active')
  return active.length === 1 && integrations.value.isComplete ? active[0]?.id : address
}

const isActive = (state: ConversationState | undefined): boolean =>
  state?.kind === 'connected' ||
  state?.kind === 'alerting' ||
  state?.kind === 'parked' ||
  state?.kind === 'queued' ||
  state?.kind === 'automated'

/** An address as the sends want it: WhatsApp takes the digits alone. */
const addressFor = (messengerType: string | undefined, address: string | undefined): string =>
  (messengerType === 'whatsapp' ? address?.replace(/\D/g, '') : address) ?? '<to address>'

/** The agentless message to the customer of the conversation, or to whom the draft names. It joins a conversation that is active. */
const agentlessRequest = (situation: Situation, state: ConversationState | undefined, draft: Draft, kind: ContentKind): PlannedRequest => {
  const conversation = situation.conversation.known ? situation.conversation.value : undefined
  const customer = conversation && customerLeg(conversation)
  const messengerType = conversation && messengerTypeOf(conversation)
  const chosen = draft.agentless ?? {}
  const addresses =
    messengerType === undefined || messengerType === 'webmessaging'
      ? {
          fromAddress: chosen.fromAddress ?? likelyDeployment(situation) ?? '<deployment id>',
          toAddressMessengerType: 'webmessaging',
          externalContactId: chosen.externalContactId ?? customer?.participant.externalContactId ?? '<external contact id>'
        }
      : {
          fromAddress: chosen.fromAddress ?? likelySender(messengerType, customer?.leg.toAddress, situation) ?? '<from address>',
          toAddress: chosen.toAddress ?? addressFor(messengerType, customer?.leg.fromAddress),
          toAddressMessengerType: messengerType
        }
  return {
    method: 'POST',
    path: agentlessPath,
    body: {
      ...addresses,
      ...contentBody(contentOf(draft, kind, undefined)),
      ...(isActive(state) && { useExistingActiveConversation: true })
    },
    credential: 'client'
  }
}

/** Whether an ended conversation is continued, unless the person chooses otherwise: inside its reply window the platform refuses another one. */
const continuesEnded = (state: ConversationState | undefined): boolean =>
  state?.kind === 'endedWindowOpen' || state?.kind === 'ended' || state?.kind === 'wrapUpPending'

/** Opens an outbound conversation with the customer, or with whom the draft names, owned by the agent who sends the request. */
const outboundRequest = (
  conversation: Conversation | undefined,
  state: ConversationState | undefined,
  { outbound: chosen = {} }: Draft
): PlannedRequest => {
  const customer = conversation && customerLeg(conversation)
  const messengerType = conversation && messengerTypeOf(conversation)
  const { externalContactId = '' } = chosen
  return {
    method: 'POST',
    path: outboundPath,
    body: {
      queueId: chosen.queueId ?? (conversation && queueOf(conversation)?.id) ?? '<queue id>',
      toAddress: chosen.toAddress ?? addressFor(messengerType, customer?.leg.fromAddress),
      toAddressMessengerType: messengerType ?? '<sms, open or whatsapp>',
      ...(externalContactId !== '' && { externalContactId }),
      ...((chosen.useExistingConversation ?? continuesEnded(state)) && { useExistingConversation: true })
    },
    credential: 'user'
  }
}

/**
 * The request of a way to the customer, as the draft has it.
 * @param kind what the message consists of; `undefined` for one that sends none
 */
export const requestFor = (
  id: SendingRoute['id'],
  situation: Situation,
  state: ConversationState | undefined,
  draft: Draft,
  kind: ContentKind | undefined
): PlannedRequest => {
  const conversation = situation.conversation.known ? situation.conversation.value : undefined
  switch (id) {
    case 'agentMessage':
      return agentMessageRequest(conversation, draft, kind ?? 'text')
    case 'agentless':
      return agentlessRequest(situation, state, draft, kind ?? 'text')
    case 'outbound':
      return outboundRequest(conversation, state, draft)
  }
}
