import type { Finding } from '../diagnosis/finding'
import { messengerTypeOf } from '../model/conversation'
import { known } from '../model/fact'
import type { CredentialKind } from '../model/credential'
import type { Draft } from '../model/draft'
import type { Situation } from '../model/situation'
import { deriveState, type ConversationState } from '../model/state'
import { channelLabel } from '../platform/channels'
import { agentlessPath, agentMessagePath, outboundPath } from '../platform/messagingOperations'
import { kindsOf } from './content'
import { judge, lacksCredentialAlone } from './judge'
import { condition, openQuestions, promise } from './promise'
import { requestFor } from './requests'
import type { PlannedRequest, Route, SendingRoute } from './route'
import { otherChannel, waiting } from './silentRoutes'
import { kindFor, weigh, whyTemplate } from './weigh'

const operationPath: Readonly<Record<SendingRoute['id'], string>> = {
  agentMessage: agentMessagePath,
  agentless: agentlessPath,
  outbound: outboundPath
}

const titleOf = (id: SendingRoute['id'], situation: Situation): string => {
  const messengerType = situation.conversation.known ? messengerTypeOf(situation.conversation.value) : undefined
  switch (id) {
    case 'agentMessage':
      return 'Agent message'
    case 'agentless':
      return messengerType === undefined ? 'Agentless message' : `Agentless message, ${channelLabel(messengerType)}`
    case 'outbound':
      return 'New outbound conversation'
  }
}

/** The credential without which alone the route fails: with one of its kind it would work. */
const lackingCredential = (situation: Situation, request: PlannedRequest, findings: readonly Finding[]): CredentialKind | undefined => {
  if (!lacksCredentialAlone(findings)) return undefined
  const { verdict } = judge(situation, request, known(request.credential, { source: 'a connection that had one' }))
  return verdict === 'will-work' ? request.credential : undefined
}

const sendingRoute = (id: SendingRoute['id'], situation: Situation, state: ConversationState | undefined, draft: Draft): SendingRoute => {
  const messengerType = situation.conversation.known ? messengerTypeOf(situation.conversation.value) : undefined
  const kinds = kindsOf(id, messengerType)
  const kind = kindFor(id, kinds, situation, state, draft)
  const request = requestFor(id, situation, state, draft, kind)
  const why = kind && whyTemplate(id, { kind, kinds }, situation, state, draft)
  const base = {
    id,
    title: titleOf(id, situation),
    operation: { method: 'POST', path: operationPath[id] },
    request,
    ...(kind !== undefined && { content: { kind, kinds, ...(why !== undefined && { whyTemplate: why }) } })
  }
  if (!situation.conversation.known)
    return { ...base, verdict: 'cannot-tell', reason: condition[id], confidence: 'documented', findings: [] }

  const {
    request: judgedRequest,
    situation: judgedSituation,
    diagnosis: { verdict, findings }
  } = weigh(id, situation, state, draft, kind)
  const [first] = findings
  if (verdict === 'will-work' || first === undefined) {
    const reason = promise(id, situation, request) + (why === undefined ? '' : ` ${why}`) + openQuestions(findings)
    return { ...base, verdict: 'will-work', reason, confidence: 'documented', findings }
  }
  const lacks = lackingCredential(judgedSituation, judgedRequest, findings)
  return {
    ...base,
    verdict: verdict === 'will-fail' ? 'will-fail' : 'cannot-tell',
    reason: lacks === undefined ? first.brief : `It would work with a ${lacks} credential, and this connection has none.`,
    confidence: first.confidence,
    findings,
    ...(lacks === undefined ? {} : { lacks })
  }
}

const rank = (route: Route): number => {
  if (route.verdict === 'will-fail') return route.lacks === undefined ? 4 : 2
  return { 'will-work': 0, 'cannot-tell': 1, wait: 3 }[route.verdict]
}

/** Every way to follow up in this situation, best first. A route's verdict does not weigh what was written: `fieldFindings` does. */
export const plan = (situation: Situation, draft: Draft): readonly Route[] => {
  const { conversation, threading, now } = situation
  const state = conversation.known ? deriveState(conversation.value, threading, now) : undefined
  const order =
    state === undefined ? (['agentless', 'agentMessage', 'outbound'] as const) : (['agentMessage', 'agentless', 'outbound'] as const)
  const sending = order.map((id) => sendingRoute(id, situation, state, draft))
  const allFail = sending.every(({ verdict, lacks }) => verdict === 'will-fail' && lacks === undefined)
  const routes: readonly Route[] = [...sending, ...(state ? waiting(state) : []), ...(allFail ? [otherChannel] : [])]
  return [...routes].sort((a, b) => rank(a) - rank(b))
}
