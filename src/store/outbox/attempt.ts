import type { Connection } from '../../genesys/connection'
import { PlatformError, type Failure } from '../../genesys/platformError'
import { NoCredentialError } from '../../genesys/signIn'
import type { Outcome, SendRecord } from './record'

type Refused = Extract<Failure, { readonly kind: 'refused' }>

/**
 * Whether the platform said no. 408 says that the request came too slowly, and not how much of it was taken. An answer that was cut off has the
 * status of the whole.
 */
const isRefusal = ({ status }: Refused): boolean => status >= 400 && status < 500 && status !== 408

const refusal = ({ status, code, message, correlationId, quietMs }: Refused, why: string): Outcome => ({
  kind: 'refused',
  why,
  answer: { status, code, message, correlationId, retryAfterMs: quietMs }
})

const outcomeOf = (connection: Connection, { failure, message: why }: PlatformError): Outcome => {
  const unknown: Outcome = { kind: 'unknown', why, leftUntil: connection.now() }
  switch (failure.kind) {
    case 'refused':
      return isRefusal(failure) ? refusal(failure, why) : unknown
    case 'noAnswer':
    case 'unexpected':
      return unknown
    case 'unreachable':
      return { kind: 'refused', why }
    case 'cancelled':
      return { kind: 'refused', why: 'It had waited for too long, and was not sent. Send it again.' }
  }
}

/**
 * Sends a request once, and says what came of it. A 4xx is a refusal: nothing arrived. After a 5xx, no answer, or an answer that is none, nobody
 * knows: the platform has no idempotency key. Throws what is a fault of the extension.
 */
export const attempt = async (connection: Connection, { request, leaveBy }: SendRecord): Promise<Outcome> => {
  try {
    const sent = await connection.send(request, leaveBy)
    return { kind: 'accepted', at: connection.now(), by: 'answer', ...sent, deliveries: [] }
  } catch (error) {
    if (error instanceof NoCredentialError) return { kind: 'refused', why: error.message }
    if (!(error instanceof PlatformError)) throw error
    return outcomeOf(connection, error)
  }
}
