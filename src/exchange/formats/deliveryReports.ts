import { deliveryReportsIn, reportsWorthExplaining } from '../deliveryReports'
import { jsonSpansIn } from '../jsonSpans'
import { jsonValuesIn } from '../jsonValues'
import { found, incomplete, type Format } from './format'

const hint = /"(?:messageStatus|deliveryStatus|errorInfo|isFinalReceipt|reasons|messengerType|normalizedMessage|providerMessageId)"/

/** No conversation has more failed messages that anybody wants explained one by one. */
const most = 200

/** What the platform reports of deliveries, as JSON: messages, conversations, receipts, analytics. */
export const deliveryReportsFormat: Format = {
  name: 'delivery reports',
  looksLike: (text) => hint.test(text),
  read: (text) => {
    const reports = reportsWorthExplaining(jsonValuesIn(text).flatMap(deliveryReportsIn)).slice(0, most)
    const { open } = jsonSpansIn(text)
    return reports.length === 0 && open !== undefined && hint.test(text.slice(open))
      ? incomplete('The delivery report is cut short: a brace is opened and never closed.')
      : found(reports.map((delivery) => ({ request: undefined, response: undefined, delivery })))
  }
}
