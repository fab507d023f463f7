import { once } from '../../platform/once'
import { allOperations, type Operation } from '../../platform/operations'
import { sdkMethodName } from '../../platform/sdkMethodName'
import { argumentsIn, endOfBracket } from './balanced'
import { bodyOf, fieldsOfArgument } from './bodyNearby'
import { startOfLine } from './lines'
import type { SourceCall } from './sourceCall'

/** What the names of all SDK methods that we look for have in it: searched for first, since most of a text has none. */
export const sdkAnchor = 'onversation'

/** A name in one spelling for all languages: `PostConversationsMessagesAgentlessAsync` and `post_conversations_messages_agentless` are the same. */
const plain = (name: string): string => name.replaceAll('_', '').toLowerCase()

const byPlainName = once(
  (): ReadonlyMap<string, Operation> =>
    new Map(
      allOperations()
        .filter(({ path }) => path.startsWith('/api/v2/conversations'))
        .map((operation) => [plain(sdkMethodName(operation)), operation])
    )
)

/** Methods of earlier SDKs, for endpoints that are gone: their path as far as the name tells it. */
const removedMethods: readonly (readonly [RegExp, string])[] = [
  [/^(get|post|put|patch|delete)conversationschats?(?!s)/, '/api/v2/conversations/chats/{conversationId}'],
  [/^(get|post|put|patch|delete)webchatguestconversation/, '/api/v2/webchat/guest/conversations/{conversationId}']
]

const removedOperation = (name: string): Operation | undefined => {
  for (const [pattern, path] of removedMethods) {
    const method = pattern.exec(name)?.[1]
    if (method !== undefined) return { method: method.toUpperCase(), path }
  }
  return undefined
}

const operationOf = (name: string): Operation | undefined => {
  const wanted = plain(name).replace(/(?:async|withhttpinfo)+$/, '')
  return byPlainName().get(wanted) ?? removedOperation(wanted)
}

const word = /\w/
const isVerbAt = (text: string, at: number): boolean => /^(?:get|post|put|patch|delete)/i.test(text.slice(at, at + 6))

/** Field names as JSON has them: `ToAddress` of C# and Go, `to_address` of Python. */
const fieldName = (name: string): string =>
  name.replace(/^[A-Z]/, (first) => first.toLowerCase()).replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())

const variablesIn = (path: string): number => path.split('/').filter((segment) => segment.startsWith('{')).length

/** The body: the argument behind those for the path's variables. */
const bodyArgument = (text: string, operation: Operation, open: number) => {
  const end = operation.method === 'GET' ? -1 : endOfBracket(text, open)
  const argument = end < 0 ? undefined : argumentsIn(text, open, end)[variablesIn(operation.path)]
  const fields = argument && fieldsOfArgument(text, argument, open)
  return fields && Object.fromEntries(Object.entries(fields).map(([name, value]) => [fieldName(name), value]))
}

/** The call of an SDK's method whose name has the anchor at `anchor`; a name without a receiver, or that is not called, is none. */
const callAt = (text: string, anchor: number): SourceCall | undefined => {
  let start = anchor
  while (start > 0 && word.test(text.charAt(start - 1))) start -= 1
  if (!/[.>]/.test(text.charAt(start - 1)) || !isVerbAt(text, start)) return undefined
  let end = anchor
  while (end < text.length && word.test(text.charAt(end))) end += 1
  if (text.charAt(end) !== '(') return undefined
  const operation = operationOf(text.slice(start, end))
  if (!operation) return undefined
  const { method, path } = operation
  return {
    request: { method, url: path, apiPath: path, authorisation: 'not shown', body: bodyOf(bodyArgument(text, operation, end)) },
    place: /^\s*(?:\/\/|\*|#)/.test(text.slice(startOfLine(text, start), start)) ? 'comment' : 'code',
    openEnded: false,
    start,
    end
  }
}

/** The calls of methods of the official SDKs around conversations, in JavaScript, Python, Java, C# and Go. */
export function* sdkCallsIn(text: string): Generator<SourceCall> {
  let at = text.indexOf(sdkAnchor)
  while (at >= 0) {
    const call = callAt(text, at)
    if (call) yield call
    at = text.indexOf(sdkAnchor, call?.end ?? at + sdkAnchor.length)
  }
}
