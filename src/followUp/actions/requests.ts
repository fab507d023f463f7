import { legsOfParty, isAlive, type Conversation, type LegOf } from '../../model/conversation'
import type { CredentialKind } from '../../model/credential'
import type { Situation } from '../../model/situation'
import type { StateKind } from '../../model/state'
import { assignPath, messageConversationPath, parkingStatePath, participantPath } from '../../platform/messagingOperations'
import type { Operation } from '../../platform/operations'
import type { PlannedRequest } from '../route'
import type { ActionId } from './action'

/** The operation of each action, and whom its body names. Source: published OpenAPI of July 2026. */
export const operationOf: Readonly<Record<ActionId, Operation>> = {
  accept: { method: 'PATCH', path: participantPath },
  resume: { method: 'PATCH', path: parkingStatePath },
  assign: { method: 'POST', path: assignPath },
  leave: { method: 'PATCH', path: participantPath },
  disconnect: { method: 'PATCH', path: messageConversationPath }
}

/** The id of the user whose token is at hand. */
export const ownUserId = ({ credentials }: Situation): string | undefined =>
  credentials.known ? credentials.value.find(({ kind }) => kind === 'user')?.userId : undefined

/** The agents’ communications in this state, the user’s own first. */
const agentsIn = (conversation: Conversation, state: 'alerting' | 'parked', own: string | undefined): readonly LegOf[] => {
  const legs = legsOfParty(conversation, 'agent').filter(({ leg }) => leg.state === state)
  return [...legs.filter(({ participant }) => participant.userId === own), ...legs.filter(({ participant }) => participant.userId !== own)]
}

/** Whose communication an action is about: the one that alerts, that is parked, or that is the user’s own. */
export const subjectOf = (id: ActionId, situation: Situation, conversation: Conversation): LegOf | undefined => {
  const own = ownUserId(situation)
  switch (id) {
    case 'accept':
      return agentsIn(conversation, 'alerting', own)[0]
    case 'resume':
      return agentsIn(conversation, 'parked', own)[0]
    case 'leave':
      return own === undefined
        ? undefined
        : legsOfParty(conversation, 'agent').findLast(
            ({ participant, leg }) => participant.userId === own && isAlive(leg) && leg.state !== 'alerting'
          )
    case 'assign':
    case 'disconnect':
      return undefined
  }
}

/** The actions that a state has a use for, most useful first. */
export const actionsFor = (state: StateKind): readonly ActionId[] => {
  switch (state) {
    case 'connected':
      return ['leave', 'disconnect']
    case 'alerting':
      return ['accept', 'disconnect']
    case 'parked':
      return ['resume', 'leave', 'disconnect']
    case 'queued':
    case 'automated':
      return ['assign', 'disconnect']
    case 'wrapUpPending':
    case 'endedWindowOpen':
    case 'endedWindowOver':
    case 'ended':
    case 'unknown':
      return []
  }
}

/** Disconnecting goes out with the client’s credential where there is no user’s: nothing says that it needs a user. */
const credentialOf = (id: ActionId, { credentials }: Situation): CredentialKind =>
  id === 'disconnect' && credentials.known && !credentials.value.some(({ kind }) => kind === 'user') && credentials.value.length > 0
    ? 'client'
    : 'user'

const bodyOf = (id: ActionId, situation: Situation): Readonly<Record<string, unknown>> => {
  switch (id) {
    case 'accept':
    case 'resume':
      return { state: 'connected' }
    case 'leave':
    case 'disconnect':
      return { state: 'disconnected' }
    case 'assign':
      return { id: ownUserId(situation) ?? '<user id>' }
  }
}

/** The request of an action on this conversation. */
export const actionRequest = (
  id: ActionId,
  situation: Situation,
  conversation: Conversation,
  subject: LegOf | undefined
): PlannedRequest => {
  const { method, path } = operationOf[id]
  const filled = path.replace('{conversationId}', conversation.id)
  return {
    method,
    path: subject === undefined ? filled : filled.replace('{participantId}', subject.participant.id),
    body: bodyOf(id, situation),
    credential: credentialOf(id, situation)
  }
}
