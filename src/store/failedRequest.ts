import { PlatformError, type Failure } from '../genesys/platformError'
import { NoCredentialError } from '../genesys/signIn'

/** What the platform answered to a request that it refused. */
export interface Refusal {
  readonly status: number
  readonly code?: string | undefined
  readonly message?: string | undefined
  readonly correlationId?: string | undefined
  /** For how long it wants no further request. */
  readonly retryAfterMs?: number | undefined
}

/** What is known of a request that failed and was to change something. */
export type FailedRequest =
  /** The platform said no, or it never left: nothing has changed. `answer` is absent when the platform was not asked. */
  | { readonly kind: 'refused'; readonly why: string; readonly answer?: Refusal }
  /** It may have reached the platform, and no answer says what became of it. */
  | { readonly kind: 'unknown'; readonly why: string }

type Refused = Extract<Failure, { readonly kind: 'refused' }>

/**
 * Whether the platform said no. 408 says that the request came too slowly, and not how much of it was taken. An answer that was cut off has the
 * status of the whole.
 */
const isRefusal = ({ status }: Refused): boolean => status >= 400 && status < 500 && status !== 408

/**
 * What a failed request has done. A 4xx is a refusal; after a 5xx, no answer, or an answer that is none, nobody knows: the platform has no idempotency
 * key. Throws what is a fault of the extension.
 */
export const failedRequest = (error: unknown): FailedRequest => {
  if (error instanceof NoCredentialError) return { kind: 'refused', why: error.message }
  if (!(error instanceof PlatformError)) throw error
  const { failure, message: why } = error
  switch (failure.kind) {
    case 'refused': {
      const { status, code, message, correlationId, quietMs } = failure
      return isRefusal(failure)
        ? { kind: 'refused', why, answer: { status, code, message, correlationId, retryAfterMs: quietMs } }
        : { kind: 'unknown', why }
    }
    case 'noAnswer':
    case 'unexpected':
      return { kind: 'unknown', why }
    case 'unreachable':
      return { kind: 'refused', why }
    case 'cancelled':
      return { kind: 'refused', why: 'It had waited for too long, and was not sent. Send it again.' }
  }
}
