import type { Finding } from '../diagnosis/finding'
import { messengerTypeOf } from '../model/conversation'
import { known } from '../model/fact'
import type { CredentialKind } from '../model/credential'
import type { Situation } from '../model/situation'
import { deriveState, type ConversationState } from '../model/state'
import { channelLabel } from '../platform/channels'
import { agentlessPath, agentMessagePath, outboundPath } from '../platform/messagingOperations'
import { judge } from './judge'
import { condition, openQuestions, promise } from './promise'
import { agentlessRequest, agentMessageRequest, outboundRequest } from './requests'
import type { Draft, PlannedRequest, Route, SendingRoute } from './route'
import { otherChannel, waiting } from './silentRoutes'

type SendingId = SendingRoute['id']

/** Stands in for the text while routes are compared: what is wrong with a text is said at the text. */
const anyText = 'A follow-up'

const operationPath: Readonly<Record<SendingId, string>> = {
  agentMessage: agentMessagePath,
  agentless: agentlessPath,
  outbound: outboundPath
}

const requestFor = (id: SendingId, situation: Situation, state: ConversationState | undefined, draft: Draft): PlannedRequest => {
  const conversation = situation.conversation.known ? situation.conversation.value : undefined
  switch (id) {
    case 'agentMessage':
      return agentMessageRequest(conversation, draft)
    case 'agentless':
      return agentlessRequest(situation, state, draft)
    case 'outbound':
      return outboundRequest(conversation, state)
  }
}

const titleOf = (id: SendingId, situation: Situation): string => {
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
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length !== 1 || errors[0]?.rule !== 'credential.absent') return undefined
  const { verdict } = judge(situation, request, known(request.credential, { source: 'a connection that had one' }))
  return verdict === 'will-work' ? request.credential : undefined
}

const sendingRoute = (id: SendingId, situation: Situation, state: ConversationState | undefined, draft: Draft): SendingRoute => {
  const request = requestFor(id, situation, state, draft)
  const base = { id, title: titleOf(id, situation), operation: { method: 'POST', path: operationPath[id] }, request }
  if (!situation.conversation.known)
    return { ...base, verdict: 'cannot-tell', reason: condition[id], confidence: 'documented', findings: [] }

  const judged = requestFor(id, situation, state, { ...draft, text: anyText })
  const { verdict, findings } = judge(situation, judged)
  const [first] = findings
  if (verdict === 'will-work' || first === undefined) {
    const reason = promise(id, situation, request) + openQuestions(findings)
    return { ...base, verdict: 'will-work', reason, confidence: 'documented', findings }
  }
  const lacks = lackingCredential(situation, judged, findings)
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

/** Every way to follow up in this situation, best first. A route's verdict does not weigh the text: `textProblem` does. */
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

/** What is wrong with the text that would be sent by `route`; `undefined` when nothing is. */
export const textProblem = (situation: Situation, route: SendingRoute): Finding | undefined =>
  judge(situation, route.request).findings.find(({ rule, severity }) => rule.startsWith('text.') && severity === 'error')
