import { isRecord, textAt } from '../exchange/json'
import type { ParameterList } from '../model/templateParameters'
import { isVariable } from '../platform/operationUrl'

/** A parameter that a request gives a value for. */
export interface GivenParameter {
  readonly list: ParameterList
  /** The `index` of the card that the list is of; absent for the template’s own lists. */
  readonly card?: number
  readonly id: string | undefined
  /** Empty where there is none. */
  readonly value: string
  /** Where it stands in the request, for example `bodyParameters “1”`. */
  readonly name: string
}

/** `messagingTemplate`, as far as the rules read it. */
export interface TemplateBody {
  readonly responseId: string | undefined
  readonly given: readonly GivenParameter[]
  /** What is of another type than documented, each with the type that it should have: `bodyParameters is no list`. */
  readonly mistyped: readonly string[]
  readonly hasCards: boolean
}

type Read = Pick<TemplateBody, 'given' | 'mistyped'>

const nothing: Read = { given: [], mistyped: [] }

const together = (reads: readonly Read[]): Read => ({
  given: reads.flatMap(({ given }) => given),
  mistyped: reads.flatMap(({ mistyped }) => mistyped)
})

/** A value that says nothing of its type: it is left out, or a program fills it in. */
const isOpen = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && isVariable(value))

const mistyped = (what: string): Read => ({ given: [], mistyped: [what] })

/** Each of a list’s entries, read; a list that is none is said. */
const entries = (list: unknown, name: string, read: (entry: unknown, name: string) => Read): Read => {
  if (isOpen(list)) return nothing
  if (!Array.isArray(list)) return mistyped(`${name} is no list`)
  return together(list.map((entry: unknown, at) => (isOpen(entry) ? nothing : read(entry, `${name}[${at}]`))))
}

/** `TemplateParameter`. Source of the types: published OpenAPI. */
const parameter =
  (list: ParameterList, field: string, card: number | undefined) =>
  (entry: unknown, name: string): Read => {
    if (!isRecord(entry)) return mistyped(`${name} is no object`)
    const wrong = (['id', 'value'] as const).filter((key) => !isOpen(entry[key]) && typeof entry[key] !== 'string')
    if (wrong.length > 0) return { given: [], mistyped: wrong.map((key) => `${name}.${key} is no text`) }
    const id = textAt(entry, 'id')
    const given: GivenParameter = {
      list,
      ...(card !== undefined && { card }),
      id,
      value: textAt(entry, 'value') ?? '',
      name: id === undefined ? name : `${field} “${id}”`
    }
    return { given: [given], mistyped: [] }
  }

/** `CardParameters`, without its index where that is not written as a number. */
const card = (entry: unknown, name: string): Read => {
  if (!isRecord(entry)) return mistyped(`${name} is no object`)
  const { index } = entry
  const isNumber = typeof index === 'number' && Number.isInteger(index)
  const on = isNumber ? index : undefined
  return together([
    isNumber || isOpen(index) ? nothing : mistyped(`${name}.index is no whole number`),
    ...(['bodyParameters', 'buttonUrlParameters'] as const).map((list) =>
      entries(entry[list], `${name}.${list}`, parameter(list, `${name}.${list}`, on))
    )
  ])
}

/** `parameters` is the older name of `bodyParameters`. */
const lists = [
  ['headerParameters', 'headerParameters'],
  ['bodyParameters', 'bodyParameters'],
  ['bodyParameters', 'parameters'],
  ['buttonUrlParameters', 'buttonUrlParameters']
] as const

const cardsOf = (carousel: unknown): Read => {
  if (isOpen(carousel)) return nothing
  if (!isRecord(carousel)) return mistyped('carouselParameters is no object')
  return entries(carousel['cardParameters'], 'cardParameters', card)
}

/** Reads `messagingTemplate`; `undefined` for what is no object. */
export const readTemplateBody = (template: unknown): TemplateBody | undefined => {
  if (!isRecord(template)) return undefined
  const responseId = textAt(template, 'responseId')
  const carousel = template['carouselParameters']
  return {
    responseId: responseId === undefined || responseId.trim() === '' || isVariable(responseId) ? undefined : responseId,
    ...together([...lists.map(([list, field]) => entries(template[field], field, parameter(list, field, undefined))), cardsOf(carousel)]),
    hasCards: isRecord(carousel)
  }
}
