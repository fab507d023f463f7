import type { Request } from '../exchange/exchange'
import { isRecord, numberAt, textAt } from '../exchange/json'
import { mediaUploadPath } from '../platform/messagingOperations'
import type { OperationMatch } from '../platform/operations'
import { isVariable } from '../platform/operationUrl'

/** The announcement of a file that an agent wants to send, read for the rules. */
export interface Upload {
  readonly fileName: string | undefined
  readonly bytes: number | undefined
}

/** The upload that a request to `operation` announces; `undefined` for any other operation. */
export const uploadOf = ({ method, path }: OperationMatch, { body }: Request): Upload | undefined => {
  if (method !== 'POST' || path !== mediaUploadPath) return undefined
  const value = body?.kind === 'json' && isRecord(body.value) ? body.value : undefined
  const fileName = textAt(value, 'fileName')
  return {
    fileName: fileName === undefined || isVariable(fileName) ? undefined : fileName,
    bytes: numberAt(value, 'contentLengthBytes')
  }
}
