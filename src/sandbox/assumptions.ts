/** Something that the platform does and nobody has documented, and what the sandbox does about it. */
export interface Assumption {
  /** What the sandbox does. */
  readonly does: string
  /** What is not documented. */
  readonly unknown: string
  /** What would settle it. */
  readonly settledBy: string
}

const table = {
  'oauth.refusal-status': {
    does: 'Answers 401 with `invalid_client` to a wrong client id or secret, and 400 with `unsupported_grant_type` to a grant other than client credentials. The body carries both `description` and `error_description`.',
    unknown: 'The status, and which of the two fields carries the words. The codes and the 401 are those of RFC 6749, section 5.2.',
    settledBy: 'One token request with a wrong secret, recorded on a real organisation.'
  },
  'credential.user-required': {
    does: 'Answers 400 `not.a.user` to a client’s token.',
    unknown: 'What a client’s token gets here. The operation needs a user, and the published API lists no code for a token that has none.',
    settledBy: 'The same request with a client-credentials token on a real organisation.'
  },
  'path.id-format': {
    does: 'Answers 400 `invalid.value` to an id in the path that is no UUID.',
    unknown: 'Whether such an id gets a 400 or a 404, and with which code.',
    settledBy: 'A GET of a conversation with the id `abc` on a real organisation.'
  },
  'path.method': {
    does: 'Answers 404 `not.found` to a path that exists with other methods only.',
    unknown: 'Whether that is a 404 or a 405. The published API lists no 405.',
    settledBy: 'A DELETE of `/api/v2/conversations/messages/agentless` on a real organisation.'
  },
  'body.unknown-field': {
    does: 'Refuses a field that the request model does not have, with 400 `invalid.property`, and names it.',
    unknown:
      'Whether each operation refuses unknown fields or passes over them. The code is documented for every operation, the policy for none.',
    settledBy: 'An agentless send with one field too many on a real organisation.'
  },
  'body.field-code': {
    does: 'Answers 400 `constraint.validation` to a required field that is missing, and 400 `invalid.value` to one of the wrong type.',
    unknown: 'Which of the documented codes a missing or mistyped field gets.',
    settledBy: 'Each send without a required field, and with a number for a text, on a real organisation.'
  },
  'body.unknown-reference': {
    does: 'Answers 400 `invalid.value` when an address or an id in the body names nothing that the organisation has.',
    unknown:
      'The code for a sender’s address that is not provisioned, for a web deployment that is not there or not active, and for a queue or an external contact that is not there.',
    settledBy: 'A send for each of them on a real organisation.'
  },
  'body.channel-fields': {
    does: 'Answers 400 `constraint.validation` when a channel needs a field that is missing or does not take one that is there, and 400 `invalid.phone.number` to an agentless SMS whose recipient is not in E.164 form.',
    unknown:
      'The codes. That web messaging takes `externalContactId` and never `toAddress`, that SMS needs a text and WhatsApp a template is documented.',
    settledBy: 'An agentless send with each mistake on a real organisation.'
  },
  'text.two-limits': {
    does: 'Accepts it: the limits here are 765 characters for SMS, 2,000 for Facebook, 3,999 for web messaging, and 4,000 for WhatsApp and open messaging.',
    unknown:
      'Which limit holds. The field’s documentation says 2,000 for every channel but SMS; the limits page, the agent’s desktop and an error text say 4,000.',
    settledBy: 'Texts of 2,001 and of 4,000 characters, per channel, on a real organisation.'
  },
  'text.blank': {
    does: 'Takes a text of nothing but white space for an empty one, and refuses it.',
    unknown: 'Whether white space counts as a text.',
    settledBy: 'A text of one space on a real organisation.'
  },
  'agent-send.not-connected': {
    does: 'Answers 409 `request.conflict`.',
    unknown:
      'What an agent’s send gets when the conversation has ended or the communication is not connected. 409 `request.conflict`, 400 `not.found` and 404 are all possible by the published API.',
    settledBy: 'An agent’s send on a conversation that has just ended, and on one that is still alerting, on a real organisation.'
  },
  'agent-send.not-an-agents': {
    does: 'Answers 400 `not.found` to a communication that exists but is not an agent’s: the customer’s, the queue’s or a bot’s.',
    unknown: 'What a communication of somebody else gets.',
    settledBy: 'An agent’s send on the customer’s communication on a real organisation.'
  },
  'agent-send.another-user': {
    does: 'Accepts it, in the name of the user who sent it.',
    unknown: 'Whether a user may send on a communication of another agent.',
    settledBy: 'A supervisor’s send on an agent’s communication on a real organisation.'
  },
  'agent-send.one-content': {
    does: 'Answers 400 `constraint.validation` when none, or more than one, of `textBody`, `mediaIds` and `messagingTemplate` is there.',
    unknown: 'The code. That only one is accepted is documented.',
    settledBy: 'A send with a text and a template on a real organisation.'
  },
  'content.media': {
    does: 'Answers 400 `not.found` to every media id: nothing can be uploaded here yet.',
    unknown: 'The code for a media id that is not there.',
    settledBy: 'A send with a made-up media id on a real organisation.'
  },
  'content.template': {
    does: 'Accepts any `responseId` and records it as the message: there are no canned responses here yet.',
    unknown: 'The code for a `responseId` that is not there.',
    settledBy: 'A send with a made-up `responseId` on a real organisation.'
  },
  'recipient.active': {
    does: 'Takes a conversation for an active one although its agent has parked it, or has a communication in a state that no list has.',
    unknown: 'Whether the “alerting or connected” of the error text covers these.',
    settledBy: 'An agentless send to a customer whose conversation is parked on a real organisation.'
  },
  'agentless.continues': {
    does: 'Continues the conversation that ended inside the reply window, under its id. Its `endTime` is absent while the message is on its way.',
    unknown:
      'Whether it continues, starts a new one, or is refused with `existing.conversation`, which is listed for it without a flag that would accept it. Genesys help implies that it continues.',
    settledBy: 'An agentless send an hour after the end, on a real organisation.'
  },
  'agentless.legs': {
    does: 'Adds an `api` participant with an outbound communication, and gives the customer a new communication if nobody was left. Both disconnect when the delivery is final and nobody else is there; the conversation ends again with a new `endTime`.',
    unknown: 'Which participants an agentless message adds, how long they stay, and whether `endTime` moves.',
    settledBy: 'The conversation read before, during and after an agentless send on a real organisation.'
  },
  'delivery.pace': {
    does: 'Has each message queued at once, sent after 400 ms and delivered after 1,200 ms. Every delivery succeeds.',
    unknown: 'How long each step takes: “typically seconds” to sent, then “minutes, hours or days”.',
    settledBy: 'Nothing needs to: the sandbox is quick on purpose.'
  },
  'outbound.legs': {
    does: 'Connects an agent’s communication for the user at once, and a new one for the customer if nobody was left.',
    unknown: 'Whether the agent’s communication alerts first, and what becomes of the customer’s old one.',
    settledBy: 'An outbound conversation with `useExistingConversation`, read at once, on a real organisation.'
  },
  'conversation.patch': {
    does: 'Answers 400 `bad.request` to a state other than `disconnected` and to a body without a state, and 200 without a change to a conversation that has already ended.',
    unknown: 'The codes. That no other state is valid is documented.',
    settledBy: 'A PATCH with `connected`, and one on an ended conversation, on a real organisation.'
  },
  'participant.patch': {
    does: 'Answers 400 `conversation.participant.update.invalid` to a state that the participant cannot take: one other than connected and disconnected, a communication that is neither alerting nor connected, or another user’s alert.',
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
  },
  'analytics.limits': {
    does: 'Answers 400 `bad.request` to an interval that is missing, no ISO 8601 interval, or longer than 31 days, and to pages of more than 100 rows.',
    unknown: 'The numbers and the codes: they are well known and stand in no published document.',
    settledBy: 'A query over 32 days and one with a page size of 101 on a real organisation.'
  }
} as const satisfies Record<string, Assumption>

export type AssumptionId = keyof typeof table

/** Every choice that the sandbox makes where the platform is not documented. An answer that rests on one names it in `x-sandbox-assumption`. */
export const assumptions: Readonly<Record<AssumptionId, Assumption>> = table

/** Notes that what is being done rests on an assumption. A refusal names its own instead. */
export type Assume = (id: AssumptionId) => void
