import type { Conversation, LegOf } from '../../model/conversation'
import { customerName, queueOf } from '../../model/conversation'
import type { ConversationState } from '../../model/state'
import type { ActionId } from './action'

export const titleOf = (id: ActionId): string =>
  ({
    accept: 'Accept the conversation',
    resume: 'Resume the conversation',
    assign: 'Assign it to yourself',
    leave: 'Leave the conversation',
    disconnect: 'Disconnect everybody'
  })[id]

/** What happens to the customer and to the agents. */
export const effectOf = (id: ActionId, conversation: Conversation, subject: LegOf | undefined): string => {
  const customer = customerName(conversation) ?? 'The customer'
  const agent = subject?.participant.name ?? 'the agent'
  switch (id) {
    case 'accept':
      return `${agent} gets the conversation with ${customer}.`
    case 'resume':
      return `${agent} is connected with ${customer} again.`
    case 'assign': {
      const queue = queueOf(conversation)?.name
      return `The conversation is taken from its turn${queue === undefined ? '' : ` in ${queue}`} and assigned to you, whatever skills, languages and rings the queue asks for.`
    }
    case 'leave':
      return `${agent} leaves ${customer}. The conversation ends with the last participant who leaves, and nothing re-opens it.`
    case 'disconnect':
      return `The conversation ends for ${customer} and for every agent, queue and flow in it. Nothing re-opens it.`
  }
}

/** Why an action works, where no rule has anything against it. */
export const promiseOf = (id: ActionId, subject: LegOf | undefined): string => {
  const agent = subject?.participant.name ?? 'the agent'
  switch (id) {
    case 'accept':
      return `${agent} is alerted, and it is their token.`
    case 'resume':
      return `${agent} has parked it, and it is their token.`
    case 'assign':
      return 'It waits in a queue that allows manual assignment, and you are on queue and free.'
    case 'leave':
      return `It is the part of ${agent}, and it is their token.`
    case 'disconnect':
      return 'Somebody is still connected.'
  }
}

/** What an action fulfils, where how the conversation would stand after it is not documented enough to plan over it. */
export const conditionOf = (id: 'assign' | 'leave'): string =>
  ({
    assign:
      'An agent’s message then needs the agent’s communication to be connected. Whether it alerts first, and has to be accepted, is not documented.',
    leave: 'Once nobody is connected, an agentless message no longer has to join the conversation.'
  })[id]

/** Why an action has no use for a conversation that stands so; `undefined` where nobody knows how it stands. */
export const notApplicable = (id: ActionId, state: ConversationState): string | undefined =>
  state.kind === 'unknown'
    ? undefined
    : {
        accept: 'No agent is alerted, so there is nothing to accept.',
        resume: 'No agent has parked the conversation, so there is nothing to resume.',
        assign: 'The conversation does not wait for an agent, so there is nothing to assign.',
        leave: 'The connection’s user is not in the conversation, so there is nothing to leave.',
        disconnect: 'Nobody is connected any more, so there is nobody to disconnect.'
      }[id]

/** What people look for in such a state, and no documented operation does. */
export const impossibleIn = (state: ConversationState): string | undefined => {
  switch (state.kind) {
    case 'wrapUpPending':
    case 'endedWindowOpen':
    case 'endedWindowOver':
    case 'ended':
      return 'The conversation has ended. No documented operation re-opens it or adds an agent to it.'
    case 'unknown':
      return `Nothing can be offered while the state is not known. ${state.why}`
    case 'connected':
    case 'alerting':
    case 'parked':
    case 'queued':
    case 'automated':
      return undefined
  }
}
