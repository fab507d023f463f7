import type { Assumption } from './assumption'

/** The three sends, and what becomes of a message. */
export const sendingAssumptions = {
  'text.two-limits': {
    does: 'Accepts it: the limits here are 765 characters for SMS, 1,000 for Instagram, 2,000 for Facebook and X, 3,999 for web messaging, and 4,000 for WhatsApp and open messaging.',
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
    does: 'Answers 400 `not.found` to a media id that is not there, is another communication’s, or whose file is not uploaded or not what was announced; 400 `media.too.large` to more than 10 MB, on every channel; and 400 `bad.request` to a type that the channel’s supported content does not have.',
    unknown: 'The codes, apart from that of a file that is too large, and how large a file may be on each channel.',
    settledBy:
      'Sends with a made-up media id, with a file that was not uploaded, and with a type that the channel does not take, on a real organisation.'
  },
  'content.template': {
    does: 'Answers 400 `invalid.value` to a `responseId` that is not there, and 400 `constraint.validation` to a response that is no WhatsApp template on WhatsApp, and no invitation on Apple Messages.',
    unknown: 'The codes. That an invitation without its object gets `response.missing.apple.invitation` is documented.',
    settledBy: 'Sends with a made-up `responseId` and with that of a plain text on a real organisation.'
  },
  'content.template-parameters': {
    does: 'Accepts it. A value fills in every place of its list that has its id, and `parameters` is `bodyParameters`; cards are counted from 0; an empty value fills nothing; a default stands in every place that has its id; no list fills in footers, labels, phone numbers, payloads and the headers of cards. What the template has no place for is passed over. With a place that stays empty, WhatsApp does not deliver it: 132000.',
    unknown:
      'Whether the platform refuses such a send instead, from which number cards are counted, for which button a value is when two have the same id, and what becomes of places that no list is documented for.',
    settledBy: 'Sends of a template with two buttons, of one with cards, and of each with a value left out, on a real organisation.'
  },
  'apple.text': {
    does: 'Accepts it.',
    unknown: 'Whether an agentless message on Apple Messages may be a text. Only the invitation is documented.',
    settledBy: 'An agentless send with a `textBody` on Apple Messages on a real organisation.'
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
    does: 'Has each message queued at once, sent after 400 ms and delivered after 1,200 ms. Some fail instead: to an opted-out phone number, on WhatsApp a text more than 24 hours after the customer’s last message of the conversation, on Facebook one more than 7 days after it, on X the sixth reply. On web messaging it fails after 30 seconds if the guest is away all that time. On WhatsApp, Facebook and Instagram it counts as read when the customer writes again.',
    unknown:
      'How long each step takes: “typically seconds” to sent, then “minutes, hours or days”. For the failures that are Genesys’ to word (Facebook, X, an absent guest) the code in `errorInfo`.',
    settledBy: 'Nothing needs to for the pace: the sandbox is quick on purpose. One failed message of each kind for the codes.'
  },
  'outbound.legs': {
    does: 'Connects an agent’s communication for the user at once, and a new one for the customer if nobody was left.',
    unknown: 'Whether the agent’s communication alerts first, and what becomes of the customer’s old one.',
    settledBy: 'An outbound conversation with `useExistingConversation`, read at once, on a real organisation.'
  },
  'contact.merged': {
    does: 'Answers 400 `invalid.value` to a send to an external contact that was merged into another one.',
    unknown: 'Whether such a send is refused, and with which code, or goes to the contact that stands for it.',
    settledBy: 'An agentless web messaging send to a merged contact on a real organisation.'
  }
} as const satisfies Record<string, Assumption>
