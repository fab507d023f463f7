import { customerLeg, type Conversation } from '../../model/conversation'
import { unknown, type Known } from '../../model/fact'
import { formatInstant } from '../../model/instant'
import { replyWindowEnd } from '../../model/state'
import { outboundPath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { answerEvidence, endEvidence, legEvidence } from '../evidence'
import type { Send } from '../send'
import { answers } from './answer/answerRule'
import { cannotTell, fails, warns, type Observation, type Rule } from '../rule'

type NewSend = Exclude<Send, { readonly kind: 'agentMessage' }>

const newSendOf = ({ send }: Attempt): NewSend | undefined => (send === undefined || send.kind === 'agentMessage' ? undefined : send)

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

/** The recipient's conversation, when nobody is left in it. */
const endedConversationOf = (attempt: Attempt, send: NewSend): Known<Conversation> | undefined => {
  const { conversation } = attempt.situation
  const state = stateForSend(attempt, send)
  const over = ['endedWindowOpen', 'endedWindowOver', 'ended', 'wrapUpPending']
  return conversation.known && state.known && over.includes(state.value.kind) ? conversation : undefined
}

const activeCodes = ['active.conversation'] as const

const active: Rule = {
  id: 'agentless.active',
  about:
    'A conversation with the recipient is in progress: 400 “active.conversation”. Join it by the flag of agentless, or send as its agent.',
  phase: 'response',
  title: 'A conversation with this recipient is in progress',
  refusedWith: activeCodes,
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: activeCodes, message: /(?:alerting or connected|active) conversation is already in progress/i })
      ? fails(
          'A conversation with this recipient is alerting or connected.',
          `On agentless, set “useExistingActiveConversation”: true to join it. POST ${outboundPath} cannot start another one: send as the agent who is connected, or wait.`,
          answerEvidence(attempt)
        )
      : undefined,
  foresee: (attempt): Observation | undefined => {
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

const existingCodes = ['existing.conversation'] as const

const continueIt =
  'On POST /conversations/messages, set “useExistingConversation”: true to continue it. Agentless documents no such flag: wait until the window is over.'

const existing: Rule = {
  id: 'outbound.existing',
  about: 'The recipient’s ended conversation is inside its reply window: 400 “existing.conversation”. Set the flag that continues it.',
  phase: 'response',
  title: 'The ended conversation is inside its reply window',
  refusedWith: existingCodes,
  confidence: 'documented',
  sources: [sources.openapi, sources.onBehalfOfQueue],
  look: (attempt) =>
    answers(attempt, { codes: existingCodes })
      ? fails('The recipient’s conversation has ended, and its reply window is still open.', continueIt, answerEvidence(attempt))
      : undefined,
  foresee: (attempt) => {
    const send = newSendOf(attempt)
    if (send?.kind !== 'outbound' || send.useExistingConversation) return undefined
    const ended = endedConversationOf(attempt, send)
    if (!ended) return undefined
    const until = replyWindowEnd(ended.value, attempt.situation.threading)
    if (until === undefined)
      return cannotTell(
        'whether the reply window is open',
        attempt.situation.threading.known ? unknown('The conversation’s end is not known.') : attempt.situation.threading,
        'Read GET /api/v2/conversations/messaging/threadingtimeline, or set “useExistingConversation”: true.'
      )
    return attempt.situation.now < until
      ? fails(
          `The reply window is open until ${formatInstant(until)}: the answer is 400 “existing.conversation”.`,
          continueIt,
          endEvidence(ended)
        )
      : undefined
  }
}

const agentlessInsideWindow: Rule = {
  id: 'agentless.window',
  about: 'Whether agentless continues an ended conversation inside its reply window, or is refused, is not documented.',
  phase: 'preflight',
  title: 'Whether it continues the ended conversation is not documented',
  confidence: 'not-documented',
  sources: [sources.openapi, sources.threading],
  look: (attempt) => {
    const send = newSendOf(attempt)
    if (send?.kind !== 'agentless') return undefined
    const ended = endedConversationOf(attempt, send)
    const until = ended && replyWindowEnd(ended.value, attempt.situation.threading)
    return ended && until !== undefined && attempt.situation.now < until
      ? warns(
          'The published API lists 400 “existing.conversation” for agentless too, yet documents no flag that allows it. The help text implies that the message continues the conversation.',
          'If it is refused so, wait until the window is over. What the organisation answers settles it.',
          endEvidence(ended)
        )
      : undefined
  }
}

export const recipientRules: readonly Rule[] = [active, existing, agentlessInsideWindow]
