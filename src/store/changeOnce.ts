import type { Connection, OutgoingRequest } from '../genesys/connection'
import { PlatformError } from '../genesys/platformError'
import { NoCredentialError } from '../genesys/signIn'

/** What the platform said to a request that changes a conversation. */
export type ChangeOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly why: string; readonly answer: RefusedAnswer | undefined }
  /** It may have reached the platform, and no answer says what became of it. Only the conversation can. */
  | { readonly kind: 'unknown'; readonly why: string }

/** The platform’s own words; nothing where the request never left. */
export interface RefusedAnswer {
  readonly status: number
  readonly code: string | undefined
  readonly message: string | undefined
  readonly correlationId: string | undefined
}

/** Makes a request that changes a conversation. It is never repeated here, whatever becomes of it. */
export const changeOnce = async (connection: Connection, request: OutgoingRequest): Promise<ChangeOutcome> => {
  try {
    await connection.change(request)
    return { kind: 'accepted' }
  } catch (error) {
    if (error instanceof NoCredentialError) return { kind: 'refused', why: error.message, answer: undefined }
    if (!(error instanceof PlatformError)) throw error
    const { failure, message: why } = error
    switch (failure.kind) {
      case 'refused': {
        const { status, code, message, correlationId } = failure
        return status >= 500 ? { kind: 'unknown', why } : { kind: 'refused', why, answer: { status, code, message, correlationId } }
      }
      case 'unreachable':
      case 'cancelled':
        return { kind: 'refused', why, answer: undefined }
      case 'noAnswer':
      case 'unexpected':
        return { kind: 'unknown', why }
    }
  }
}
