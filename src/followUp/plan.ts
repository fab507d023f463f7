import { attemptOf } from '../diagnosis/attempt'
import { diagnose, type Diagnosis } from '../diagnosis/diagnose'
import type { Finding } from '../diagnosis/finding'
import { connectedAgentLeg, messengerTypeOf } from '../model/conversation'
import { known, type Fact } from '../model/fact'
import { formatInstant } from '../model/instant'
import type { CredentialKind, Situation } from '../model/situation'
import { deriveState, type ConversationState } from '../model/state'
import { agentlessChannels, channelLabel, outboundChannels } from '../platform/channels'
import { agentlessPath, agentMessagePath, outboundPath } from '../platform/messagingOperations'
import { agentlessRequest, agentMessageRequest, outboundRequest } from './requests'
import type { Draft, PlannedRequest, Route, SendingRoute, WaitingRoute } from './route'

type SendingId = SendingRoute['id']

/** Stands in for the text while routes are compared: what is wrong with a text is said at the text. */
const anyText = 'A follow-up'

const operationPath: Readonly<Record<SendingId, string>> = {
  agentMessage: agentMessagePath,
  agentless: agentlessPath,
  outbound: outboundPath
}

const credentialFor = ({ credentials }: Situation, kind: CredentialKind): Fact<CredentialKind | 'none'> =>
  credentials.known
    ? known(credentials.value.some((credential) => credential.kind === kind) ? kind : 'none', credentials.from)
    : credentials

/** What the rules say of a planned request in this situation. */
const judge = (situation: Situation, request: PlannedRequest): Diagnosis =>
  diagnose(
    attemptOf(
      situation,
      {
        request: {
          method: request.method,
          url: request.path,
          apiPath: request.path,
          authorisation: 'bearer',
          body: { kind: 'json', value: request.body }
        },
        response: undefined
      },
      credentialFor(situation, request.credential)
    )
  )

const stateOf = ({ conversation, threading, now }: Situation): ConversationState | undefined =>
  conversation.known ? deriveState(conversation.value, threading, now) : undefined

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

const conditions: Readonly<Record<SendingId, string>> = {
  agentMessage: 'Works while an agent’s communication is connected, with that user’s token.',
  agentless: `Works when nobody is connected, for ${agentlessChannels.map(channelLabel).join(', ')}, with a client’s token.`,
  outbound: `Opens a conversation for an agent, for ${outboundChannels.map(channelLabel).join(', ')}, with a user’s token. The text follows as the agent’s message.`
}

/** Why a route works, as a sentence with the names of what it uses. */
const promise = (id: SendingId, situation: Situation, request: PlannedRequest): string => {
  const credential = situation.credentials.known
    ? situation.credentials.value.find(({ kind }) => kind === request.credential)?.name
    : undefined
  const withCredential = credential === undefined ? '' : `, with the ${request.credential} credential “${credential}”`
  switch (id) {
    case 'agentMessage': {
      const agent = situation.conversation.known ? connectedAgentLeg(situation.conversation.value) : undefined
      return `Sent on the connected communication of ${agent?.participant.name ?? 'the agent'}${withCredential}.`
    }
    case 'agentless': {
      if (request.body['toAddressMessengerType'] !== 'webmessaging')
        return `Sent from ${String(request.body['fromAddress'])} to ${String(request.body['toAddress'])}${withCredential}.`
      const deployment = situation.deployments.known
        ? situation.deployments.value.find(({ id: deploymentId }) => deploymentId === request.body['fromAddress'])?.name
        : undefined
      return `Sent from the deployment${deployment === undefined ? '' : ` “${deployment}”`} to the guest’s external contact${withCredential}.`
    }
    case 'outbound':
      return `Opens the conversation for the agent${withCredential}. It sends no text: the text follows as the agent’s message.`
  }
}

const openQuestions = (findings: readonly Finding[]): string =>
  findings
    .filter(({ severity, confidence }) => confidence === 'not-documented' && (severity === 'warning' || severity === 'info'))
    .map(({ title }) => ` ${title}.`)
    .join('')

const sendingRoute = (id: SendingId, situation: Situation, state: ConversationState | undefined, draft: Draft): SendingRoute => {
  const base = {
    id,
    title: titleOf(id, situation),
    operation: { method: 'POST', path: operationPath[id] },
    request: requestFor(id, situation, state, draft)
  }
  if (!situation.conversation.known)
    return { ...base, verdict: 'cannot-tell', reason: conditions[id], confidence: 'documented', findings: [] }

  const { verdict, findings } = judge(situation, requestFor(id, situation, state, { ...draft, text: anyText }))
  const [first] = findings
  if (verdict === 'will-work' || first === undefined)
    return {
      ...base,
      verdict: 'will-work',
      reason: promise(id, situation, base.request) + openQuestions(findings),
      confidence: 'documented',
      findings
    }
  return {
    ...base,
    verdict: verdict === 'will-fail' ? 'will-fail' : 'cannot-tell',
    reason: first.brief,
    confidence: first.confidence,
    findings
  }
}

const waitingRoute = (state: ConversationState | undefined): WaitingRoute | undefined => {
  const base = { id: 'wait', title: 'Wait for the customer', verdict: 'wait', confidence: 'documented', findings: [] } as const
  switch (state?.kind) {
    case 'endedWindowOpen':
      return {
        ...base,
        reason: `A message from them until ${formatInstant(state.until)} continues this conversation; later it starts a new one.`
      }
    case 'endedWindowOver':
      return {
        ...base,
        reason: `The reply window was over at ${formatInstant(state.since)}: their next message starts a new conversation.`
      }
    case 'ended':
    case 'wrapUpPending':
      return {
        ...base,
        reason:
          'Their next message continues this conversation while the reply window is open (72 h unless the organisation has set another), and starts a new one later.'
      }
    default:
      return undefined
  }
}

const rank = (route: Route): number => ({ 'will-work': 0, 'cannot-tell': 1, wait: 2, 'will-fail': 3 })[route.verdict]

/** Every way to follow up in this situation, best first. A route's verdict does not weigh the text: `textProblem` does. */
export const plan = (situation: Situation, draft: Draft): readonly Route[] => {
  const state = stateOf(situation)
  const sending = (['agentMessage', 'agentless', 'outbound'] as const).map((id) => sendingRoute(id, situation, state, draft))
  const wait = waitingRoute(state)
  const unranked: readonly Route[] = situation.conversation.known
    ? sending
    : [...sending].sort((a, b) => Number(b.id === 'agentless') - Number(a.id === 'agentless'))
  return [...unranked, ...(wait ? [wait] : [])].sort((a, b) => rank(a) - rank(b))
}

/** What is wrong with the text that would be sent by `route`; `undefined` when nothing is. */
export const textProblem = (situation: Situation, route: SendingRoute): Finding | undefined =>
  judge(situation, route.request).findings.find(({ rule, severity }) => rule.startsWith('text.') && severity === 'error')
