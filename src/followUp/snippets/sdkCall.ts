import { isRecord } from '../../exchange/json'
import { findRequestBody } from '../../platform/requestBodies'
import { sdkMethodName } from '../../platform/sdkMethodName'
import type { SendingRoute } from '../route'
import { inWords } from './names'
import { tokenPlaceholder } from './requestParts'

/** A value in a body. `isListed`: the model lists this value, so that the SDKs with enums have a name for it. */
export type SdkValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'flag'; readonly on: boolean }
  | { readonly kind: 'integer'; readonly number: number }
  | { readonly kind: 'choice'; readonly text: string; readonly isListed: boolean }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'object'; readonly object: SdkObject }
  | { readonly kind: 'objects'; readonly model: string; readonly objects: readonly SdkObject[] }

/** A field of a body, or of an object in it. */
export type SdkField = { readonly name: string } & SdkValue

/** An object of one of the SDKs’ models. */
export interface SdkObject {
  readonly model: string
  readonly fields: readonly SdkField[]
}

export interface PathArgument {
  readonly name: string
  readonly value: string
}

/** A planned request as a call of the ConversationsApi of the official SDKs. */
export interface SdkCall extends SdkObject {
  /** Spelt as in JavaScript and Java. */
  readonly method: string
  readonly pathArguments: readonly PathArgument[]
  /** Stands where the token goes. */
  readonly token: string
}

/**
 * The models of the bodies. Sources: purecloud-platform-client-v2 262.0.0; the public repositories of the SDKs for Python, Java, .NET and Go
 * (MyPureCloud/platform-client-sdk-…), which are generated from the same definition and differ in how they spell names.
 */
const models: Readonly<Record<SendingRoute['id'], string>> = {
  agentMessage: 'AdditionalMessage',
  agentless: 'SendAgentlessOutboundMessageRequest',
  outbound: 'CreateOutboundMessagingConversationRequest'
}

/**
 * The SDKs with classes for bodies have had to follow two changes of the API: 10727 took the parameter `useNormalizedMessage` away, and 10747 gave
 * the agentless message `externalContactId`. Source: release notes of the SDKs; purecloud-platform-client-v2 262.0.0 (16 September 2026) has both.
 */
export const sdkAge = 'Written for the SDK as of September 2026: older releases may lack a field, or want another parameter.'

const pathArgumentsOf = ({ operation, request }: SendingRoute): readonly PathArgument[] => {
  const given = request.path.split('/')
  return operation.path.split('/').flatMap((segment, at) => {
    if (!segment.startsWith('{')) return []
    const name = segment.slice(1, -1)
    const value = given[at]
    return [{ name, value: value === undefined || value === segment ? `<${inWords(name)}>` : value }]
  })
}

const objectOf = (model: string, value: unknown): SdkObject => ({
  model,
  fields: isRecord(value) ? Object.entries(value).map(([name, field]) => ({ name, ...valueOf(model, name, field) })) : []
})

const valueOf = (model: string, name: string, value: unknown): SdkValue => {
  if (typeof value === 'boolean') return { kind: 'flag', on: value }
  if (typeof value === 'number') return { kind: 'integer', number: value }
  const { values, of = 'string' } = findRequestBody(model)?.fields.find((field) => field.name === name) ?? {}
  if (Array.isArray(value))
    return of === 'string'
      ? { kind: 'texts', texts: value.map(String) }
      : { kind: 'objects', model: of, objects: value.map((item: unknown) => objectOf(of, item)) }
  if (isRecord(value)) return { kind: 'object', object: objectOf(of, value) }
  const text = String(value)
  return values === undefined ? { kind: 'text', text } : { kind: 'choice', text, isListed: values.includes(text) }
}

/** The objects in a body, those in others first. */
export const objectsIn = ({ fields }: SdkObject): readonly SdkObject[] =>
  fields.flatMap((field) => {
    switch (field.kind) {
      case 'object':
        return [...objectsIn(field.object), field.object]
      case 'objects':
        return field.objects.flatMap((object) => [...objectsIn(object), object])
      default:
        return []
    }
  })

export const hasLists = ({ fields }: SdkObject): boolean =>
  fields.some((field) => field.kind === 'texts' || field.kind === 'objects' || (field.kind === 'object' && hasLists(field.object)))

/** The call of the SDKs that sends a route’s request. */
export const sdkCall = (route: SendingRoute): SdkCall => {
  const model = models[route.id]
  return {
    method: sdkMethodName(route.operation),
    ...objectOf(model, route.request.body),
    pathArguments: pathArgumentsOf(route),
    token: tokenPlaceholder(route.request)
  }
}
