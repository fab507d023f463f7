import { connectedAgentLeg, legsOf, legsOfParty, messengerTypeOf, type Conversation } from '../../model/conversation'
import { unknown } from '../../model/fact'
import { findChannel } from '../../platform/channels'
import { agentlessPath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import { legEvidence, legName } from '../evidence'
import { cannotTell, fails, undocumented, type Rule } from '../rule'
import { failsByLeg, targetOf } from './sendInto'

const stateUnknown: Rule = {
  id: 'conversation.state-unknown',
  about: 'The state of the conversation decides whether an agent’s message works, and it is not known. Read the conversation.',
  phase: 'preflight',
  title: 'The conversation’s state decides, and it is not known',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.models],
  look: ({ send, state }) => {
    if (send?.kind !== 'agentMessage') return undefined
    const remedy = 'Read the conversation: GET /api/v2/conversations/{conversationId} shows each communication with its state.'
    if (!state.known) return cannotTell('whether an agent’s communication is connected', state, remedy)
    return state.value.kind === 'unknown'
      ? cannotTell('whether a message can be sent on the agent’s communication', unknown(state.value.why), remedy)
      : undefined
  }
}

const alerting: Rule = {
  id: 'leg.alerting',
  about: 'The agent has not accepted, so the communication is not connected. Accept it, then send.',
  phase: 'preflight',
  title: 'The agent has not accepted yet',
  refusedWith: 'not-documented',
  confidence: 'inferred',
  sources: [sources.models],
  look: (attempt) => {
    const target = targetOf(attempt)
    if (target?.state.kind !== 'alerting') return undefined
    const { agent } = target.state
    return failsByLeg(
      target,
      agent,
      alerting.title,
      `${legName(agent)} is ${agent.leg.rawState}: the communication is not connected.`,
      `As that agent, accept it: PATCH /api/v2/conversations/messages/{conversationId}/participants/${agent.participant.id} with {"state":"connected"}. Then send.`
    )
  }
}

const parked: Rule = {
  id: 'leg.parked',
  about: 'The agent has parked the conversation. Resume it, then send.',
  phase: 'preflight',
  title: 'The agent has parked the conversation',
  refusedWith: 'not-documented',
  confidence: 'inferred',
  sources: [sources.models, sources.openapi],
  look: (attempt) => {
    const target = targetOf(attempt)
    if (target?.state.kind !== 'parked') return undefined
    const { agent } = target.state
    return failsByLeg(
      target,
      agent,
      parked.title,
      `${legName(agent)} has parked it: the communication is not connected.`,
      `As that agent, resume it: PATCH /api/v2/conversations/messages/{conversationId}/participants/${agent.participant.id}/parkingstate (permission conversation:message:park). Then send.`
    )
  }
}

const noAgent: Rule = {
  id: 'no.agent.active',
  about: 'A queue or a flow holds the conversation, and no agent’s communication is there. Join it agentless, or assign it.',
  phase: 'preflight',
  title: 'No agent is in the conversation',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const target = targetOf(attempt)
    if (target?.state.kind !== 'queued' && target?.state.kind !== 'automated') return undefined
    const waits = target.state.kind === 'queued'
    const assign = 'ssign it to a user first (POST /api/v2/conversations/{conversationId}/assign), and send as that agent.'
    const joins = findChannel(messengerTypeOf(target.conversation.value) ?? '')?.agentless === true
    return failsByLeg(
      target,
      target.state.kind === 'queued' ? target.state.queue : target.state.automation,
      noAgent.title,
      `${waits ? 'The conversation waits in a queue' : 'A flow holds the conversation'}, and no agent’s communication is there to send on.`,
      joins ? `Join the conversation with POST ${agentlessPath} and “useExistingActiveConversation”: true, or a${assign}` : `A${assign}`
    )
  }
}

/** What `id` names in the conversation, when it is no agent’s communication. */
const whatIs = (id: string, conversation: Conversation): string => {
  const legs = legsOf(conversation)
  if (conversation.participants.some((participant) => participant.id.toLowerCase() === id)) return 'It is the id of a participant.'
  if (legs.some(({ leg }) => leg.messages.some((message) => message.id.toLowerCase() === id))) return 'It is the id of a message.'
  return legs.some(({ leg }) => leg.id.toLowerCase() === id)
    ? 'It is the communication of another party.'
    : 'The conversation has nothing with this id.'
}

const wrongCommunication: Rule = {
  id: 'comm.wrong-id',
  about: 'The path names something else than the connected agent’s communication. Use that communication’s id.',
  phase: 'preflight',
  title: 'This is not the agent’s communication id',
  refusedWith: ['not.found'],
  confidence: 'documented',
  sources: [sources.agentlessGuide, sources.models],
  look: (attempt) => {
    const { send } = attempt
    const target = targetOf(attempt)
    if (!target || send?.kind !== 'agentMessage' || send.communicationId === undefined) return undefined
    const id = send.communicationId.toLowerCase()
    const { value: conversation, from } = target.conversation
    const connected = connectedAgentLeg(conversation)
    const named = legsOfParty(conversation, 'agent').find(({ leg }) => leg.id.toLowerCase() === id)
    // An agent's own communication is the right one, unless the conversation has gone on to another agent.
    if (named && (!connected || named.leg.state === 'connected')) return undefined
    const right = connected
      ? `Use ${connected.leg.id}, the communication of ${legName(connected)}.`
      : 'No agent’s communication is connected now.'
    return {
      ...fails(
        `The path names ${send.communicationId}. ${whatIs(id, conversation)}`,
        right,
        connected ? [legEvidence(connected, from.source)] : []
      ),
      // It is found, and is not connected any more.
      ...(named && { refusedWith: 'not-documented' })
    }
  }
}

const otherUser: Rule = {
  id: 'leg.other-user',
  about: 'The connected communication is another user’s than the token’s. Whether that works is not documented.',
  phase: 'preflight',
  title: 'The communication is another user’s',
  refusedWith: 'not-documented',
  confidence: 'not-documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const target = targetOf(attempt)
    const { credential, situation } = attempt
    if (attempt.send === undefined || target?.state.kind !== 'connected' || !credential.known || credential.value !== 'user')
      return undefined
    const { agent } = target.state
    const user = situation.credentials.known ? situation.credentials.value.find(({ kind }) => kind === 'user') : undefined
    const settle = 'GET /api/v2/users/me with the token says whose it is.'
    if (!situation.credentials.known) return cannotTell('whose token it is sent with', situation.credentials, settle)
    if (user?.userId === undefined) return cannotTell('whose token it is sent with', unknown('The token’s user has no id.'), settle)
    if (agent.participant.userId === undefined)
      return cannotTell(
        'which user the connected agent is',
        unknown('The record of the conversation has no user id there.'),
        'Read the conversation again.'
      )
    if (user.userId === agent.participant.userId) return undefined
    return {
      ...undocumented(
        `The connected communication is of ${legName(agent)}, and the token is of ${user.name}. Whether a user may send on another’s communication is not documented.`,
        `Send with the token of ${agent.participant.name ?? 'that agent'}, or assign the conversation to ${user.name} first.`,
        [legEvidence(agent, target.conversation.from.source)]
      ),
      brief: `The connected communication is of ${legName(agent)}, and the token is of ${user.name}: whether that works is not documented.`
    }
  }
}

export const legRules: readonly Rule[] = [stateUnknown, alerting, parked, noAgent, wrongCommunication, otherUser]
