import { findRequestBody } from '../../platform/requestBodies'
import { sdkMethodName } from '../../platform/sdkMethodName'
import type { SendingRoute } from '../route'
import { inWords } from './names'
import { tokenPlaceholder } from './requestParts'

/** A field of a body. `isListed`: the model lists this value, so that the SDKs with enums have a name for it. */
export type SdkField = { readonly name: string } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'flag'; readonly on: boolean }
  | { readonly kind: 'choice'; readonly text: string; readonly isListed: boolean }
)

export interface PathArgument {
  readonly name: string
  readonly value: string
}

/** A planned request as a call of the ConversationsApi of the official SDKs. */
export interface SdkCall {
  /** Spelt as in JavaScript and Java. */
  readonly method: string
  readonly pathArguments: readonly PathArgument[]
  /** The model of the body. */
  readonly model: string
  readonly fields: readonly SdkField[]
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

const fieldOf = (model: string, name: string, value: unknown): SdkField => {
  if (typeof value === 'boolean') return { name, kind: 'flag', on: value }
  const text = String(value)
  const listed = findRequestBody(model)?.fields.find((field) => field.name === name)?.values
  return listed === undefined ? { name, kind: 'text', text } : { name, kind: 'choice', text, isListed: listed.includes(text) }
}

/** The call of the SDKs that sends a route’s request. The bodies of the plan hold texts and flags, and nothing else. */
export const sdkCall = (route: SendingRoute): SdkCall => {
  const model = models[route.id]
  return {
    method: sdkMethodName(route.operation),
    model,
    pathArguments: pathArgumentsOf(route),
    fields: Object.entries(route.request.body).map(([name, value]) => fieldOf(model, name, value)),
    token: tokenPlaceholder(route.request)
  }
}
