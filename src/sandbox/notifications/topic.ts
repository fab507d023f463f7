import type { Permission } from '../credentials/roles'
import { publishedTopics } from './publishedTopics'

/** What the id in a topic’s name is the id of. */
export type Subject = 'user' | 'queue' | 'conversation' | 'deployment' | 'organisation'

/** A topic that the sandbox fires. */
export interface FiringTopic {
  readonly about: Subject
  /** Needed to subscribe. A user needs none for a topic about themselves. */
  readonly permission: Permission
}

export interface Topic {
  /** Its name with the ids in it, in lower case. */
  readonly name: string
  /** As published, with `{id}` for each id. */
  readonly template: string
  /** The first id in the name; `undefined` for a topic about the organisation as a whole. */
  readonly id: string | undefined
  /** `undefined` for a topic that the sandbox takes and never fires. */
  readonly firing: FiringTopic | undefined
}

const conversations = { permission: 'conversation:communication:view' } as const
const details = { about: 'conversation', permission: 'analytics:conversationDetail:view' } as const

/** The topics that the sandbox fires, by their template. Their permissions are an assumption: `notifications.permissions`. */
export const firingTopics: ReadonlyMap<string, FiringTopic> = new Map<string, FiringTopic>([
  ['v2.users.{id}.conversations', { about: 'user', ...conversations }],
  ['v2.users.{id}.conversations.messages', { about: 'user', ...conversations }],
  ['v2.users.{id}.conversations.inbound.typing.event', { about: 'user', ...conversations }],
  ['v2.routing.queues.{id}.conversations', { about: 'queue', ...conversations }],
  ['v2.routing.queues.{id}.conversations.messages', { about: 'queue', ...conversations }],
  ['v2.webmessaging.deployments.{id}.undelivered.messages', { about: 'deployment', permission: 'conversation:webmessaging:view' }],
  ['v2.detail.events.conversation.{id}.customer.start', details],
  ['v2.detail.events.conversation.{id}.customer.end', details],
  ['v2.detail.events.conversation.{id}.flow.start', details],
  ['v2.detail.events.conversation.{id}.flow.end', details],
  ['v2.detail.events.conversation.{id}.acd.start', details],
  ['v2.detail.events.conversation.{id}.acd.end', details],
  ['v2.detail.events.conversation.{id}.user.start', details],
  ['v2.detail.events.conversation.{id}.user.end', details],
  ['v2.detail.events.conversation.{id}.acw', details],
  ['v2.detail.events.conversation.{id}.wrapup', details],
  ['v2.detail.events.conversation.{id}.contact', details],
  ['v2.detail.events.conversation.{id}.attributes', details],
  ['v2.analytics.conversations.details.jobs.availability', { about: 'organisation', permission: 'analytics:conversationDetail:view' }]
])

const published: ReadonlySet<string> = new Set(publishedTopics)

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The topic with this name; `undefined` when no published topic has a name of this form. Capital letters in ids do not matter. */
export const readTopic = (name: string): Topic | undefined => {
  const parts = name.split('.').map((part) => (uuid.test(part.toLowerCase()) ? part.toLowerCase() : part))
  const template = parts.map((part) => (uuid.test(part) ? '{id}' : part)).join('.')
  if (!published.has(template)) return undefined
  return { name: parts.join('.'), template, id: parts.find((part) => uuid.test(part)), firing: firingTopics.get(template) }
}
