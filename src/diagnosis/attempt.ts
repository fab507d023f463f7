import type { Exchange } from '../exchange/exchange'
import { unknown, type Fact } from '../model/fact'
import type { CredentialKind } from '../model/credential'
import type { Situation } from '../model/situation'
import { deriveState, type ConversationState } from '../model/state'
import { findOperation, type OperationMatch } from '../platform/operations'
import { intentOf, type Intent } from './intent'
import { sendOf, type Send } from './send'
import { stateChangeOf, type StateChange } from './stateChange'
import { uploadOf, type Upload } from './upload'

/** What a rule looks at: the situation, the exchange, and what follows from both. */
export interface Attempt {
  readonly situation: Situation
  readonly exchange: Exchange
  /** The operation that the request names; `undefined` when there is no request or the published API has none. */
  readonly operation: OperationMatch | undefined
  readonly send: Send | undefined
  /** The change of the conversation’s state that the request asks for, where it is one of those that the rules know. */
  readonly change: StateChange | undefined
  /** The file that the request announces. */
  readonly upload: Upload | undefined
  /** What the request is after; `undefined` without a request. */
  readonly intent: Intent | undefined
  /** The state of the conversation now. */
  readonly state: Fact<ConversationState>
  /** What the request is sent with; `none` when a connection has no credential that the operation takes. */
  readonly credential: Fact<CredentialKind | 'none'>
}

/** The kind of credential is never visible in a request: a token looks the same either way. */
const notVisible = unknown('A token does not show whose it is. GET /api/v2/tokens/me with it says so.')

/** Puts together what the rules look at. `credential` is known for a request that we plan, and not for one that was pasted. */
export const attemptOf = (situation: Situation, exchange: Exchange, credential: Fact<CredentialKind | 'none'> = notVisible): Attempt => {
  const { request } = exchange
  const operation = request?.apiPath === undefined ? undefined : findOperation(request.method, request.apiPath)
  const { conversation } = situation
  return {
    situation,
    exchange,
    operation,
    send: operation && request ? sendOf(operation, request) : undefined,
    change: operation && request ? stateChangeOf(operation, request) : undefined,
    upload: operation && request ? uploadOf(operation, request) : undefined,
    intent: request && intentOf(request),
    state: conversation.known
      ? { known: true, value: deriveState(conversation.value, situation.threading, situation.now), from: conversation.from }
      : conversation,
    credential
  }
}
