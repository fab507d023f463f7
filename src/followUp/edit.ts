import type { ContentKind, Draft } from '../model/draft'
import { parameterKey, type TemplateParameter } from '../model/templateParameters'
import type { SendingRoute } from './route'

const parameterPrefix = 'parameter:'

/** What the field of a template’s parameter is called. */
export const parameterField = (parameter: TemplateParameter): string => `${parameterPrefix}${parameterKey(parameter)}`

const kinds: readonly ContentKind[] = ['text', 'template', 'media']

const withParameter = (draft: Draft, key: string, value: string): Draft =>
  draft.template === undefined ? draft : { ...draft, template: { ...draft.template, values: { ...draft.template.values, [key]: value } } }

const withKind = (draft: Draft, route: SendingRoute['id'], kind: ContentKind): Draft =>
  route === 'outbound' ? draft : { ...draft, [route]: { ...draft[route], kind } }

const withAgentlessField = (draft: Draft, field: string, value: string): Draft | undefined => {
  const { agentless } = draft
  switch (field) {
    case 'fromAddress':
      return { ...draft, agentless: { ...agentless, fromAddress: value } }
    case 'toAddress':
      return { ...draft, agentless: { ...agentless, toAddress: value } }
    case 'externalContactId':
      return { ...draft, agentless: { ...agentless, externalContactId: value } }
    default:
      return undefined
  }
}

const withOutboundField = (draft: Draft, field: string, value: string): Draft | undefined => {
  const { outbound } = draft
  switch (field) {
    case 'queueId':
      return { ...draft, outbound: { ...outbound, queueId: value } }
    case 'toAddress':
      return { ...draft, outbound: { ...outbound, toAddress: value } }
    case 'externalContactId':
      return { ...draft, outbound: { ...outbound, externalContactId: value } }
    case 'useExistingConversation':
      return { ...draft, outbound: { ...outbound, useExistingConversation: value === 'true' } }
    default:
      return undefined
  }
}

/**
 * The draft after a field of a route was changed; `undefined` for a field that the route has not.
 * @param field `text`, `kind`, a template’s parameter, or a field of the request’s body
 */
export const edited = (draft: Draft, route: SendingRoute['id'], field: string, value: string): Draft | undefined => {
  if (field === 'text') return { ...draft, text: value }
  if (field.startsWith(parameterPrefix)) return withParameter(draft, field.slice(parameterPrefix.length), value)
  if (field === 'kind') {
    const kind = kinds.find((candidate) => candidate === value)
    return kind && withKind(draft, route, kind)
  }
  switch (route) {
    case 'agentMessage':
      return undefined
    case 'agentless':
      return withAgentlessField(draft, field, value)
    case 'outbound':
      return withOutboundField(draft, field, value)
  }
}
