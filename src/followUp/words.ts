import type { Verdict } from '../diagnosis/diagnose'
import type { Confidence } from '../diagnosis/finding'
import type { Exchange } from '../exchange/exchange'

/** A verdict as a short sentence. */
export const verdictText = (verdict: Verdict): string =>
  ({ 'will-work': 'It will work.', 'will-fail': 'It will fail.', failed: 'It failed.', 'cannot-tell': 'Cannot tell.' })[verdict]

/** A confidence as people read it. */
export const confidenceText = (confidence: Confidence): string =>
  ({
    documented: 'documented',
    code: 'seen in code',
    'second-hand': 'second-hand',
    inferred: 'inferred',
    'not-documented': 'not documented'
  })[confidence]

/** An exchange in a line: `POST /api/v2/… → 409`. */
export const exchangeTitle = ({ request, response, delivery, guest }: Exchange): string => {
  if (delivery)
    return `A delivery report → ${[delivery.status, delivery.code].filter((part) => part !== undefined).join(' ') || 'no status'}`
  if (guest) return `The guest’s websocket → ${[guest.frameClass, guest.code].filter((part) => part !== undefined).join(' ') || 'an error'}`
  const asked = request ? `${request.method} ${request.apiPath ?? request.url}` : 'An error'
  const answered = response ? ` → ${[response.status, response.error?.code].filter((part) => part !== undefined).join(' ') || 'error'}` : ''
  return `${asked}${answered}`
}
