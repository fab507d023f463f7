import type { Exchange } from '../../exchange/exchange'
import { asRequest } from '../../followUp/judge'
import type { PlannedRequest } from '../../followUp/route'
import type { Refusal } from '../../store/failedRequest'

/** A request and the platform’s refusal of it, as they would be pasted. */
export const refusedExchange = (request: PlannedRequest, { status, code, message, correlationId, retryAfterMs }: Refusal): Exchange => ({
  request: asRequest(request),
  response: {
    status,
    ...(retryAfterMs === undefined ? {} : { retryAfter: Math.ceil(retryAfterMs / 1000) }),
    error: { code, message, correlationId },
    body: undefined
  }
})
