import { agentlessPath, agentMessagePath, messagingOperations, outboundPath } from '../platform/messagingOperations'
import { once } from '../platform/once'
import { allOperations, operationsAt, type Operation } from '../platform/operations'
import { isAboutMessaging } from '../platform/researchedPaths'
import { isVariable } from '../platform/operationUrl'
import type { Attempt } from './attempt'
import type { Intent } from './intent'

/** A real operation that may be what the caller meant, and why. */
export interface NearestOperation extends Operation {
  readonly why: string
}

const limit = 5

const toSend: readonly NearestOperation[] = [
  { method: 'POST', path: agentlessPath, why: 'Sends when nobody is connected or the conversation has ended. Needs a client’s token.' },
  { method: 'POST', path: agentMessagePath, why: 'Sends while an agent’s communication is connected. Needs that user’s token.' },
  {
    method: 'POST',
    path: outboundPath,
    why: 'Opens an outbound conversation for an agent (SMS, open messaging, WhatsApp); the text follows as the agent’s message.'
  }
]

const disconnect: NearestOperation = {
  method: 'PATCH',
  path: '/api/v2/conversations/messages/{conversationId}',
  why: 'Ends the conversation: “disconnected” is the only state that can be written. Nothing re-opens one.'
}

const participantState: NearestOperation = {
  method: 'PATCH',
  path: '/api/v2/conversations/messages/{conversationId}/participants/{participantId}',
  why: 'Changes a participant that is there: accepts (“connected”) or leaves (“disconnected”). No operation adds one to a message conversation.'
}

const byIntent: Readonly<Record<Intent, readonly NearestOperation[]>> = {
  send: toSend,
  reopen: [...toSend.slice(0, 1), disconnect, ...toSend.slice(1)],
  addParticipant: [...toSend.slice(0, 1), participantState, ...toSend.slice(1)],
  disconnect: [disconnect],
  read: messagingOperations.flatMap(({ method, path, purpose, summary }) =>
    purpose === 'read' && summary !== undefined ? [{ method, path, why: summary }] : []
  ),
  other: []
}

const wordsOf = (path: string): ReadonlySet<string> =>
  new Set(
    path
      .split('/')
      .slice(3)
      .filter((segment) => !isVariable(segment))
      .flatMap((segment) => segment.toLowerCase().split(/[^a-z0-9]+/))
      .map((word) => word.replace(/s$/, ''))
  )

/** Share of words that two paths have in common, 0 to 1. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const common = [...a].filter((word) => b.has(word)).length
  return common === 0 ? 0 : (2 * common) / (a.size + b.size)
}

/** The words of every operation’s path: made when the first endpoint is met that does not exist. */
const wordsByOperation = once(() => allOperations().map((operation) => ({ operation, words: wordsOf(operation.path) })))

/** Operations of the same method whose path reads alike. */
const byWords = (method: string, apiPath: string): readonly NearestOperation[] => {
  const wanted = wordsOf(apiPath)
  return wordsByOperation()
    .filter(({ operation }) => operation.method === method)
    .map(({ operation, words }) => ({ operation, score: likeness(wanted, words) }))
    .filter(({ score }) => score > 0.6)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ operation }) => ({ ...operation, why: 'Its path reads alike.' }))
}

/**
 * Real operations for a request whose path or method is no operation's: first those that serve the same purpose, then those that read alike.
 * Empty when the request names a real one.
 */
export const nearestOperations = ({ exchange: { request }, operation, intent }: Attempt): readonly NearestOperation[] => {
  if (request?.apiPath === undefined || operation || intent === undefined) return []
  const { apiPath, method } = request
  const otherMethods = operationsAt(apiPath).map((other) => ({ ...other, why: `This path takes ${other.method}, not ${method}.` }))
  const aboutConversations = isAboutMessaging(apiPath) || /\/participants?\b/.test(apiPath)
  const suggestions = [...(aboutConversations ? byIntent[intent] : []), ...otherMethods, ...byWords(method, apiPath)]
  const seen = new Set<string>()
  return suggestions
    .filter(({ method: suggested, path }) => {
      const key = `${suggested} ${path}`
      return !seen.has(key) && seen.add(key)
    })
    .slice(0, limit)
}
