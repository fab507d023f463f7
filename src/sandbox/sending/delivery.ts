import type { Message, MessageContent, MessageStatus } from '../conversations/conversation'
import { setMessageStatus } from '../conversations/transitions'
import type { World } from '../world'

/** What becomes of a message after it was accepted, in milliseconds from then. */
const steps: readonly { readonly after: number; readonly status: MessageStatus }[] = [
  { after: 400, status: 'sent' },
  { after: 1200, status: 'delivery-success' }
]

export const queuedMessage = ({ ids, clock }: World, content: MessageContent): Message => ({
  id: ids.next('message'),
  time: clock.now(),
  content,
  status: 'queued',
  failure: undefined
})

/** Takes a queued message through its steps; `whenFinal` is called after the last. */
export const deliver = ({ conversations, clock }: World, conversationId: string, messageId: string, whenFinal?: () => void): void => {
  for (const [index, { after, status }] of steps.entries()) {
    clock.after(after, () => {
      conversations.change(conversationId, (conversation) => setMessageStatus(conversation, messageId, status))
      if (index === steps.length - 1) whenFinal?.()
    })
  }
}
