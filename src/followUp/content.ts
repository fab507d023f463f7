import type { ChosenTemplate, ContentKind, Draft, UploadedMedia } from '../model/draft'
import { filledPart, parametersOf, parameterValue, type ParameterList, type TemplateParameter } from '../model/templateParameters'
import { findChannel } from '../platform/channels'
import type { SendingRoute } from './route'

/** What a message says. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'template'; readonly template: ChosenTemplate | undefined }
  | { readonly kind: 'media'; readonly media: UploadedMedia | undefined }

const agentlessKinds = (messengerType: string | undefined): readonly ContentKind[] => {
  switch (messengerType === undefined ? undefined : findChannel(messengerType)?.agentlessTemplate) {
    case 'required':
      return ['template']
    case 'invitation':
      return ['template', 'text']
    case undefined:
      return ['text']
  }
}

/**
 * The kinds of content that a way to the customer takes, the usual one first; none for one that sends no message. Source: published OpenAPI and
 * platform-client-sdk-dotnet 270.0.0: agentless has no field for media, needs a text on SMS and web messaging, needs a template on WhatsApp, and
 * sends an invitation, which is a template, on Apple; the agent’s message has a field for each. On which channels it takes templates is documented for
 * WhatsApp only: the rule `template.channel` says so where another one is chosen.
 */
export const kindsOf = (id: SendingRoute['id'], messengerType: string | undefined): readonly ContentKind[] => {
  switch (id) {
    case 'agentMessage':
      return ['text', 'template', 'media']
    case 'agentless':
      return agentlessKinds(messengerType)
    case 'outbound':
      return []
  }
}

/** What a draft says by a kind of content. A file that was uploaded for another communication is none. */
export const contentOf = ({ text, template, media }: Draft, kind: ContentKind, communicationId: string | undefined): Content => {
  switch (kind) {
    case 'text':
      return { kind, text }
    case 'template':
      return { kind, template }
    case 'media':
      return { kind, media: media?.communicationId === communicationId ? media : undefined }
  }
}

type Values = ChosenTemplate['values']

const allLists: readonly ParameterList[] = ['headerParameters', 'bodyParameters', 'buttonUrlParameters']

/** The lists that some parameters go into, as far as there are any for them. */
const listsOf = (parameters: readonly TemplateParameter[], values: Values): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    allLists.flatMap((list) => {
      const own = parameters.filter((parameter) => parameter.list === list)
      return own.length === 0 ? [] : [[list, own.map((parameter) => ({ id: parameter.id, value: parameterValue(parameter, values) }))]]
    })
  )

/** `SendMessagingTemplateRequest`: every parameter in the list that is for its place; those of cards under the number of their card, from 0. */
const templateBody = ({ response, values }: ChosenTemplate): Readonly<Record<string, unknown>> => {
  const parameters = parametersOf(response)
  const ofCard = (card: number | undefined): readonly TemplateParameter[] => parameters.filter((parameter) => parameter.card === card)
  const cards = [...new Set(parameters.flatMap(({ card }) => card ?? []))]
  return {
    responseId: response.id,
    ...listsOf(ofCard(undefined), values),
    ...(cards.length > 0 && {
      carouselParameters: { cardParameters: cards.map((index) => ({ index, ...listsOf(ofCard(index), values) })) }
    })
  }
}

/** The fields of a request’s body that carry a content. */
export const contentBody = (content: Content): Readonly<Record<string, unknown>> => {
  switch (content.kind) {
    case 'text':
      return { textBody: content.text }
    case 'template':
      return { messagingTemplate: content.template === undefined ? {} : templateBody(content.template) }
    case 'media':
      return { mediaIds: content.media === undefined ? [] : [content.media.id] }
  }
}

/** What a route sends, as far as it sends a message. */
export const sentContent = (draft: Draft, { content }: SendingRoute): Content | undefined =>
  content && contentOf(draft, content.kind, draft.media?.communicationId)

/** The body of a template, filled in: what is recognised of it on the platform. */
const templateText = ({ response, values }: ChosenTemplate): string =>
  filledPart(response, { place: { kind: 'body' }, text: response.text }, values)

/** What a content says, in a line or as it is, for a list of what was sent. */
export const contentText = (content: Content): string => {
  switch (content.kind) {
    case 'text':
      return content.text
    case 'template':
      return content.template === undefined ? '' : templateText(content.template)
    case 'media':
      return content.media?.fileName ?? ''
  }
}
