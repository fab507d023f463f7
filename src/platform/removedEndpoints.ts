import { fitsPattern } from './pathPattern'
import { sources, type Source } from './sources'

/** Endpoints that were real, and are no longer. */
export interface RemovedEndpoint {
  /** An API path; `/**` at its end stands for all that is below it. */
  readonly pattern: string
  readonly was: string
  /** Since when, in a sentence. */
  readonly gone: string
  /** What replaces it, in a sentence. */
  readonly instead: string
  readonly sources: readonly Source[]
}

const goneFromSdk =
  'It is not in the official SDK any more (purecloud-platform-client-v2 262.0.0 of 16 September 2026); earlier versions had it.'

export const removedEndpoints: readonly RemovedEndpoint[] = [
  {
    pattern: '/api/v2/conversations/chats/**',
    was: 'The agent’s side of legacy web chat.',
    gone: `${goneFromSdk} The OpenAPI of July 2026 still listed it.`,
    instead: 'Web messaging, whose conversations are under /api/v2/conversations/messages.',
    sources: [sources.sdk, sources.openapi]
  },
  {
    pattern: '/api/v2/webchat/guest/**',
    was: 'The customer’s side of legacy web chat.',
    gone: goneFromSdk,
    instead: 'Web messaging: the customer writes through the Messenger or the Web Messaging websocket.',
    sources: [sources.sdk]
  }
]

/** The removed endpoints that a path belongs to. */
export const findRemovedEndpoint = (apiPath: string): RemovedEndpoint | undefined =>
  removedEndpoints.find(({ pattern }) => fitsPattern(pattern, apiPath))
