import type { TemplatePart } from './templatePart'

/** A place in a response’s text that a send fills in: the text has it as `{{id}}`. */
export interface Substitution {
  readonly id: string
  readonly description?: string
  /** What stands there when nothing else is given. */
  readonly defaultValue?: string
}

/** What a response can be sent as, beside being a text that somebody reads and sends. */
export type ResponseUse = 'text' | 'whatsAppTemplate' | 'appleInvitation' | 'other'

/** A canned response of response management (“response” in the API). */
export interface CannedResponse {
  readonly id: string
  readonly name: string
  readonly libraries: readonly { readonly id: string; readonly name: string }[]
  /** Its body, as plain text where the organisation has one. */
  readonly text: string
  /** False for a response of which there is only HTML: `text` then shows the tags. */
  readonly isPlain: boolean
  readonly substitutions: readonly Substitution[]
  readonly use: ResponseUse
  /** What a template has beside its body: header, footer, buttons, cards. Empty for every other use. */
  readonly parts: readonly TemplatePart[]
}

/** What the places of a text are filled in with, by their ids. */
export type SubstitutionValues = Readonly<Record<string, string>>

const place = /\{\{\s*([^{}\s]+)\s*\}\}/g

/** The ids of the places in a text, each once. */
export const placeIdsIn = (text: string): readonly string[] => [...new Set([...text.matchAll(place)].flatMap(([, id]) => id ?? []))]

/** The places of a response: those that it describes, and those that only its text has, each once. */
export const substitutionsOf = ({ text, substitutions }: Pick<CannedResponse, 'text' | 'substitutions'>): readonly Substitution[] => {
  const described = new Set(substitutions.map(({ id }) => id))
  const others = placeIdsIn(text).filter((id) => !described.has(id))
  return [...substitutions, ...others.map((id) => ({ id }))]
}

/** What stands in a place: what was typed, else the default; empty where there is neither. */
export const valueOf = ({ id, defaultValue = '' }: Substitution, values: SubstitutionValues): string => {
  const typed = Object.hasOwn(values, id) ? values[id] : undefined
  return typed === undefined || typed === '' ? defaultValue : typed
}

/** The text with its places filled in. One that nothing fills stays as it is written. */
export const fillIn = (response: Pick<CannedResponse, 'text' | 'substitutions'>, values: SubstitutionValues): string => {
  const filled = new Map(substitutionsOf(response).map((substitution) => [substitution.id, valueOf(substitution, values)]))
  return response.text.replace(place, (whole, id: string) => {
    const value = filled.get(id)
    return value === undefined || value === '' ? whole : value
  })
}
