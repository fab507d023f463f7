import type { Conversation, LegOf } from '../../model/conversation'
import type { Draft } from '../../model/draft'
import type { Situation } from '../../model/situation'
import { deriveState } from '../../model/state'
import { judge, lacksCredentialAlone } from '../judge'
import { plan } from '../plan'
import { isSending } from '../route'
import type { Action, ActionId, ActionPlan, Opening } from './action'
import { onceConnected, onceDisconnected } from './afterwards'
import { actionRequest, actionsFor, operationOf, subjectOf } from './requests'
import { conditionOf, effectOf, impossibleIn, promiseOf, titleOf } from './words'

/** A route of the plan as it would be: the agent’s message, or the best of all. */
const routeIn = (situation: Situation, draft: Draft, wanted: 'agentMessage' | 'best'): Opening => {
  const sending = plan(situation, draft).filter(isSending)
  const route = wanted === 'best' ? sending[0] : sending.find(({ id }) => id === wanted)
  return route
    ? { kind: 'route', title: route.title, verdict: route.verdict, reason: route.reason }
    : { kind: 'condition', text: 'No route of the platform’s own follows from it.' }
}

const openingOf = (id: ActionId, situation: Situation, conversation: Conversation, subject: LegOf | undefined, draft: Draft): Opening => {
  switch (id) {
    case 'accept':
    case 'resume':
      return routeIn(subject ? onceConnected(situation, conversation, subject) : situation, draft, 'agentMessage')
    case 'disconnect':
      return routeIn(onceDisconnected(situation, conversation), draft, 'best')
    case 'assign':
    case 'leave':
      return { kind: 'condition', text: conditionOf(id) }
  }
}

const actionOf = (id: ActionId, situation: Situation, conversation: Conversation, draft: Draft): Action | undefined => {
  const subject = subjectOf(id, situation, conversation)
  // Somebody who is not in the conversation has nothing to leave.
  if (id === 'leave' && subject === undefined) return undefined
  const request = actionRequest(id, situation, conversation, subject)
  const { verdict, findings } = judge(situation, request)
  const [first] = findings
  const lacks = lacksCredentialAlone(findings) ? request.credential : undefined
  const works = verdict === 'will-work' || first === undefined
  return {
    id,
    title: titleOf(id),
    operation: operationOf[id],
    request,
    verdict: verdict === 'will-work' || verdict === 'will-fail' ? verdict : 'cannot-tell',
    reason: works
      ? promiseOf(id, subject)
      : lacks === undefined
        ? first.brief
        : `It needs a ${lacks} credential, and this connection has none.`,
    confidence: first?.confidence ?? 'documented',
    findings,
    effect: effectOf(id, conversation, subject),
    opens: openingOf(id, situation, conversation, subject, draft),
    ...(lacks === undefined ? {} : { lacks })
  }
}

/**
 * What can be done to the conversation so that a message gets into it, each with its request, its verdict by the same rules as a send, and the route
 * that it opens. Only documented operations are used.
 */
export const planActions = (situation: Situation, draft: Draft): ActionPlan => {
  const { conversation, threading, now } = situation
  if (!conversation.known) return { actions: [], impossible: undefined }
  const state = deriveState(conversation.value, threading, now)
  return {
    actions: actionsFor(state.kind).flatMap((id) => actionOf(id, situation, conversation.value, draft) ?? []),
    impossible: impossibleIn(state)
  }
}
