import type { CannedResponse } from '../../model/cannedResponse'
import { unknown, type Fact } from '../../model/fact'
import { isInAddress, parametersOf, unplacedOf, type TemplateParameter, type UnplacedParameter } from '../../model/templateParameters'
import type { TemplatePlace } from '../../model/templatePart'
import { agentlessPath, agentMessagePath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { cannotTell, fails, undocumented, type Rule } from '../rule'
import type { GivenParameter } from '../templateBody'
import { templateChannel } from './templateChannel'

const listed = (names: readonly string[]): string => names.join(', ')

const mismatch = 'WhatsApp does not deliver a template whose parameters do not match (132000)'

const type: Rule = {
  id: 'template.parameter-type',
  about: 'A parameter is {"id": "…", "value": "…"}, both of them texts, in a list of its own for header, body and buttons.',
  phase: 'preflight',
  title: 'A parameter of the template is of the wrong type',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.openapi, sources.sdk],
  look: ({ send }) => {
    const mistyped = send?.body?.template?.mistyped ?? []
    return mistyped.length === 0
      ? undefined
      : fails(
          `The type is not the documented one: ${listed(mistyped)}.`,
          'Write each parameter as {"id": "…", "value": "…"}, and an “index” as a whole number.'
        )
  }
}

const blank: Rule = {
  id: 'template.parameter-blank',
  about: 'A parameter of the template is given no value. Fill in every one.',
  phase: 'preflight',
  title: 'A parameter of the template has no value',
  refusedWith: 'not-documented',
  confidence: 'inferred',
  sources: [sources.whatsAppErrors, sources.openapi],
  look: ({ send }) => {
    const blanks = (send?.body?.template?.given ?? []).filter(({ value }) => value.trim() === '')
    return blanks.length === 0
      ? undefined
      : fails(
          `No value is given for ${listed(blanks.map(({ name }) => name))}. ${mismatch}; that an empty one counts as missing is inferred.`,
          'Fill in every parameter.'
        )
  }
}

/** The response that a send to WhatsApp names as its template; `undefined` for any other request. */
const namedResponse = (attempt: Attempt): Fact<CannedResponse> | undefined => {
  const responseId = attempt.send?.body?.template?.responseId
  if (responseId === undefined || templateChannel(attempt) !== 'whatsapp') return undefined
  const { cannedResponse } = attempt.situation
  if (cannedResponse.known && cannedResponse.value.id.toLowerCase() !== responseId.toLowerCase())
    return unknown('Another response was read than the one that it names.')
  return cannedResponse
}

const isGiven =
  ({ list, card, id }: TemplateParameter) =>
  (given: GivenParameter): boolean =>
    given.list === list && given.card === card && given.id === id

const missingName = ({ list, card, id }: TemplateParameter): string =>
  `“${id}” in “${list}”${card === undefined ? '' : ` of the card with the index ${card}`}`

const missing: Rule = {
  id: 'template.parameter-missing',
  about: 'The template has a parameter that the request does not give. Header, body, buttons and cards each have a list of their own.',
  phase: 'preflight',
  title: 'A parameter of the template is missing',
  refusedWith: 'not-documented',
  confidence: 'documented',
  sources: [sources.whatsAppErrors, sources.openapi],
  look: (attempt) => {
    const named = namedResponse(attempt)
    if (named === undefined) return undefined
    if (!named.known)
      return cannotTell(
        'which parameters the template has',
        named,
        'Read the response: GET /api/v2/responsemanagement/responses/{responseId}.'
      )
    const given = attempt.send?.body?.template?.given ?? []
    const absent = parametersOf(named.value).filter((parameter) => parameter.defaultValue === undefined && !given.some(isGiven(parameter)))
    return absent.length === 0
      ? undefined
      : fails(
          `The request does not give ${listed(absent.map(missingName))}. ${mismatch}.`,
          'Give every parameter, in the list that is for its place.',
          [{ text: `The response is “${named.value.name}”.`, from: named.from.source }]
        )
  }
}

const partNames: Readonly<Record<TemplatePlace['kind'], string>> = {
  header: 'header',
  headerMedia: 'header',
  body: 'body',
  footer: 'footer',
  buttonUrl: 'address',
  buttonContent: 'content',
  buttonLabel: 'label',
  buttonPayload: 'payload'
}

