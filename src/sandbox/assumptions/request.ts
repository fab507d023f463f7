import type { Assumption } from './assumption'

/** Paths and bodies in general. */
export const requestAssumptions = {
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
  }
} as const satisfies Record<string, Assumption>
