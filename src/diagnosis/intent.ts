import type { Request } from '../exchange/exchange'
import { isRecord } from '../exchange/json'

/** What a request is after, judged by its words when its path is no operation's. */
export type Intent = 'send' | 'reopen' | 'addParticipant' | 'read' | 'other'

const words = (request: Request): ReadonlySet<string> => new Set((request.apiPath ?? request.url).toLowerCase().split(/[^a-z]+/))

const fieldsOf = (request: Request): readonly string[] =>
  request.body?.kind === 'json' && isRecord(request.body.value) ? Object.keys(request.body.value) : []

const textFields = ['text', 'textBody', 'message', 'body', 'content', 'messageBody']

/** True when the body asks for another state or status than the end. */
const asksForState = (request: Request): boolean => {
  if (request.body?.kind !== 'json' || !isRecord(request.body.value)) return false
  const wanted = request.body.value['state'] ?? request.body.value['status']
  return typeof wanted === 'string' && !/^(?:disconnected|terminated)$/i.test(wanted)
}

/** What the caller wants, from method, path and body. */
export const intentOf = (request: Request): Intent => {
  const path = words(request)
  if (request.method === 'GET') return 'read'
  if (path.has('reopen') || path.has('reconnect') || path.has('reactivate')) return 'reopen'
  if (/^(?:PATCH|PUT|POST)$/.test(request.method) && asksForState(request)) return 'reopen'
  if (request.method === 'POST' && (path.has('participants') || path.has('participant') || path.has('guests'))) return 'addParticipant'
  const lastWords = (request.apiPath ?? '').toLowerCase()
  const namesMessage = /messages?\b|proactive|send|outbound|webmessaging|followup/.test(lastWords)
  if (request.method === 'POST' && (namesMessage || fieldsOf(request).some((field) => textFields.includes(field)))) return 'send'
  return request.method === 'PATCH' || request.method === 'PUT' ? (/conversations?\b/.test(lastWords) ? 'reopen' : 'other') : 'other'
}
