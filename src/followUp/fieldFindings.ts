import type { Finding } from '../diagnosis/finding'
import type { ContentKind, Draft } from '../model/draft'
import type { Situation } from '../model/situation'
import { judge, withTemplateOf } from './judge'
import type { SendingRoute } from './route'

/** What a person writes or chooses of a request, by the names of its body’s fields where it has them. */
export type RequestField = ContentKind | 'fromAddress' | 'toAddress' | 'externalContactId' | 'queueId'

/** The rules that speak of one field, and which it is. */
const fields: ReadonlyMap<string, RequestField> = new Map<string, RequestField>([
  ['text.too-long', 'text'],
  ['text.webmessaging', 'text'],
  ['template.response-missing', 'template'],
  ['template.parameter-type', 'template'],
  ['template.parameter-blank', 'template'],
  ['template.parameter-missing', 'template'],
  ['template.parameter-place', 'template'],
  ['template.parameter-shared', 'template'],
  ['template.parameter-address', 'template'],
  ['template.card-index', 'template'],
  ['template.channel', 'template'],
  ['whatsapp.template', 'template'],
  ['apple.text', 'text'],
  ['address.whatsapp', 'toAddress'],
  ['address.sms', 'toAddress'],
  ['address.apple', 'toAddress'],
  ['address.missing', 'toAddress'],
  ['sms.from-number', 'fromAddress'],
  ['address.from-integration', 'fromAddress'],
  ['webmessaging.deployment', 'fromAddress'],
  ['webmessaging.contact-missing', 'externalContactId'],
  ['webmessaging.contact-form', 'externalContactId'],
  ['contact.stale', 'externalContactId'],
  ['queue.missing', 'queueId'],
  ['queue.membership', 'queueId'],
  ['queue.address', 'queueId']
])

/** The field of a rule whose value is typed letter by letter; `undefined` for a rule of anything else. */
export const typedFieldOf = (rule: string): 'toAddress' | 'externalContactId' | undefined => {
  const field = fields.get(rule)
  return field === 'toAddress' || field === 'externalContactId' ? field : undefined
}

const fieldOf = ({ rule }: Finding, { content }: SendingRoute): RequestField | undefined =>
  rule === 'text.empty' ? content?.kind : fields.get(rule)

/** What there is to say of the fields of a route’s request, which is the draft’s: of each what weighs most. With an error the send fails. */
export const fieldFindings = (situation: Situation, draft: Draft, route: SendingRoute): ReadonlyMap<RequestField, Finding> => {
  const found = new Map<RequestField, Finding>()
  for (const finding of judge(withTemplateOf(draft, situation), route.request).findings) {
    const field = fieldOf(finding, route)
    if (field !== undefined && !found.has(field)) found.set(field, finding)
  }
  return found
}
