import type { Assumption } from './assumption'

/** The guest’s side of web messaging. The frames have no place to name one: the answer that opens the websocket names them. */
export const guestAssumptions = {
  'guest.handshake': {
    does: 'Refuses to open the websocket with 403 when the deployment is not there or not active, and when the `Origin` is not one of its allowed domains. A deployment with allowed domains refuses a connection without an `Origin`.',
    unknown: 'The status, and whether a missing `Origin` is refused. Genesys’ mobile SDK tells a 403 at this point apart.',
    settledBy: 'A connection with a made-up deployment id, and one with a foreign `Origin`, on a real organisation.'
  },
  'guest.requests': {
    does: 'Answers 400 to a frame that is no JSON or no request, 4020 to one that lacks a field, and passes over fields that it does not know. A token must be a UUID. An `onMessage` needs no `time`.',
    unknown: 'Which code each fault gets. The schema requires `time`, and public clients leave it out.',
    settledBy: 'Frames with each fault on a real organisation.'
  },
  'guest.resume-expired': {
    does: 'Answers 4006 to a `configureSession` whose session has expired, and begins a new one when it has `startNew`. `expirationDate` is in seconds since 1970.',
    unknown: 'Whether a blank session begins by itself, and the unit of `expirationDate`.',
    settledBy: 'A session resumed after its end on a real organisation.'
  },
  'guest.start-new': {
    does: 'Begins anew under the same token: the history is empty, an active conversation ends, and the next message starts a new one even inside the reply window.',
    unknown: 'Whether the history stays, and what becomes of a conversation that is still active.',
    settledBy: '`startNew` with an active conversation and with one that has just ended, on a real organisation.'
  },
  'guest.close-session': {
    does: 'Answers a `SessionResponse` with `connected: false`, leaves the asking websocket open, sends `ConnectionClosedEvent` without a reason to the others and closes them.',
    unknown: 'What happens to the asking connection without `closeAllConnections`, and the reason in the event.',
    settledBy: '`closeSession` on one of two connections of a real session.'
  },
  'guest.disconnect-customer': {
    does: 'Ends the conversation for `disconnectCustomer` and for the presence event Disconnect, answers the first with a `SessionResponse`, and signals the end as if the business had ended it.',
    unknown: 'What the action answers, and whether the guest gets the signal of an end of their own making.',
    settledBy: '`disconnectCustomer` on a real organisation with each disconnect setting.'
  },
  'guest.session-end': {
    does: 'Sends `SessionExpiredEvent` to connected guests when the session’s time is over, leaves them connected, and ends an active conversation as `session.expired`. A message of either side puts the end off; an event does not.',
    unknown: 'What the platform does at that moment.',
    settledBy: 'A session of 15 minutes left alone on a real organisation.'
  },
  'guest.attachments': {
    does: 'Takes file names of up to 256 characters without path characters, compares size and MD5 with what was announced, and keeps an attachment for 24 hours.',
    unknown: 'The limits of names and of time, and which code a difference gets.',
    settledBy: 'Uploads with each fault on a real organisation.'
  },
  'guest.read-only-agentless': {
    does: 'Shows an agentless message in a read-only session, which stays read-only. It signals no second end when such a message was delivered.',
    unknown: 'Whether the message shows, and what it does to the session.',
    settledBy: 'An agentless message after a read-only end on a real organisation.'
  },
  'guest.history': {
    does: 'Lists the newest message first, with presence events among the messages. The JWT lasts 15 minutes.',
    unknown: 'The order, which events are listed, and how long the JWT lasts. Genesys’ mobile SDK turns each page around.',
    settledBy: 'A history of two pages read on a real organisation.'
  }
} as const satisfies Record<string, Assumption>
