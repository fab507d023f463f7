import { readGuestFrame, worthExplaining } from '../guestFrames'
import { jsonSpansIn } from '../jsonSpans'
import { jsonValuesIn } from '../jsonValues'
import { found, incomplete, type Format } from './format'

/** What the headless messenger rejects with in a session that is read-only. Source: public code that catches it. */
const headlessError = /Conversation session has ended, start a new session to [a-z ]{1,40}\.?/gi

const frame = /"class"\s{0,4}:\s{0,4}"|"action"\s{0,4}:\s{0,4}"/

/** Frames of the guest’s websocket, in lines with arrows or times before them, and the errors of the headless messenger. */
export const guestFramesFormat: Format = {
  name: 'guest frames',
  looksLike: (text) => frame.test(text) || text.search(headlessError) >= 0,
  read: (text) => {
    const frames = jsonValuesIn(text).flatMap((value) => readGuestFrame(value) ?? [])
    const errors = Array.from(text.matchAll(headlessError), ([sentence]) => ({
      frameClass: undefined,
      code: undefined,
      text: sentence,
      readOnly: undefined
    }))
    const { open } = jsonSpansIn(text)
    if (frames.length + errors.length === 0 && open !== undefined && /"(?:class|action)"/.test(text.slice(open, open + 300)))
      return incomplete('The websocket frame is cut short: a brace is opened and never closed.')
    return found([...worthExplaining(frames), ...errors].map((guest) => ({ request: undefined, response: undefined, guest })))
  }
}
