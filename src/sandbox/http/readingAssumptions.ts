import type { Conversation } from '../conversations/conversation'
import { wrapUpIsPending } from '../conversations/reading'
import { hasSystemWrapUp } from '../conversations/systemWrapUps'
import { assumeFor, type RequestContext } from './environment'

/** Notes what a record of this conversation rests on. */
export const assumeForReading = (c: RequestContext, conversation: Conversation): void => {
  const assume = assumeFor(c)
  if (conversation.messengerType === 'webmessaging') assume('webmessaging.addresses')
  if (wrapUpIsPending(conversation)) assume('wrap-up.end-time')
  if (hasSystemWrapUp(conversation)) assume('wrap-up.system-code')
}
