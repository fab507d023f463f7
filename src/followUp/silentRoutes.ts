import { formatInstant } from '../model/instant'
import type { ConversationState } from '../model/state'
import type { SilentRoute } from './route'

const base = { verdict: 'wait', confidence: 'documented', findings: [] } as const

const waitReason = (state: ConversationState): string | undefined => {
  switch (state.kind) {
    case 'endedWindowOpen':
      return `A message from them until ${formatInstant(state.until)} continues this conversation; later it starts a new one.`
    case 'endedWindowOver':
      return `The reply window was over at ${formatInstant(state.since)}: their next message starts a new conversation.`
    case 'ended':
    case 'wrapUpPending':
      return 'Their next message continues this conversation while the reply window is open (72 h unless the organisation has set another), and starts a new one later.'
    default:
      return undefined
  }
}

/** Waiting for the customer, where their next message is what continues the conversation. */
export const waiting = (state: ConversationState): readonly SilentRoute[] => {
  const reason = waitReason(state)
  return reason === undefined ? [] : [{ ...base, id: 'wait', title: 'Wait for the customer', reason }]
}

/** Another channel, for a customer whom no route of this one reaches. */
export const otherChannel: SilentRoute = {
  ...base,
  id: 'otherChannel',
  title: 'Use another channel',
  reason:
    'If you have another address of theirs: POST /api/v2/conversations/emails/agentless, or an agentless SMS (POST /api/v2/conversations/messages/agentless), both with a client credential.'
}
