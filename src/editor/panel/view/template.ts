import * as vscode from 'vscode'
import { parameterField } from '../../../followUp/edit'
import type { ChosenTemplate } from '../../../model/draft'
import { filledPart, isInAddress, parametersOf, parameterValue, partsOf, type TemplateParameter } from '../../../model/templateParameters'
import type { TemplatePlace } from '../../../model/templatePart'
import type { ContentView, FieldView, Remarks } from '../../../webview/protocol'
import { findingView } from './findings'
import { remarksOf, type FieldFindings } from './remarks'

type TemplateContent = Extract<ContentView, { readonly kind: 'template' }>

const onTemplate = (place: TemplatePlace): string => {
  switch (place.kind) {
    case 'header':
    case 'headerMedia':
      return vscode.l10n.t('Header')
    case 'body':
      return vscode.l10n.t('Body')
    case 'footer':
      return vscode.l10n.t('Footer')
    case 'buttonUrl':
    case 'buttonContent':
    case 'buttonLabel':
      return vscode.l10n.t('Button {0}', place.button + 1)
    case 'buttonPayload':
      return vscode.l10n.t('Button {0}, payload', place.button + 1)
  }
}

/** Where something stands, for people, who count from 1. */
const placeLabel = (place: TemplatePlace): string =>
  place.card === undefined ? onTemplate(place) : vscode.l10n.t('Card {0}, {1}', place.card + 1, onTemplate(place))

/** What is said at a parameter: it is empty, or does not fit into an address. */
const parameterRemarks = (parameter: TemplateParameter, value: string): Remarks => {
  if (value.trim() === '') return { problem: vscode.l10n.t('It has no value.') }
  if (!isInAddress(parameter)) return {}
  return /\s/.test(value.trim())
    ? {
        caution: vscode.l10n.t('It becomes a part of an address, which can have no white space. Whether that is encoded is not documented.')
      }
    : { hint: vscode.l10n.t('It becomes a part of an address.') }
}

const parameterFields = ({ response, values }: ChosenTemplate): readonly FieldView[] =>
  parametersOf(response).map((parameter) => {
    const value = parameterValue(parameter, values)
    const places = [...new Set(parameter.places.map(placeLabel))].join(' · ')
    return {
      id: parameterField(parameter),
      label: vscode.l10n.t('{0}: {1}', places, parameter.description ?? parameter.id),
      value,
      readOnly: false,
      ...parameterRemarks(parameter, value)
    }
  })

/** What a template says: every text of it that the customer sees or that a parameter stands in. */
const partViews = ({ response, values }: ChosenTemplate): NonNullable<TemplateContent['template']>['parts'] =>
  partsOf(response).map((part) => ({ label: placeLabel(part.place), text: filledPart(response, part, values) }))

/** A chosen template with its parameters, and what there is to say of them. */
export const templateView = (
  template: ChosenTemplate | undefined,
  whyTemplate: string | undefined,
  findings: FieldFindings
): TemplateContent => {
  const why = whyTemplate === undefined ? {} : { hint: whyTemplate }
  if (template === undefined) return { kind: 'template', parameters: [], ...why }
  const parameters = parameterFields(template)
  const found = findings.get('template')
  // A parameter without a value is said at the parameter.
  const isSaid = found?.severity === 'error' && parameters.some((field) => field.problem !== undefined)
  return {
    kind: 'template',
    template: { name: template.response.name, parts: partViews(template) },
    parameters,
    ...why,
    ...(found && !isSaid && { ...remarksOf(findings, 'template'), finding: findingView(found) })
  }
}
