import { connectedAgentLeg, customerLeg, legsOfParty, messengerTypeOf, queueOf, type Conversation } from '../model/conversation'
import type { Situation } from '../model/situation'
import type { ConversationState } from '../model/state'
import { agentlessPath, agentMessagePath, outboundPath } from '../platform/messagingOperations'
import type { Draft, PlannedRequest } from './route'

const fill = (template: string, values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values).reduce((path, [name, value]) => (value === undefined ? path : path.replace(`{${name}}`, value)), template)

const withoutAbsent = (body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))

/** The agent's message, on the communication that is connected, else on the one that was last. */
export const agentMessageRequest = (conversation: Conversation | undefined, draft: Draft): PlannedRequest => {
  const agent = conversation && (connectedAgentLeg(conversation) ?? legsOfParty(conversation, 'agent').at(-1))
  return {
    method: 'POST',
    path: fill(agentMessagePath, { conversationId: conversation?.id, communicationId: agent?.leg.id }),
    body: { textBody: draft.text },
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

/** The agentless message to the customer of the conversation. It joins a conversation that is active. */
export const agentlessRequest = (situation: Situation, state: ConversationState | undefined, draft: Draft): PlannedRequest => {
  const conversation = situation.conversation.known ? situation.conversation.value : undefined
  const customer = conversation && customerLeg(conversation)
  const messengerType = conversation && messengerTypeOf(conversation)
  const joining = isActive(state) ? { useExistingActiveConversation: true } : {}
  if (messengerType === undefined || messengerType === 'webmessaging') {
    return {
      method: 'POST',
      path: agentlessPath,
      body: {
        fromAddress: draft.deploymentId ?? likelyDeployment(situation) ?? '<deployment id>',
        toAddressMessengerType: 'webmessaging',
        externalContactId: customer?.participant.externalContactId ?? '<external contact id>',
        textBody: draft.text,
        ...joining
      },
      credential: 'client'
    }
  }
  return {
    method: 'POST',
    path: agentlessPath,
    body: {
      fromAddress: likelySender(messengerType, customer?.leg.toAddress, situation) ?? '<from address>',
      toAddress: addressFor(messengerType, customer?.leg.fromAddress),
      toAddressMessengerType: messengerType,
      textBody: draft.text,
      ...joining
    },
    credential: 'client'
  }
}

/** Opens an outbound conversation with the customer, owned by the agent who sends the request. */
export const outboundRequest = (conversation: Conversation | undefined, state: ConversationState | undefined): PlannedRequest => {
  const customer = conversation && customerLeg(conversation)
  const messengerType = conversation && messengerTypeOf(conversation)
  return {
    method: 'POST',
    path: outboundPath,
    body: withoutAbsent({
      queueId: (conversation && queueOf(conversation)?.id) ?? '<queue id>',
      toAddress: addressFor(messengerType, customer?.leg.fromAddress),
      toAddressMessengerType: messengerType ?? '<sms, open or whatsapp>',
      useExistingConversation:
        state?.kind === 'endedWindowOpen' || state?.kind === 'ended' || state?.kind === 'wrapUpPending' ? true : undefined
    }),
    credential: 'user'
  }
}
