import type { Uuid } from '../../model/ids'

/** What somebody wants to hear of. */
export interface Needs {
  /** The user whose conversations are meant; a client credential belongs to none. */
  readonly userId: string | undefined
  readonly queueIds: readonly string[]
  /** The conversations that are open in a panel or a document. */
  readonly openConversations: readonly Uuid[]
}

/** So many topics a channel can have. Source: Genesys developer centre, notifications. */
export const mostTopics = 1000

/** The detail events that change what is shown of a conversation. Source: the notification mappings of the platform’s SDKs. */
const details = [
  'customer.start',
  'customer.end',
  'flow.start',
  'flow.end',
  'acd.start',
  'acd.end',
  'user.start',
  'user.end',
  'acw',
  'wrapup',
  'contact',
  'attributes'
] as const

const detailPrefix = 'v2.detail.events.'

/** Whether a topic tells of conversations that nobody has opened. */
export const isOfMany = (topic: string): boolean => !topic.startsWith(detailPrefix)

/** The topics of one conversation’s detail events. A topic for all conversations of an organisation does not exist. */
const detailTopics = (id: Uuid): readonly string[] => details.map((detail) => `${detailPrefix}conversation.${id}.${detail}`)

/** The topics that tell what is needed: what matters most first, and no more than a channel can have. */
export const topicsFor = ({ userId, queueIds, openConversations }: Needs): readonly string[] => {
  const topics = [
    ...(userId === undefined ? [] : [`v2.users.${userId}.conversations.messages`]),
    ...openConversations.flatMap(detailTopics),
    ...queueIds.map((id) => `v2.routing.queues.${id}.conversations.messages`)
  ]
  return [...new Set(topics)].slice(0, mostTopics)
}
