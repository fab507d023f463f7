import type { Connection, OutgoingRequest } from '../genesys/connection'
import { failedRequest, type FailedRequest } from './failedRequest'

/** What the platform said to a request that changes a conversation. Of one that is unknown, only the conversation can tell what became of it. */
export type ChangeOutcome = { readonly kind: 'accepted' } | FailedRequest

/** Makes a request that changes a conversation. It is never repeated here, whatever becomes of it. */
export const changeOnce = async (connection: Connection, request: OutgoingRequest): Promise<ChangeOutcome> => {
  try {
    await connection.change(request)
    return { kind: 'accepted' }
  } catch (error) {
    return failedRequest(error)
  }
}
