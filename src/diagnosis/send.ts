import type { Request } from '../exchange/exchange'
import { isRecord, textAt } from '../exchange/json'
import { agentlessPath, agentMessagePath, outboundPath } from '../platform/messagingOperations'
import type { OperationMatch } from '../platform/operations'
import { isVariable } from '../platform/operationUrl'
import { readTemplateBody, type TemplateBody } from './templateBody'

/** The body's fields as far as the rules read them. `fields` names all that are there. */
interface SendBody {
  readonly fields: readonly string[]
  readonly text: string | undefined
  readonly template: TemplateBody | undefined
  readonly hasMedia: boolean
}

/** A request to one of the three operations that lead to a message, read for the rules. */
export type Send =
  | {
      readonly kind: 'agentMessage'
      readonly conversationId: string | undefined
      readonly communicationId: string | undefined
      readonly body: SendBody | undefined
    }
  | {
      readonly kind: 'agentless'
      readonly messengerType: string | undefined
      readonly fromAddress: string | undefined
      readonly toAddress: string | undefined
      readonly externalContactId: string | undefined
      readonly useExistingActiveConversation: boolean
      readonly body: SendBody | undefined
    }
  | {
      readonly kind: 'outbound'
      readonly messengerType: string | undefined
      readonly toAddress: string | undefined
      readonly queueId: string | undefined
      readonly useExistingConversation: boolean
      readonly body: SendBody | undefined
    }

const bodyOf = (request: Request): Readonly<Record<string, unknown>> | undefined =>
  request.body?.kind === 'json' && isRecord(request.body.value) ? request.body.value : undefined

/** A value that somebody has filled in: neither a placeholder nor blank. */
const filledIn = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === '' || isVariable(value) ? undefined : value

const sendBody = (body: Readonly<Record<string, unknown>> | undefined): SendBody | undefined =>
  body && {
    fields: Object.keys(body),
    text: textAt(body, 'textBody'),
    template: readTemplateBody(body['messagingTemplate']),
    hasMedia: Array.isArray(body['mediaIds']) && body['mediaIds'].length > 0
  }

/** The send that a request to `operation` is; `undefined` for any other operation. */
export const sendOf = (operation: OperationMatch, request: Request): Send | undefined => {
  if (operation.method !== 'POST') return undefined
  const raw = bodyOf(request)
  const body = sendBody(raw)
  const field = (name: string): string | undefined => filledIn(textAt(raw, name))
  switch (operation.path) {
    case agentMessagePath:
      return {
        kind: 'agentMessage',
        conversationId: filledIn(operation.parameters.get('conversationId')),
        communicationId: filledIn(operation.parameters.get('communicationId')),
        body
      }
    case agentlessPath:
      return {
        kind: 'agentless',
        messengerType: field('toAddressMessengerType'),
        fromAddress: field('fromAddress'),
        toAddress: field('toAddress'),
        externalContactId: field('externalContactId'),
        useExistingActiveConversation: raw?.['useExistingActiveConversation'] === true,
        body
      }
    case outboundPath:
      return {
        kind: 'outbound',
        messengerType: field('toAddressMessengerType'),
        toAddress: field('toAddress'),
        queueId: field('queueId'),
        useExistingConversation: raw?.['useExistingConversation'] === true,
        body
      }
    default:
      return undefined
  }
}
