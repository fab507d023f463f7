import type { Conversation, DeliveryFailure, Message, MessageContent, MessageStatus } from '../conversations/conversation'
import { setMessageStatus } from '../conversations/transitions'
import type { World } from '../world'
import { channelFailure } from './channelOutcome'

// When each step is taken, in milliseconds after the message was accepted.
const sentAfter = 400
const finalAfter = 1200
/** Source: blueprint send-email-notification-when-outbound-message-fails: an absent guest’s message fails after about 30 seconds. */
const absentGuestFailsAfter = 30_000

/** It is kept all the same, and the guest gets it when they come back. */
const guestAbsent: DeliveryFailure = {
  code: 'GeneralError',
  words: 'The guest was not connected. The message waits in the session’s history.'
}

export const queuedMessage = ({ ids, clock }: World, content: MessageContent): Message => ({
  id: ids.next('message'),
  time: clock.now(),
  content,
  status: 'queued',
  failure: undefined
})

const isAbsent = ({ guests }: World, { id, messengerType }: Conversation): boolean =>
  messengerType === 'webmessaging' && !guests.isOnline(id)

/**
 * Takes a message that was just added to `conversation` through its steps, to its delivery or its failure.
 * @param conversation as it was before the message came
 * @param whenFinal called after the last step
 */
export const deliver = (world: World, conversation: Conversation, { id, content }: Message, whenFinal?: () => void): void => {
  const { conversations, clock } = world
  const refused = channelFailure(world, conversation, content)
  const becomes = (status: MessageStatus, failure?: DeliveryFailure): void => {
    conversations.changeLater(conversation.id, (before) => setMessageStatus(before, id, status, failure))
  }
  const finish = (failure: DeliveryFailure | undefined): void => {
    if (failure) becomes('delivery-failed', failure)
    else becomes('delivery-success')
    whenFinal?.()
  }

  clock.after(sentAfter, () => {
    becomes('sent')
  })
  clock.after(finalAfter, () => {
    if (refused) finish(refused)
    else if (!isAbsent(world, conversation)) finish(undefined)
    else
      clock.after(absentGuestFailsAfter - finalAfter, () => {
        finish(isAbsent(world, conversation) ? guestAbsent : undefined)
      })
  })
}
