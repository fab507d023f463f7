import type { GuestFrame } from '../../exchange/exchange'
import { sources } from '../../platform/sources'
import type { Codes, Evidence } from '../finding'
import { fails, notes, type Rule } from '../rule'
import type { Attempt } from '../attempt'

const frameOf = ({ exchange: { guest } }: Attempt): GuestFrame | undefined => guest

const frameEvidence = ({ frameClass, code, text, readOnly }: GuestFrame): readonly Evidence[] => {
  const parts = [
    frameClass && `class “${frameClass}”`,
    code !== undefined && `code ${code}`,
    readOnly && 'readOnly true',
    text && `text “${text}”`
  ].filter((part) => part !== undefined && part !== false && part !== '')
  return [{ text: `The frame has ${parts.join(', ') || 'no details'}.` }]
}

const readOnly: Rule = {
  id: 'guest.readonly',
  about:
    'The guest’s session is read-only after the business ended the conversation. Start a new session, or change the deployment’s setting.',
  phase: 'guest',
  title: 'The guest’s session is read-only',
  confidence: 'code',
  sources: [sources.transportSdk, sources.guestApi],
  look: (attempt) => {
    const frame = frameOf(attempt)
    return frame &&
      (frame.code === 409 || frame.readOnly === true || /read-?only|session has ended, start a new session/i.test(frame.text ?? ''))
      ? fails(
          'The business has ended the conversation, and the deployment is set to make the session read-only then (conversation disconnect, ReadOnly). The guest’s websocket answers 409 to every further message.',
          'Start a new session: “configureSession” with “startNew”: true, or MessagingService.resetConversation in the headless messenger. To let guests write on, set the deployment’s conversation disconnect to “Send”.',
          frameEvidence(frame)
        )
      : undefined
  }
}

const sessionCodes: Codes = ['session.expired', 'session.not.found']

const expired: Rule = {
  id: 'guest.session-expired',
  about: 'The guest’s session is over or unknown. Start a new one.',
  phase: 'guest',
  title: 'The guest’s session has expired or is unknown',
  refusedWith: sessionCodes,
  confidence: 'documented',
  sources: [sources.transportSdk, sources.openapi],
  look: (attempt) => {
    const frame = frameOf(attempt)
    const cause =
      'The session’s life is over, or its token is of no session. Sessions last 72 hours after the last message unless the deployment says otherwise.'
    const remedy = 'Start a new session with a new token. The old transcript is gone.'
    if (
      frame &&
      (frame.code === 4006 ||
        frame.code === 4007 ||
        frame.frameClass === 'SessionExpiredEvent' ||
        /session (?:has )?expired|session not found/i.test(frame.text ?? ''))
    )
      return fails(cause, remedy, frameEvidence(frame))
    const code = attempt.exchange.response?.error?.code
    return code !== undefined && sessionCodes.includes(code)
      ? fails(cause, remedy, [{ text: `The answer has code “${code}”.` }])
      : undefined
  }
}

const tooFast: Rule = {
  id: 'guest.rate',
  about: 'The guest’s connection sends too much. Wait as long as “retryAfter” says.',
  phase: 'guest',
  title: 'The guest sends too fast',
  confidence: 'code',
  sources: [sources.transportSdk],
  look: (attempt) => {
    const frame = frameOf(attempt)
    return frame && (frame.code === 4029 || frame.code === 429 || frame.frameClass === 'TooManyRequestsErrorMessage')
      ? fails(
          'The guest’s connection has sent more requests than it may.',
          'Wait as long as “retryAfter” says. Third parties name 5 messages a second as the limit.',
          frameEvidence(frame)
        )
      : undefined
  }
}

/** What the guest’s error codes mean (`ErrorCode` of the transport SDK). */
const meanings: ReadonlyMap<number, string> = new Map([
  [4000, 'The feature is not available: a toggle is off, or the configuration does not allow it.'],
  [4001, 'The file type is not allowed.'],
  [4002, 'The file is too large.'],
  [4003, 'The file’s content is not allowed.'],
  [4004, 'The file’s name is not allowed.'],
  [4005, 'The file’s name is too long.'],
  [4008, 'The attachment has expired.'],
  [4009, 'The attachment was not found.'],
  [4010, 'The attachment was not uploaded completely.'],
  [4011, 'The message is too long.'],
  [4013, 'The custom attributes are too large: 2,048 bytes is the limit.'],
  [4017, 'A session that was authenticated cannot become an anonymous one.'],
  [4020, 'A parameter is missing.'],
  [5000, 'Something unexpected happened on the platform’s side.']
])

const other: Rule = {
  id: 'guest.other',
  about: 'An error of the guest’s websocket that no other rule explains, by its code.',
  phase: 'guest',
  title: 'The guest’s websocket refused it',
  confidence: 'code',
  sources: [sources.transportSdk],
  otherwise: true,
  look: (attempt) => {
    const frame = frameOf(attempt)
    if (!frame) return undefined
    const meaning = frame.code === undefined ? undefined : meanings.get(frame.code)
    if (meaning !== undefined) return fails(meaning, 'Correct what the code names, and send again.', frameEvidence(frame))
    return frame.code === undefined || frame.code < 400
      ? notes('The frame is no error.', 'Paste the frame that came back when it failed.', frameEvidence(frame))
      : fails(
          'The guest’s websocket answered with an error.',
          'The Guest API is the customer’s side: it never sends for the business. To write to a guest, use the platform’s sends.',
          frameEvidence(frame)
        )
  }
}

export const guestRules: readonly Rule[] = [readOnly, expired, tooFast, other]
