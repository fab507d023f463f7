import type { Attempt } from '../../../src/diagnosis/attempt'
import type { Request } from '../../../src/exchange/exchange'
import type { Conversation, LegState } from '../../../src/model/conversation'
import type { Credential, CredentialKind } from '../../../src/model/credential'
import type { Situation } from '../../../src/model/situation'
import { known } from '../../../src/model/fact'
import { attempt } from './attempt'
import { agent, conversation, customer, inState } from './conversation'
import { asking } from './exchange'
import { ids } from './ids'
import type { Doubt } from './ruleCases'
import { ben, situationOf } from './situation'

const conversationAt = `/api/v2/conversations/messages/${ids.conversation}`

/** Requests that change where a conversation stands. */
export const accepting = (participantId: string = ids.agent): Request =>
  asking(`PATCH ${conversationAt}/participants/${participantId}`, { state: 'connected' })
export const leaving = (participantId: string = ids.agent): Request =>
  asking(`PATCH ${conversationAt}/participants/${participantId}`, { state: 'disconnected' })
export const resuming = (participantId: string = ids.agent): Request =>
  asking(`PATCH ${conversationAt}/participants/${participantId}/parkingstate`, { state: 'connected' })
export const assigning = (userId: string = ids.agentUser): Request =>
  asking(`POST /api/v2/conversations/${ids.conversation}/assign`, { id: userId })
export const disconnecting: Request = asking(`PATCH ${conversationAt}`, { state: 'disconnected' })

/** Such a request, with a user’s token, which is Nora’s unless the facts say otherwise. */
export const changing = (
  conversation: Conversation | undefined,
  request: Request,
  facts: Partial<Situation> = {},
  credential: CredentialKind | 'none' = 'user'
): Attempt => attempt({ situation: situationOf(conversation, facts), request, credential })

/** With these credentials, and no others. */
export const having = (...credentials: readonly Credential[]): Partial<Situation> => ({
  credentials: known(credentials, { source: 'this connection' })
})

/** With Ben’s token, who has a part in the conversation only where there are two agents. */
export const ofBen = having(ben)

/** Two agents, Nora and Ben, whose communications are both in this state. */
export const twoAgents = (state: LegState): Conversation =>
  conversation([
    customer(),
    agent(inState(state)),
    agent({ ...inState(state), id: ids.otherAgentLeg }, { id: ids.otherAgent, name: 'Ben Ruiz', userId: ids.nobody })
  ])

/** That the conversation was not read is said once, whatever is to be changed. */
export const conversationNotRead = (request: Request): Doubt => ({
  when: 'the conversation was not read',
  attempt: changing(undefined, request),
  saidBy: 'change.state-unknown',
  says: /^Not known: where the conversation stands\. It was not read\.$/
})
