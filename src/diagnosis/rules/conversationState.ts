import { connectedAgentLeg, legsOf, legsOfParty, messengerTypeOf, type Conversation } from '../../model/conversation'
import { unknown, type Known } from '../../model/fact'
import type { ConversationState } from '../../model/state'
import { channelLabel, findChannel } from '../../platform/channels'
import { agentlessPath, outboundPath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { endBrief, endEvidence, legBrief, legEvidence, legName } from '../evidence'
import { cannotTell, fails, type Observation, type Rule } from '../rule'

/** The conversation, for a send on an agent’s communication, and for one by an endpoint that does not exist, which was meant to be such a send. */
const conversationToSendInto = (
  attempt: Attempt
): { readonly conversation: Known<Conversation>; readonly state: ConversationState } | undefined => {
  const { send, situation, state } = attempt
  if (send?.kind !== 'agentMessage' && !isMeantToSend(attempt)) return undefined
  return situation.conversation.known && state.known ? { conversation: situation.conversation, state: state.value } : undefined
}

const isMeantToSend = ({ operation, intent }: Attempt): boolean =>
  operation === undefined && intent !== undefined && intent !== 'read' && intent !== 'other'

const isEnded = (state: ConversationState): boolean =>
  state.kind === 'endedWindowOpen' || state.kind === 'endedWindowOver' || state.kind === 'ended' || state.kind === 'wrapUpPending'

const noCommunication =
  'No communication is connected any more, and a message can only be sent on a connected one. Nothing re-opens a conversation.'
const notDocumented = 'Which error the platform answers here is not documented.'

/** An ended conversation, when it is of a channel for which `says` has something to say. */
const ended = (attempt: Attempt, says: (channel: string | undefined) => string | undefined): Observation | undefined => {
  const of = conversationToSendInto(attempt)
  if (!of || !isEnded(of.state)) return undefined
  const remedy = says(messengerTypeOf(of.conversation.value))
  return remedy === undefined
    ? undefined
    : { ...fails(`${noCommunication} ${notDocumented}`, remedy, endEvidence(of.conversation)), brief: endBrief(of.conversation.value) }
}

const endedWebMessaging: Rule = {
  id: 'ended.webmessaging',
  phase: 'preflight',
  title: 'The web messaging conversation has ended',
  confidence: 'documented',
  sources: [sources.models, sources.openapi, sources.agentlessGuide],
  look: (attempt) =>
    ended(attempt, (messengerType) =>
      messengerType === 'webmessaging'
        ? `Send POST ${agentlessPath} with a client credential: “toAddressMessengerType” webmessaging, “fromAddress” the deployment’s id, “externalContactId” the customer’s external contact, and no “toAddress”.`
        : undefined
    )
}

const endedAgentlessCapable: Rule = {
  id: 'ended.agentless-capable',
  phase: 'preflight',
  title: 'The conversation has ended',
  confidence: 'documented',
  sources: [sources.models, sources.openapi, sources.agentlessGuide],
  look: (attempt) =>
    ended(attempt, (messengerType) => {
      const channel = messengerType === undefined ? undefined : findChannel(messengerType)
      if (!channel?.agentless || messengerType === 'webmessaging') return undefined
      const owned = channel.outbound
        ? ` For an agent to own it: POST ${outboundPath}, with “useExistingConversation” while the reply window is open.`
        : ''
      return `Send POST ${agentlessPath} with a client credential.${owned}`
    })
}

const endedNoOutbound: Rule = {
  id: 'ended.no-outbound-channel',
  phase: 'preflight',
  title: 'The conversation has ended, and its channel has no send of the platform’s own',
  confidence: 'documented',
  sources: [sources.models, sources.openapi],
  look: (attempt) =>
    ended(attempt, (messengerType) => {
      const channel = messengerType === undefined ? undefined : findChannel(messengerType)
      if (channel?.agentless === true) return undefined
      return `Wait for the customer’s next message, or use another channel: neither agentless nor POST ${outboundPath} takes ${channelLabel(messengerType)}.`
    })
}

const stateUnknown: Rule = {
  id: 'conversation.state-unknown',
  phase: 'preflight',
  title: 'The conversation’s state decides, and it is not known',
  confidence: 'documented',
  sources: [sources.models],
  look: ({ send, state, exchange }) => {
    if (send?.kind !== 'agentMessage' || exchange.response) return undefined
    const remedy = 'Read the conversation: GET /api/v2/conversations/{conversationId} shows each communication with its state.'
    if (!state.known) return cannotTell('whether an agent’s communication is connected', state, remedy)
    return state.value.kind === 'unknown'
      ? cannotTell('whether a message can be sent on the agent’s communication', unknown(state.value.why), remedy)
      : undefined
  }
}

const alerting: Rule = {
  id: 'leg.alerting',
  phase: 'preflight',
  title: 'The agent has not accepted yet',
  confidence: 'inferred',
  sources: [sources.models],
  look: (attempt) => {
    const of = conversationToSendInto(attempt)
    return of?.state.kind === 'alerting'
      ? fails(
          `${legName(of.state.agent)} is ${of.state.agent.leg.rawState}: the communication is not connected.`,
          `As that agent, accept it: PATCH /api/v2/conversations/messages/{conversationId}/participants/${of.state.agent.participant.id} with {"state":"connected"}. Then send.`,
          [legEvidence(of.state.agent, of.conversation.from.source)]
        )
      : undefined
  }
}

const parked: Rule = {
  id: 'leg.parked',
  phase: 'preflight',
  title: 'The agent has parked the conversation',
  confidence: 'inferred',
  sources: [sources.models, sources.openapi],
  look: (attempt) => {
    const of = conversationToSendInto(attempt)
    return of?.state.kind === 'parked'
      ? fails(
          `${legName(of.state.agent)} has parked it: the communication is not connected.`,
          `As that agent, resume it: PATCH /api/v2/conversations/messages/{conversationId}/participants/${of.state.agent.participant.id}/parkingstate (permission conversation:message:park). Then send.`,
          [legEvidence(of.state.agent, of.conversation.from.source)]
        )
      : undefined
  }
}

const noAgent: Rule = {
  id: 'no.agent.active',
  phase: 'preflight',
  title: 'No agent is in the conversation',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const of = conversationToSendInto(attempt)
    if (of?.state.kind !== 'queued' && of?.state.kind !== 'automated') return undefined
    const who = of.state.kind === 'queued' ? of.state.queue : of.state.automation
    return {
      ...fails(
        `${of.state.kind === 'queued' ? 'The conversation waits in a queue' : 'A flow holds the conversation'}, and no agent’s communication is there to send on.`,
        `Join the conversation with POST ${agentlessPath} and “useExistingActiveConversation”: true, or assign it to a user first (POST /api/v2/conversations/{conversationId}/assign).`,
        [legEvidence(who, of.conversation.from.source)]
      ),
      brief: `No agent is in the conversation. ${legBrief(who)}`
    }
  }
}

