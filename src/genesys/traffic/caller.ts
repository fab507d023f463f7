import type { Reply } from '../reply'
import { isClientRefused, isTokenRefused } from '../tokens/refused'
import type { TokenSource } from '../tokens/tokenSource'
import type { Traffic } from './traffic'

/** Asks the platform with a token; `signal` aborts the request. */
export type Call = (token: string, signal: AbortSignal) => Promise<Reply>

/** How calls are made: with whose token, when, and how often. */
export interface Caller {
  readonly read: (call: Call, signal?: AbortSignal) => Promise<Reply>
  readonly send: (call: Call, signal?: AbortSignal) => Promise<Reply>
}

/** What is told when the platform does not take the credential any more, and there is no other without a person. */
export type OnRefused = () => void

/** A request that was refused with 401 was not carried out: it may be made once more with another token, a send as well. */
const withToken = async (call: Call, tokens: TokenSource, onRefused: OnRefused, signal: AbortSignal): Promise<Reply> => {
  const first = await tokens.current()
  if (!first.ok) {
    if (isClientRefused(first)) onRefused()
    return first
  }
  const reply = await call(first.token, signal)
  if (!isTokenRefused(reply)) return reply
  const second = await tokens.another(first.token)
  if (second === undefined) {
    onRefused()
    return reply
  }
  if (!second.ok) {
    if (isClientRefused(second)) onRefused()
    return second
  }
  const again = await call(second.token, signal)
  if (isTokenRefused(again)) onRefused()
  return again
}

/** Calls of one credential on the way to its organisation. */
export const callerFor = (traffic: Traffic, tokens: TokenSource, onRefused: OnRefused): Caller => {
  const never = new AbortController().signal
  return {
    read: (call, signal) => traffic.read(() => withToken(call, tokens, onRefused, signal ?? never), signal),
    send: (call, signal) => traffic.send(() => withToken(call, tokens, onRefused, signal ?? never), signal)
  }
}
