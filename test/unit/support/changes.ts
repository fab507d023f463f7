import type { Attempt } from '../../../src/diagnosis/attempt'
import type { Request } from '../../../src/exchange/exchange'
import type { Conversation } from '../../../src/model/conversation'
import type { CredentialKind } from '../../../src/model/credential'
import type { Situation } from '../../../src/model/situation'
import { attempt } from './attempt'
import { asking } from './exchange'
import { ids } from './ids'
import { situationOf } from './situation'

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
