import {
  fillIn,
  placeIdsIn,
  substitutionsOf,
  valueOf,
  type CannedResponse,
  type Substitution,
  type SubstitutionValues
} from './cannedResponse'
import type { TemplatePart, TemplatePlace } from './templatePart'

/** A list of parameters, as a send’s `messagingTemplate` and its cards name them. */
export type ParameterList = 'headerParameters' | 'bodyParameters' | 'buttonUrlParameters'

/** A parameter of a template. One id may stand in several lists, and is another parameter in each. */
export interface TemplateParameter extends Substitution {
  readonly list: ParameterList
  /** The card that the list is of; absent for the template’s own. */
  readonly card?: number
  /** Where it stands: several places where, for example, two buttons have the same id. */
  readonly places: readonly TemplatePlace[]
}

/** A parameter that stands where no list of a send is for. */
export interface UnplacedParameter extends Substitution {
  readonly place: TemplatePlace
}

/**
 * The list that fills in a place; `undefined` where none is documented. Source: published OpenAPI, `SendMessagingTemplateRequest` and
 * `CardParameters`, which has none for the header of a card.
 */
const listOf = ({ kind, card }: TemplatePlace): ParameterList | undefined => {
  switch (kind) {
    case 'header':
    case 'headerMedia':
      return card === undefined ? 'headerParameters' : undefined
    case 'body':
      return 'bodyParameters'
    case 'buttonUrl':
      return 'buttonUrlParameters'
    case 'footer':
    case 'buttonContent':
    case 'buttonLabel':
    case 'buttonPayload':
      return undefined
  }
}

const isOwnHeader = ({ place: { kind, card } }: TemplatePart): boolean =>
  (kind === 'header' || kind === 'headerMedia') && card === undefined

/** Every text of a template: its header, its body, and what follows. */
export const partsOf = ({ text, parts }: Pick<CannedResponse, 'text' | 'parts'>): readonly TemplatePart[] => [
  ...parts.filter(isOwnHeader),
  { place: { kind: 'body' }, text },
  ...parts.filter((part) => !isOwnHeader(part))
]

const cardOf = (card: number | undefined): { readonly card?: number } => (card === undefined ? {} : { card })

/** What a parameter’s value is kept under: its id alone may be another parameter’s too. */
export const parameterKey = ({ list, card, id }: Pick<TemplateParameter, 'list' | 'card' | 'id'>): string =>
  `${card === undefined ? '' : `card ${card} `}${list}:${id}`

/** The parameters of a template that a send can fill in, each list in the order of the template. What is described and stands nowhere is the body’s. */
export const parametersOf = (response: CannedResponse): readonly TemplateParameter[] => {
  const described = new Map(response.substitutions.map((substitution) => [substitution.id, substitution]))
  const found = new Map<string, TemplateParameter>()
  for (const { place, text } of partsOf(response)) {
    const list = listOf(place)
    if (list === undefined) continue
    for (const id of placeIdsIn(text)) {
      const parameter = { ...(described.get(id) ?? { id }), list, ...cardOf(place.card) }
      const key = parameterKey(parameter)
      found.set(key, { ...parameter, places: [...(found.get(key)?.places ?? []), place] })
    }
  }
  const standing = new Set(partsOf(response).flatMap(({ text }) => placeIdsIn(text)))
  const others = response.substitutions
    .filter(({ id }) => !standing.has(id))
    .map((substitution): TemplateParameter => ({ ...substitution, list: 'bodyParameters', places: [{ kind: 'body' }] }))
  return [...found.values(), ...others]
}

/** The parameters of a template that no send can fill in. */
export const unplacedOf = (response: CannedResponse): readonly UnplacedParameter[] =>
  partsOf(response)
    .filter(({ place }) => listOf(place) === undefined)
    .flatMap(({ place, text }) => {
      const ids = new Set(placeIdsIn(text))
      return substitutionsOf({ text, substitutions: response.substitutions })
        .filter(({ id }) => ids.has(id))
        .map((substitution) => ({ ...substitution, place }))
    })

/** What a parameter is filled in with: what was typed, else the default; empty where there is neither. */
export const parameterValue = (parameter: TemplateParameter, values: SubstitutionValues): string =>
  valueOf(parameter, { [parameter.id]: values[parameterKey(parameter)] ?? '' })

/** Whether a parameter stands in an address, in which nothing can be blank. Source: RFC 3986. */
export const isInAddress = ({ places }: TemplateParameter): boolean =>
  places.some(({ kind }) => kind === 'buttonUrl' || kind === 'headerMedia')

/** A text of a template with its parameters filled in. One that nothing fills stays as it is written. */
export const filledPart = (response: CannedResponse, { place, text }: TemplatePart, values: SubstitutionValues): string => {
  const list = listOf(place)
  const own = Object.fromEntries(
    parametersOf(response)
      .filter((parameter) => parameter.list === list && parameter.card === place.card)
      .map((parameter) => [parameter.id, parameterValue(parameter, values)])
  )
  return fillIn({ text, substitutions: response.substitutions }, own)
}
