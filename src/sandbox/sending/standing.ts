import type { AssumptionId } from '../assumptions'
import type { Conversation } from '../conversations/conversation'
import type { Recipient } from '../conversations/conversationStore'
import { businessSide, isActive, lastDisconnect } from '../conversations/reading'
import type { World } from '../world'

/** How the organisation stands with a recipient when something is to be sent. */
export type Standing =
  | { readonly kind: 'active'; readonly conversation: Conversation; readonly restsOn: readonly AssumptionId[] }
  /** Ended, and a message now would continue it. */
  | { readonly kind: 'windowOpen'; readonly conversation: Conversation }
  /** Nothing to continue: a message starts a new conversation. */
  | { readonly kind: 'none' }

const minute = 60_000

const isAlertingOrConnected = (conversation: Conversation): boolean =>
  businessSide(conversation).some(({ legs }) => legs.some(({ state }) => state.name === 'alerting' || state.name === 'connected'))

export const standingWith = ({ organisation, conversations, clock }: World, recipient: Recipient): Standing => {
  const conversation = conversations.latestWith(recipient)
  if (conversation === undefined) return { kind: 'none' }
  if (isActive(conversation)) {
    return { kind: 'active', conversation, restsOn: isAlertingOrConnected(conversation) ? [] : ['recipient.active'] }
  }
  const window = (organisation.threading.minutes.get(conversation.messengerType) ?? organisation.threading.defaultMinutes) * minute
  const ended = lastDisconnect(conversation) ?? conversation.startTime
  return clock.now() < ended + window ? { kind: 'windowOpen', conversation } : { kind: 'none' }
}