/** A place in words, with its button and its card counted from 1, as people count. */
const placeName = (place: TemplatePlace): string =>
  [
    `the ${partNames[place.kind]}`,
    ...('button' in place ? [`of button ${place.button + 1}`] : []),
    ...(place.card === undefined ? [] : [`on card ${place.card + 1}`])
  ].join(' ')

const unplacedName = ({ id, place }: UnplacedParameter): string => `“${id}” in ${placeName(place)}`

const place: Rule = {
  id: 'template.parameter-place',
  about: 'The template has a parameter in a place that no list of the request is for, such as a footer or a payload. Use another template.',
  phase: 'preflight',
  title: 'The template needs a value that no request can carry',
  refusedWith: 'not-documented',
  confidence: 'inferred',
  sources: [sources.openapi, sources.sdk, sources.whatsAppErrors],
  look: (attempt) => {
    const named = namedResponse(attempt)
    if (named?.known !== true) return undefined
    const unplaced = unplacedOf(named.value)
    const empty = unplaced.filter(({ defaultValue }) => defaultValue === undefined)
    const path = attempt.send?.kind === 'agentMessage' ? agentMessagePath : agentlessPath
    const lacks = `for which POST ${path} documents no list: it has them for header, body and button addresses, and for body and button addresses of cards`
    const evidence = [{ text: `The response is “${named.value.name}”.`, from: named.from.source }]
    const remedy = 'Choose a template without it, or take it out of the response.'
    if (empty.length > 0) return fails(`This template needs ${listed(empty.map(unplacedName))}, ${lacks}. ${mismatch}.`, remedy, evidence)
    return unplaced.length === 0
      ? undefined
      : undocumented(
          `This template has ${listed(unplaced.map(unplacedName))}, ${lacks}. Whether its default stands there is not documented.`,
          remedy,
          evidence
        )
  }
}

const address: Rule = {
  id: 'template.parameter-address',
  about: 'A value for the address of a button or of a header has white space, which no address can have. Leave it out, or encode it.',
  phase: 'preflight',
  title: 'A value for an address has white space',
  refusedWith: 'not-documented',
  confidence: 'not-documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const named = namedResponse(attempt)
    const addresses = named?.known === true ? parametersOf(named.value).filter(isInAddress) : []
    const spaced = (attempt.send?.body?.template?.given ?? []).filter(
      (given) =>
        /\s/.test(given.value.trim()) && (given.list === 'buttonUrlParameters' || addresses.some((parameter) => isGiven(parameter)(given)))
    )
    return spaced.length === 0
      ? undefined
      : undocumented(
          `White space is in ${listed(spaced.map(({ name }) => name))}, and no address can have it. Whether it is encoded or refused is not documented.`,
          'Leave it out, or encode it: “%20” for a blank.'
        )
  }
}

const shared: Rule = {
  id: 'template.parameter-shared',
  about: 'Two buttons have a parameter of the same name, and the list of values does not say which button each is for. Name them apart.',
  phase: 'preflight',
  title: 'Two buttons share a parameter',
  refusedWith: 'not-documented',
  confidence: 'not-documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const named = namedResponse(attempt)
    if (named?.known !== true) return undefined
    const several = parametersOf(named.value).filter(({ list, places }) => list === 'buttonUrlParameters' && places.length > 1)
    return several.length === 0
      ? undefined
      : undocumented(
          `${listed(several.map(({ id, places }) => `“${id}” stands in ${places.map(placeName).join(' and ')}`))}. “buttonUrlParameters” does not say which button a value is for; whether one value fills in both is not documented.`,
          'Name the parameters apart in the response, or send one message to yourself first.'
        )
  }
}

const cardIndex: Rule = {
  id: 'template.card-index',
  about: 'Whether the “index” of a card is counted from 0 or from 1 is not documented. 0 is taken for the first card.',
  phase: 'preflight',
  title: 'From which number cards are counted is not documented',
  refusedWith: 'not-documented',
  confidence: 'not-documented',
  sources: [sources.openapi],
  look: ({ send }) =>
    send?.body?.template?.hasCards === true
      ? undocumented(
          '“index” is documented as the “index of the card in the carousel template”, and not from which number it is counted. 0 is taken for the first card.',
          'Send the template to yourself first: it arrives, or fails with 132000.'
        )
      : undefined
}

export const templateParameterRules: readonly Rule[] = [type, blank, missing, place, shared, address, cardIndex]
