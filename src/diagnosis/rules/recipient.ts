import { customerLeg, type Conversation } from '../../model/conversation'
import { unknown } from '../../model/fact'
import { formatInstant } from '../../model/instant'
import { outboundPath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { answerEvidence, endEvidence, legEvidence } from '../evidence'
import type { Send } from '../send'
import { cannotTell, fails, notes, warns, type Observation, type Rule } from '../rule'

type NewSend = Exclude<Send, { readonly kind: 'agentMessage' }>

const newSendOf = ({ send, exchange }: Attempt): NewSend | undefined =>
  send === undefined || send.kind === 'agentMessage' || exchange.response ? undefined : send

const digits = (address: string): string => address.replace(/[^\da-z]/gi, '').toLowerCase()

/** True when the send goes to the customer of this conversation. */
const goesTo = (conversation: Conversation, send: NewSend): boolean => {
  const customer = customerLeg(conversation)
  if (!customer) return false
  const contact = send.kind === 'agentless' ? send.externalContactId : undefined
  if (contact !== undefined && contact === customer.participant.externalContactId) return true
  return (
    send.toAddress !== undefined && customer.leg.fromAddress !== undefined && digits(send.toAddress) === digits(customer.leg.fromAddress)
  )
}

const joinsActive = (send: NewSend): boolean => send.kind === 'agentless' && send.useExistingActiveConversation

const howToJoin = (send: NewSend): string =>
  send.kind === 'agentless'
    ? 'Set “useExistingActiveConversation”: true to join it, or send as the agent who is connected.'
    : 'It cannot be started while the other one is active: send as the agent who is connected, or wait until it has ended.'

/** The state of the recipient's conversation, for the rules that need it. */
const stateForSend = (attempt: Attempt, send: NewSend): Attempt['state'] => {
  const { conversation } = attempt.situation
  if (!conversation.known) return attempt.state
  return goesTo(conversation.value, send)
    ? attempt.state
    : unknown('The conversation at hand is with somebody else, or the request does not name its recipient.')
}

const active: Rule = {
  id: 'agentless.active',
  phase: 'response',
  title: 'A conversation with this recipient is in progress',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt): Observation | undefined => {
    const { error } = attempt.exchange.response ?? {}
    if (
      error?.code === 'active.conversation' ||
      /(?:alerting or connected|active) conversation is already in progress/i.test(error?.message ?? '')
    )
      return fails(
        'A conversation with this recipient is alerting or connected.',
        `On agentless, set “useExistingActiveConversation”: true to join it. POST ${outboundPath} cannot start another one: send as the agent who is connected, or wait.`,
        answerEvidence(attempt)
      )
    const send = newSendOf(attempt)
    if (!send || joinsActive(send)) return undefined
    const state = stateForSend(attempt, send)
    if (!state.known)
      return cannotTell(
        'whether a conversation with this recipient is in progress',
        state,
        'Read the recipient’s conversation before sending.'
      )
    const { conversation } = attempt.situation
    const from = conversation.known ? conversation.from.source : ''
    switch (state.value.kind) {
      case 'connected':
      case 'alerting':
      case 'parked':
        return fails('The conversation with this recipient is active: the answer is 400 “active.conversation”.', howToJoin(send), [
          legEvidence(state.value.agent, from)
        ])
      case 'queued':
        return fails('The conversation with this recipient waits in a queue: the answer is 400 “active.conversation”.', howToJoin(send), [
          legEvidence(state.value.queue, from)
        ])
      case 'automated':
        return fails('A flow holds the conversation with this recipient: the answer is 400 “active.conversation”.', howToJoin(send), [
          legEvidence(state.value.automation, from)
        ])
      case 'unknown':
        return cannotTell(
          'whether the conversation with this recipient is in progress',
          unknown(state.value.why),
          'Read the recipient’s conversation before sending.'
        )
      case 'wrapUpPending':
      case 'ended':
      case 'endedWindowOpen':
      case 'endedWindowOver':
        return undefined
    }
  }
}

const existing: Rule = {
  id: 'outbound.existing',
  phase: 'response',
  title: 'The ended conversation is inside its reply window',
  confidence: 'documented',
  sources: [sources.openapi, sources.onBehalfOfQueue],
  look: (attempt) => {
    const remedy = 'Set “useExistingConversation”: true to continue it, or wait until the window is over.'
    if (attempt.exchange.response?.error?.code === 'existing.conversation')
      return fails('The recipient’s conversation has ended, and its reply window is still open.', remedy, answerEvidence(attempt))
    const send = newSendOf(attempt)
    if (send?.kind !== 'outbound' || send.useExistingConversation) return undefined
    const state = stateForSend(attempt, send)
    const { conversation } = attempt.situation
    if (!state.known || !conversation.known) return undefined
    if (state.value.kind === 'ended')
      return cannotTell(
        'whether the reply window is open',
        unknown('The threading timeline could not be read.'),
        'Read GET /api/v2/conversations/messaging/threadingtimeline, or set “useExistingConversation”: true.'
      )
    return state.value.kind === 'endedWindowOpen'
      ? fails(
          `The reply window is open until ${formatInstant(state.value.until)}: the answer is 400 “existing.conversation”.`,
          remedy,
          endEvidence(conversation)
        )
      : undefined
  }
}

const agentlessInsideWindow: Rule = {
  id: 'agentless.window',
  phase: 'preflight',
  title: 'Whether it continues the ended conversation is not documented',
  confidence: 'not-documented',
  sources: [sources.openapi, sources.threading],
  look: (attempt) => {
    const send = newSendOf(attempt)
    if (send?.kind !== 'agentless') return undefined
    const state = stateForSend(attempt, send)
    return state.known && state.value.kind === 'endedWindowOpen'
      ? warns(
          'The published API lists 400 “existing.conversation” for agentless too, yet documents no flag that allows it. The help text implies that the message continues the conversation.',
          'If it is refused so, wait until the window is over. What the organisation answers settles it.'
        )
      : undefined
  }
}

const webMessagingEffect: Rule = {
  id: 'agentless.webmessaging-effect',
  phase: 'preflight',
  title: 'How the guest sees it is not documented',
  confidence: 'not-documented',
  sources: [sources.models, sources.sdk],
  look: (attempt) => {
    const send = newSendOf(attempt)
    return send?.kind === 'agentless' && send.messengerType === 'webmessaging'
      ? notes(
          'Agentless takes web messaging since June 2026. Whether every organisation has it, and how a guest whose session is read-only, expired or offline sees the message, is not documented.',
          'Send to a guest of your own first, and look at the messenger.'
        )
      : undefined
  }
}

export const recipientRules: readonly Rule[] = [active, existing, agentlessInsideWindow, webMessagingEffect]
