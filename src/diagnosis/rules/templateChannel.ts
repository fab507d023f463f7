import { messengerTypeOf } from '../../model/conversation'
import type { Attempt } from '../attempt'

/** The channel of a send that carries a template; `undefined` for any other request, and where the channel is not known. */
export const templateChannel = ({ send, situation: { conversation } }: Attempt): string | undefined => {
  if (send?.body?.template === undefined) return undefined
  if (send.kind !== 'agentMessage') return send.messengerType
  return conversation.known ? messengerTypeOf(conversation.value) : undefined
}