const wrongCommunication: Rule = {
  id: 'comm.wrong-id',
  phase: 'preflight',
  title: 'This is not the agent’s communication id',
  confidence: 'documented',
  sources: [sources.agentlessGuide, sources.models],
  look: (attempt) => {
    const { send } = attempt
    const of = conversationToSendInto(attempt)
    if (!of || send?.kind !== 'agentMessage' || send.communicationId === undefined) return undefined
    const id = send.communicationId.toLowerCase()
    const conversation = of.conversation.value
    if (legsOfParty(conversation, 'agent').some(({ leg }) => leg.id.toLowerCase() === id)) return undefined
    const connected = connectedAgentLeg(conversation)
    const right = connected
      ? `Use ${connected.leg.id}, the communication of ${legName(connected)}.`
      : 'No agent’s communication is connected now.'
    const what = conversation.participants.some((participant) => participant.id.toLowerCase() === id)
      ? 'It is the id of a participant.'
      : legsOf(conversation).some(({ leg }) => leg.messages.some((message) => message.id.toLowerCase() === id))
        ? 'It is the id of a message.'
        : legsOf(conversation).some(({ leg }) => leg.id.toLowerCase() === id)
          ? 'It is the communication of another party.'
          : 'The conversation has nothing with this id.'
    return fails(
      `The path names ${send.communicationId}. ${what}`,
      right,
      connected ? [legEvidence(connected, of.conversation.from.source)] : []
    )
  }
}

export const conversationStateRules: readonly Rule[] = [
  endedWebMessaging,
  endedAgentlessCapable,
  endedNoOutbound,
  stateUnknown,
  alerting,
  parked,
  noAgent,
  wrongCommunication
]
