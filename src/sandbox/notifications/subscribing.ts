import type { Assume } from '../assumptions'
import { lacking } from '../credentials/grants'
import type { Credential } from '../credentials/credentialStore'
import type { Permission } from '../credentials/roles'
import { documented } from '../documentedErrors'
import type { Organisation } from '../organisation/organisation'
import { Refusal } from '../refusal'
import type { World } from '../world'
import type { Channel } from './channel'
import { TooManyTopics } from './channelStore'
import { readTopic, type Topic } from './topic'

/** A topic that somebody wants to hear, and the permission that they lack for it. */
export interface JudgedTopic {
  readonly topic: Topic
  readonly missing: Permission | undefined
}

/** Whether the organisation has what the topic is about. A conversation may be yet to come. */
const hasSubject = ({ users, queues, deployments }: Organisation, { id, firing }: Topic): boolean => {
  const isIt = (entity: { readonly id: string }): boolean => entity.id === id
  switch (firing?.about) {
    case 'user':
      return users.some(isIt)
    case 'queue':
      return queues.some(isIt)
    case 'deployment':
      return deployments.some(isIt)
    case 'conversation':
    case 'organisation':
    case undefined:
      return true
  }
}

/** The permission that the credential lacks to hear the topic; `undefined` when it may. */
export const missingPermission = (credential: Credential, { firing, id }: Topic): Permission | undefined => {
  if (firing === undefined) return undefined
  if (firing.about === 'user' && credential.kind === 'user' && credential.user.id === id) return undefined
  return lacking(credential.grants, { every: [firing.permission] })[0]
}

/**
 * Reads the names of topics, and what the credential lacks for each.
 * @throws Refusal by the first name that is no topic
 */
export const judgeTopics = (world: World, credential: Credential, names: readonly string[]): readonly JudgedTopic[] =>
  names.map((name) => {
    const topic = readTopic(name)
    if (topic === undefined) throw new Refusal(documented.invalidTopic, `There is no topic ${name}.`)
    if (!hasSubject(world.organisation, topic)) {
      throw new Refusal(documented.invalidTopic, `Topic ${name} is about something that this organisation does not have.`, {
        restsOn: ['notifications.unknown-subject']
      })
    }
    return { topic, missing: missingPermission(credential, topic) }
  })

export type SubscriptionChange = 'add' | 'replace'

/**
 * Subscribes the channel to the topics that may be heard.
 * @param ignoreErrors leaves those out for which a permission is missing, in place of refusing all of them
 * @throws Refusal
 */
export const subscribe = (
  world: World,
  channel: Channel,
  judged: readonly JudgedTopic[],
  change: SubscriptionChange,
  { ignoreErrors }: { readonly ignoreErrors: boolean },
  assume: Assume
): void => {
  const refused = judged.find(({ missing }) => missing !== undefined)
  if (refused?.missing !== undefined && !ignoreErrors) {
    throw new Refusal(
      documented.unauthorizedTopic,
      `Topic ${refused.topic.name} needs the permission ${refused.missing}, which none of the roles has.`,
      { restsOn: ['notifications.permissions'] }
    )
  }
  const allowed = judged.filter(({ missing }) => missing === undefined).map(({ topic }) => topic)
  try {
    if (change === 'add') world.channels.subscribe(channel.id, allowed)
    else world.channels.resubscribe(channel.id, allowed)
  } catch (error) {
    if (error instanceof TooManyTopics) throw new Refusal(documented.tooManySubscriptions, error.message)
    throw error
  }
  assume('notifications.permissions')
  assume('notifications.events')
}
