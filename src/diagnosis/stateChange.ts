import type { Request } from '../exchange/exchange'
import { isRecord, textAt } from '../exchange/json'
import { assignPath, messageConversationPath, parkingStatePath, participantPath } from '../platform/messagingOperations'
import type { OperationMatch } from '../platform/operations'
import { isVariable } from '../platform/operationUrl'

/**
 * A request that changes where a conversation stands, read for the rules. An id that the request leaves open, or writes as a variable, is
 * `undefined`. Sources of the bodies: published OpenAPI of July 2026, `MediaParticipantRequest`, `ParkingStateRequest`, `ConversationUser`,
 * `Conversation`.
 */
export type StateChange =
  /** An agent takes the conversation that they are alerted for, leaves it, or takes it up after having parked it. */
  | { readonly kind: 'accept' | 'leave' | 'resume'; readonly participantId: string | undefined }
  | { readonly kind: 'assign'; readonly userId: string | undefined }
  | { readonly kind: 'disconnectAll' }

const filledIn = (value: string | undefined): string | undefined => (value === undefined || isVariable(value) ? undefined : value)

/** The fields of the body when it has these and no others: one more, and the request does something else as well. */
const bodyOfOnly = ({ body }: Request, field: string): string | undefined => {
  if (body?.kind !== 'json' || !isRecord(body.value)) return undefined
  return Object.keys(body.value).length === 1 ? textAt(body.value, field) : undefined
}

/** The change that a request to `operation` asks for; `undefined` for any other operation, and for a body that asks for something else. */
export const stateChangeOf = ({ method, path, parameters }: OperationMatch, request: Request): StateChange | undefined => {
  const participantId = filledIn(parameters.get('participantId'))
  switch (`${method} ${path}`) {
    case `PATCH ${participantPath}`: {
      const state = bodyOfOnly(request, 'state')
      if (state === 'connected') return { kind: 'accept', participantId }
      return state === 'disconnected' ? { kind: 'leave', participantId } : undefined
    }
    case `PATCH ${parkingStatePath}`:
      return bodyOfOnly(request, 'state') === 'connected' ? { kind: 'resume', participantId } : undefined
    case `PATCH ${messageConversationPath}`:
      return bodyOfOnly(request, 'state') === 'disconnected' ? { kind: 'disconnectAll' } : undefined
    case `POST ${assignPath}`: {
      const userId = bodyOfOnly(request, 'id')
      return userId === undefined ? undefined : { kind: 'assign', userId: filledIn(userId) }
    }
    default:
      return undefined
  }
}
