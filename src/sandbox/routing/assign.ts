import type { Conversation } from '../conversations/conversation'
import { documented } from '../documentedErrors'
import type { User } from '../organisation/organisation'
import { Refusal } from '../refusal'
import type { World } from '../world'
import { alert, waitingIn } from './offer'

/**
 * `POST /conversations/{conversationId}/assign`: the conversation that waits in a queue is offered to `user`, past everybody else.
 * Source: published OpenAPI, text and error codes of the operation.
 */
export const assign = (world: World, conversation: Conversation, user: User): void => {
  const waiting = waitingIn(conversation)
  if (waiting === undefined) {
    throw new Refusal(documented.assignFailed, 'The conversation does not wait in a queue.', { restsOn: ['assign.alerts'] })
  }
  const queue = world.organisation.queues.find(({ id }) => id === waiting.acd.queueId)
  if (queue === undefined) throw new Refusal(documented.resourceNotFound, 'The queue that the conversation waits in is no longer there.')
  if (!queue.manualAssignment) throw new Refusal(documented.assignNotEnabled, `Manual assignment is not enabled for ${queue.name}.`)
  if (world.routingStatuses.of(user.id) !== 'onQueue') {
    throw new Refusal(documented.assignStatus, `${user.name} is not on queue.`, { restsOn: ['assign.alerts'] })
  }
  world.conversations.change(conversation.id, (before) => alert(world, before, user, queue))
}
