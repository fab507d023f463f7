import type { Request } from '../exchange/exchange'
import { isRecord, textAt } from '../exchange/json'
import { isAboutMessaging } from '../platform/researchedPaths'

/** What a request is after, judged by its words when its path is no operation's. */
export type Intent = 'send' | 'reopen' | 'addParticipant' | 'disconnect' | 'read' | 'other'

const wordsOf = (apiPath: string): ReadonlySet<string> => new Set(apiPath.toLowerCase().split(/[^a-z]+/))

const textFields = ['text', 'textBody', 'message', 'body', 'content', 'messageBody']

const fieldsOf = ({ body }: Request): readonly string[] => (body?.kind === 'json' && isRecord(body.value) ? Object.keys(body.value) : [])

const wantedState = ({ body }: Request): string | undefined =>
  body?.kind === 'json' ? (textAt(body.value, 'state') ?? textAt(body.value, 'status')) : undefined

/** True when the body asks for a state that would bring a conversation back. A participant may be set to “connected”: that accepts an alert. */
export const asksToReopen = (request: Request): boolean => {
  const words = wordsOf(request.apiPath ?? '')
  const state = wantedState(request)
  if (state === undefined || /^(?:disconnected|terminated|closed|ended)$/i.test(state)) return false
  const isParticipant = words.has('participants') || words.has('participant')
  return !(isParticipant && /^(?:connected|parked)$/i.test(state)) && !words.has('parkingstate')
}

/**
 * What the caller wants, from method, path and body. Who changes a conversation without a state in the body is taken to want it back: for a path
 * that is no operation’s that is the likeliest.
 */
export const intentOf = (request: Request): Intent => {
  const { method, apiPath } = request
  if (method === 'GET') return 'read'
  const words = wordsOf(apiPath ?? '')
  if (!isAboutMessaging(apiPath ?? '')) return 'other'
  if (words.has('reopen') || words.has('reconnect') || words.has('reactivate') || asksToReopen(request)) return 'reopen'
  if (
    ['disconnect', 'close', 'end', 'terminate'].some((word) => words.has(word)) ||
    /^(?:disconnected|closed)$/i.test(wantedState(request) ?? '')
  )
    return 'disconnect'
  if (method === 'POST' && ['participants', 'participant', 'guests', 'members'].some((word) => words.has(word))) return 'addParticipant'
  const namesMessage =
    ['messages', 'message', 'proactive', 'send', 'sendmessage', 'outbound', 'webmessaging', 'followup', 'reply', 'notify'].some((word) =>
      words.has(word)
    ) || /send\w*message|proactive/i.test(apiPath ?? '')
  if (method === 'PATCH' || method === 'PUT') return 'reopen'
  return method === 'POST' && (namesMessage || fieldsOf(request).some((field) => textFields.includes(field))) ? 'send' : 'other'
}
