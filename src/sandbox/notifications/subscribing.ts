import type { Assume } from '../assumptions'
import { divisionsOf } from '../conversations/divisions'
import { grantsIn, lacking } from '../credentials/grants'
import type { Credential } from '../credentials/credentialStore'
import type { Permission } from '../credentials/roles'
import { documented } from '../documentedErrors'
import type { Division, Organisation } from '../organisation/organisation'
import { Refusal } from '../refusal'
import type { World } from '../world'
import type { Channel } from './channel'
import { TooManyTopics } from './channelStore'
import { readTopic, type Topic } from './topic'

/** A permission that a topic needs and a credential has in no division, or not in the one that the topic is about. */
export interface Lack {
  readonly permission: Permission
  readonly where: 'anywhere' | 'in the division'
}

/** A topic that somebody wants to hear, and what they lack for it. */
export interface JudgedTopic {
  readonly topic: Topic
  readonly lack: Lack | undefined
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

/** The divisions of what the topic is about; `undefined` where divisions do not matter. */
const divisionsOfTopic = ({ organisation, conversations }: World, { firing, id = '' }: Topic): readonly Division[] | undefined => {
  switch (firing?.about) {
    case 'queue': {
      const queue = organisation.queues.find((candidate) => candidate.id === id)
      return organisation.divisions.filter((division) => division.id === queue?.divisionId)
    }
    case 'conversation': {
      const conversation = conversations.get(id)
      return conversation && divisionsOf(organisation, conversation)
    }
    case 'user':
    case 'deployment':
    case 'organisation':
    case undefined:
      return undefined
  }
}

/** What the credential lacks to hear the topic; `undefined` when it may. */
const lackFor = (world: World, credential: Credential, topic: Topic): Lack | undefined => {
  const { firing, id } = topic
  if (firing === undefined) return undefined
  if (firing.about === 'user' && credential.kind === 'user' && credential.user.id === id) return undefined
  const { permission } = firing
  if (lacking(credential.grants, { every: [permission] }).length > 0) return { permission, where: 'anywhere' }
  const divisions = divisionsOfTopic(world, topic)
  if (divisions === undefined) return undefined
  const ids = divisions.map((division) => division.id)
  const counting = grantsIn(credential.grants, ids, world.organisation.divisions)
  return lacking(counting, { every: [permission] }).length > 0 ? { permission, where: 'in the division' } : undefined
}

const unauthorised = ({ name }: Topic, { permission, where }: Lack): Refusal =>
  where === 'anywhere'
    ? new Refusal(documented.unauthorizedTopic, `Topic ${name} needs the permission ${permission}, which is missing.`, {
        restsOn: ['notifications.permissions']
      })
    : new Refusal(
        documented.unauthorizedDivisionedTopic,
        `Topic ${name} needs the permission ${permission} in the division of what it is about.`,
        {
          restsOn: ['notifications.permissions']
        }
      )

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
    return { topic, lack: lackFor(world, credential, topic) }
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
  const refused = judged.find(({ lack }) => lack !== undefined)
  if (refused?.lack && !ignoreErrors) throw unauthorised(refused.topic, refused.lack)
  const allowed = judged.filter(({ lack }) => lack === undefined).map(({ topic }) => topic)
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
