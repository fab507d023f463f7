import type { Exchange } from '../exchange/exchange'
import { textAt } from '../exchange/json'
import { parseUuid, type Uuid } from '../model/ids'
import { findOperation } from '../platform/operations'

/**
 * The conversation that an exchange is about: the path's `conversationId`, the body's, or, in a path of no operation, the UUID behind
 * `conversations` or the only one there is.
 */
export const conversationIdOf = ({ request }: Exchange): Uuid | undefined => {
  if (request?.apiPath === undefined) return undefined
  const operation = findOperation(request.method, request.apiPath)
  const inBody = request.body?.kind === 'json' ? textAt(request.body.value, 'conversationId') : undefined
  const inPath =
    operation?.parameters.get('conversationId') ??
    request.apiPath.split('/').find((segment) => !operation && parseUuid(segment) !== undefined)
  return parseUuid(inPath ?? '') ?? parseUuid(inBody ?? '')
}
