import type { Assumption } from './assumption'

/** The life of a conversation: who comes and goes, and what arrives from the customer. */
export const lifeAssumptions = {
  'state.already-ended': {
    does: 'Answers as if it had been done, and changes nothing, when a communication or a conversation that has already ended is disconnected.',
    unknown: 'What it answers.',
    settledBy: 'Each disconnecting operation on an ended conversation of a real organisation.'
  },
  'accepted.text': {
    does: 'Answers an empty text in JSON.',
    unknown: 'What the text says: the published API has a text without a meaning as the answer.',
    settledBy: 'The operation on a real organisation.'
  },
  'recording.none': {
    does: 'Takes `active` and `paused` in either case and gives the state back; until then it is `NONE`. Nothing is recorded, and no policy is asked whether it would be.',
    unknown: 'Which recording state a message conversation has, and whether one that is not recorded can be paused.',
    settledBy: 'A pause in a message conversation with and without a recording policy on a real organisation.'
  },
  'monitor.unseen': {
    does: 'Notes the user who monitors, for as long as the conversation is there, and shows no participant for them. Answers 409 `request.conflict` when the participant has left.',
    unknown: 'As which participant a monitoring user appears, when the monitoring ends, and what monitoring somebody who has left gets.',
    settledBy: 'A monitored message conversation, read on a real organisation.'
  },
  'wrap-up.none': {
    does: 'Answers an object without fields.',
    unknown: 'What is answered while no wrap-up was assigned: an empty object or a 404.',
    settledBy: 'A GET of the wrap-up of a connected agent on a real organisation.'
  },
  'wrap-up.system-code': {
    does: 'Gives after-conversation work that ran out of time the code `SANDBOX-WRAP-UP-TIMEOUT`, and what a teardown ended `SANDBOX-WRAP-UP-TEARDOWN`.',
    unknown: 'The system’s own codes. That a teardown applies one is documented.',
    settledBy: 'A wrap-up that timed out, and a conversation that was torn down during one, read on a real organisation.'
  },
  'transfer.legs': {
    does: 'Unattended: the agent’s communication ends with `transfer` at once, and the next agent is alerted or the queue waits. Attended: it stays until the next agent accepts. An agent who does not answer in time leaves the conversation waiting in the first agent’s queue.',
    unknown: 'Which participants a transfer of a message conversation adds and when, and where an unanswered one goes.',
    settledBy: 'A message conversation read during both kinds of transfer on a real organisation.'
  },
  'transfer.participant': {
    does: 'Answers 400 `conversations.error.transfer.not.connected` to the transfer of a participant who is no agent.',
    unknown: 'What the transfer of a customer’s, a queue’s or a bot’s part gets.',
    settledBy: 'A transfer of the customer’s participant on a real organisation.'
  },
  'transfer.by-another': {
    does: 'Lets anybody with the permission hand over an agent’s part by the operations for any media. The operation for messages takes it from the agent alone, and answers `conversation.error.forbidden.not.active.participant` to everybody else.',
    unknown: 'Whether who hands over must be the agent. Only the operation for messages documents a code for it.',
    settledBy: 'A supervisor’s transfer of an agent’s conversation on a real organisation.'
  },
  'transfer.message-target': {
    does: 'Answers 400 `conversations.error.transfer.chat.external` to an external contact or address, `conversations.error.transfer.chat.voicemail` to voicemail, and `conversation.error.disallowed.transfer.destination` to an address that is no user and no queue.',
    unknown: 'What these get for a message conversation. The codes are documented for chats, and for addresses in general.',
    settledBy: 'Each of these transfers of a message conversation on a real organisation.'
  },
  'assign.alerts': {
    does: 'Alerts the user. Answers 400 `operation.failed` to a conversation that does not wait in a queue, and `invalid.status` to a user who is not on queue. The user’s other conversations and queues play no part.',
    unknown:
      'Whether the user is alerted or connected, which statuses allow it, whether the user must be a member of the queue, and whether utilisation counts.',
    settledBy: 'A manual assignment in each of these cases on a real organisation.'
  },
  'reply.end-time': {
    does: 'Connects a new communication for the customer in the conversation that had ended. Its `endTime` is absent from then on.',
    unknown: 'Whether `endTime` is cleared when a customer’s reply continues an ended conversation.',
    settledBy: 'An ended conversation, read before and after the customer’s reply, on a real organisation.'
  },
  'inbound.entry': {
    does: 'Gives the conversation to the queue of its last agent, that agent first; else to the bot of the address; else to the organisation’s first queue. The bot answers once and hands over at the next message, or when asked for a person. Agents are on queue until a routing status says otherwise.',
    unknown: 'Nothing: this is what the organisation’s flows and routing would decide.',
    settledBy: 'Nothing needs to: each organisation builds its own flows.'
  },
  'inbound.open-answer': {
    does: 'Answers 200 with the message as it was taken, with an id of the sandbox’s own.',
    unknown: 'When the answer is a 200 and when a 202. Both have the same body.',
    settledBy: 'An inbound open message on a real organisation.'
  },
  'inbound.prefetch': {
    does: 'Fills in `conversationId` in the answer when `prefetchConversationId` is true, and leaves it out otherwise.',
    unknown: 'Whether it is there without the parameter.',
    settledBy: 'An inbound open message with and without the parameter on a real organisation.'
  },
  'inbound.open-structured': {
    does: 'Answers 400 `constraint.validation` to a structured reply that is sent as a message.',
    unknown: 'The code. That it is refused with a 400 is reported on Genesys’ community.',
    settledBy: 'A button response sent to `/inbound/open/message` on a real organisation.'
  },
  'receipt.status': {
    does: 'Sets `sent`, `published`, `delivery-success`, `read`, `delivery-failed` and `removed`, with the first reason as `errorInfo`, and never takes a message back to an earlier one; a failure is later than a delivery. Answers 400 `invalid.value` to a receipt for a message that is not there.',
    unknown:
      'Whether a failed receipt gives `failed` or `delivery-failed`, what a late receipt does, and what one for an unknown message gets.',
    settledBy: 'Receipts in each order on a real organisation.'
  },
  'typing.limit': {
    does: 'Answers 429 `too.many.requests` to the thirteenth typing event of a conversation within a minute.',
    unknown: 'The code. The limit of 12 is known at second hand.',
    settledBy: 'Thirteen typing events in a minute on a real organisation.'
  },
  'routing-status.changes': {
    does: 'Takes `IDLE` for on queue and `OFF_QUEUE`, and refuses the others. An unanswered alert makes it `NOT_RESPONDING`. Presence plays no part.',
    unknown: 'Which statuses can be written.',
    settledBy: 'A PUT of each routing status on a real organisation.'
  }
} as const satisfies Record<string, Assumption>
