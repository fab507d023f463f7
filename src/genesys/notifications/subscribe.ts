import type { Api, Reply } from '../api'
import { PlatformError } from '../platformError'
import { readRefusedTopics, type RefusedTopic } from './channel'

/** Refusals of a single topic that keep the platform from taking the others. Source: published OpenAPI of the subscriptions. */
const aboutOneTopic: ReadonlySet<string | undefined> = new Set([
  'notification.invalid.topic',
  'notification.unauthorized.topic',
  'notification.unauthorized.divisioned.topic',
  'notification.forbidden.topic'
])

const isAboutOneTopic = (reply: Reply): boolean => !reply.ok && reply.failure.kind === 'refused' && aboutOneTopic.has(reply.failure.code)

/**
 * Subscribes a channel to these topics in place of the ones it had: one request, unless the platform refuses all of them for the sake of one, which is
 * then looked for by halves.
 * @returns the topics that the platform did not take; the others are heard
 * @throws PlatformError when it took none of them for a reason that is not a topic’s own
 */
export const subscribe = async (
  api: Pick<Api, 'subscribe'>,
  channelId: string,
  topics: readonly string[],
  signal: AbortSignal,
  change: 'replace' | 'add' = 'replace'
): Promise<readonly RefusedTopic[]> => {
  const reply = await api.subscribe(channelId, topics, change, signal)
  if (reply.ok) return readRefusedTopics(reply.body)
  const refusal = new PlatformError('Subscribing', reply.failure)
  if (!isAboutOneTopic(reply)) throw refusal
  const [first, ...others] = topics
  if (first === undefined) throw refusal
  if (others.length === 0) return [{ topic: first, why: refusal.message }]
  const half = Math.ceil(topics.length / 2)
  return [
    ...(await subscribe(api, channelId, topics.slice(0, half), signal, 'add')),
    ...(await subscribe(api, channelId, topics.slice(half), signal, 'add'))
  ]
}
