import { fillIn, unfilledIn, type CannedResponse } from './cannedResponse'
import type { Organisation } from './organisation'

interface Parameter {
  readonly id?: string | undefined
  readonly value?: string | undefined
}

/** `SendMessagingTemplateRequest`: which canned response is sent, and what its places are filled in with. */
export interface TemplateFields {
  readonly responseId: string
  /** The older name of `bodyParameters`. */
  readonly parameters?: readonly Parameter[] | undefined
  readonly bodyParameters?: readonly Parameter[] | undefined
}

/** What a send’s template comes to. */
export type ResolvedTemplate =
  | {
      readonly kind: 'resolved'
      readonly response: CannedResponse
      readonly text: string
      readonly values: ReadonlyMap<string, string>
      /** Places in the text that nothing fills. */
      readonly unfilled: readonly string[]
    }
  /** The organisation has no such response. */
  | { readonly kind: 'unknown' }
  /** It is an Apple invitation by its type, and has none. */
  | { readonly kind: 'withoutInvitation'; readonly response: CannedResponse }

export const resolveTemplate = ({ responses }: Organisation, fields: TemplateFields): ResolvedTemplate => {
  const response = responses.find(({ id }) => id === fields.responseId.toLowerCase())
  if (response === undefined) return { kind: 'unknown' }
  if (response.use.kind === 'appleInvitation' && response.use.invitation === undefined) return { kind: 'withoutInvitation', response }
  const values = new Map<string, string>()
  for (const { id, value } of [...(fields.parameters ?? []), ...(fields.bodyParameters ?? [])]) {
    if (id !== undefined && value !== undefined) values.set(id, value)
  }
  return { kind: 'resolved', response, text: fillIn(response, values), values, unfilled: unfilledIn(response, values) }
}
