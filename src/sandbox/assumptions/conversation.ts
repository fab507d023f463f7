import type { Assumption } from './assumption'

/** How a conversation is read and changed. */
export const conversationAssumptions = {
  'conversation.patch': {
    does: 'Answers 400 `bad.request` to a state other than `disconnected`, to a body with neither a state nor a recording state, to one with both, and to a recording state when the conversation has ended; and 200 without a change to a conversation that has already ended.',
    unknown: 'The codes. That no other state is valid is documented.',
    settledBy: 'A PATCH with `connected`, and one on an ended conversation, on a real organisation.'
  },
  'participant.patch': {
    does: 'Answers 400 `conversation.participant.update.invalid` to a state that the participant cannot take: one other than connected and disconnected, a communication that is neither alerting nor connected, or another user’s alert. Likewise to a wrap-up without a code or of somebody who is no agent.',
    unknown: 'Which code each of these gets.',
    settledBy: 'The same requests on a real organisation.'
  },
  'wrap-up.end-time': {
    does: 'Leaves `endTime` and `conversationEnd` out while an agent owes after-conversation work.',
    unknown: 'Whether after-conversation work keeps a conversation from having ended.',
    settledBy: 'A conversation read during after-conversation work on a real organisation.'
  },
  'webmessaging.addresses': {
    does: 'Gives the customer’s communication the web deployment’s id as its `toAddress` and an opaque id as its `fromAddress`.',
    unknown: 'Whether the address that a web messaging customer writes to is the web deployment’s id.',
    settledBy: 'Any web messaging conversation read on a real organisation.'
  },
  'messages.bulk-unknown': {
    does: 'Leaves ids that the conversation does not have out of the answer.',
    unknown: 'Whether an unknown id is left out or refused.',
    settledBy: 'A bulk read with one made-up id on a real organisation.'
  },
  'messages.bulk-limit': {
    does: 'Answers 400 `bad.request` to more than 1,000 ids.',
    unknown: 'The code. The limit is documented.',
    settledBy: 'A bulk read of 1,001 ids on a real organisation.'
  }
} as const satisfies Record<string, Assumption>
