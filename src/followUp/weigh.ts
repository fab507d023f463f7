import type { Diagnosis } from '../diagnosis/diagnose'
import type { Finding } from '../diagnosis/finding'
import type { ContentKind, Draft } from '../model/draft'
import type { Situation } from '../model/situation'
import type { ConversationState } from '../model/state'
import { typedFieldOf } from './fieldFindings'
import { judge, withTemplateOf } from './judge'
import { agentCommunicationId, requestFor } from './requests'
import type { PlannedRequest, SendingRoute } from './route'

/** Something to say of each kind, in which nothing is wrong: what is wrong with what was written is said at its field, and weighs no route. */
const anyContent = (conversation: Situation['conversation']): Pick<Draft, 'text' | 'template' | 'media'> => ({
  text: 'A follow-up',
  template: {
    response: {
      id: 'any',
      name: 'Any',
      libraries: [],
      text: 'A follow-up',
      isPlain: true,
      substitutions: [],
      use: 'whatsAppTemplate',
      parts: []
    },
    values: {}
  },
  media: {
    id: 'any',
    fileName: 'any.png',
    bytes: 1,
    communicationId: (conversation.known ? agentCommunicationId(conversation.value) : undefined) ?? ''
  }
})

interface Weighed {
  readonly request: PlannedRequest
  /** The situation that it was judged in: the one at hand, with the template of the request. */
  readonly situation: Situation
  readonly diagnosis: Diagnosis
}

/** The draft without what is typed letter by letter. */
const withoutTyped = ({ agentless, outbound, ...draft }: Draft): Draft => ({
  ...draft,
  agentless: {
    ...(agentless?.kind !== undefined && { kind: agentless.kind }),
    ...(agentless?.fromAddress !== undefined && { fromAddress: agentless.fromAddress })
  },
  outbound: {
    ...(outbound?.queueId !== undefined && { queueId: outbound.queueId }),
    ...(outbound?.useExistingConversation !== undefined && { useExistingConversation: outbound.useExistingConversation })
  }
})

/** What the rules say of a route with any content of a kind. An address that was typed and is wrong is judged as if it had not been typed. */
export const weigh = (
  id: SendingRoute['id'],
  situation: Situation,
  state: ConversationState | undefined,
  draft: Draft,
  kind: ContentKind | undefined
): Weighed => {
  const said = anyContent(situation.conversation)
  const weighAs = (chosen: Draft): Weighed => {
    const weighed = { ...chosen, ...said }
    const request = requestFor(id, situation, state, weighed, kind)
    const judged = withTemplateOf(weighed, situation)
    return { request, situation: judged, diagnosis: judge(judged, request) }
  }
  const asTyped = weighAs(draft)
  const isTypedWrong = asTyped.diagnosis.findings.some(({ rule, severity }) => severity === 'error' && typedFieldOf(rule) !== undefined)
  return isTypedWrong ? weighAs(withoutTyped(draft)) : asTyped
}

const chosenKind = (id: SendingRoute['id'], kinds: readonly ContentKind[], draft: Draft): ContentKind | undefined => {
  const chosen = id === 'outbound' ? undefined : draft[id]?.kind
  return chosen !== undefined && kinds.includes(chosen) ? chosen : undefined
}

/** The kind that a message goes out as: the person’s choice, else the first that the rules let pass, else the usual one. */
export const kindFor = (
  id: SendingRoute['id'],
  kinds: readonly ContentKind[],
  situation: Situation,
  state: ConversationState | undefined,
  draft: Draft
): ContentKind | undefined => {
  const chosen = chosenKind(id, kinds, draft)
  if (chosen !== undefined) return chosen
  const offered = kinds.filter((kind) => kind !== 'media')
  return offered.find((kind) => weigh(id, situation, state, draft, kind).diagnosis.verdict === 'will-work') ?? kinds[0]
}

/** Why a message is a template though nobody chose that, as a sentence: what a text would come to. `undefined` where it is not so. */
export const whyTemplate = (
  id: SendingRoute['id'],
  content: NonNullable<SendingRoute['content']>,
  situation: Situation,
  state: ConversationState | undefined,
  draft: Draft
): string | undefined => {
  if (content.kind !== 'template' || chosenKind(id, content.kinds, draft) !== undefined) return undefined
  const against = (kind: ContentKind): readonly Finding[] => weigh(id, situation, state, draft, kind).diagnosis.findings
  const alike = new Set(against('template').map(({ rule }) => rule))
  const [first] = against('text').filter(({ rule, severity }) => !alike.has(rule) && (severity === 'error' || severity === 'unknown'))
  return first && `A template, not a text: ${first.title}.`
}
