import { uuidOf } from '../ids'

/** Permissions by role. The names are the platform’s (published OpenAPI, `x-inin-requires-permissions`); which role has which is this organisation’s. */
const reading = [
  'analytics:conversationDetail:view',
  'conversation:communication:view',
  'conversation:message:view',
  'conversation:threadingTimeline:view',
  'conversation:webmessaging:view',
  'externalContacts:contact:view',
  'routing:queue:view',
  'webDeployments:deployment:view'
] as const

const sending = ['conversation:message:create', 'conversation:webmessaging:create'] as const

const handling = ['conversation:communication:disconnect', 'conversation:message:park', 'conversation:participant:wrapup'] as const

/** What a program’s administrator lets it look up: who may do what, and how much. */
const administration = ['authorization:role:view', 'limits:organization:view', 'oauth:client:view'] as const

/** A permission as the platform writes it: `domain:entity:action`. */
export type Permission = `${string}:${string}:${string}`

export interface Role {
  readonly name: string
  readonly permissions: readonly Permission[]
}

/** An agent’s. */
export const agentRole: Role = { name: 'Messaging Agent', permissions: [...reading, ...sending, ...handling] }

/** A program’s that sends and disconnects. */
export const notifierRole: Role = {
  name: 'Notifier',
  permissions: [...reading, ...administration, ...sending, 'conversation:communication:disconnect']
}

/** A program’s that may look and nothing else. */
export const readerRole: Role = { name: 'Reader', permissions: [...reading, ...administration] }

/** The id of a role follows from its name: roles are the same in every sandbox. */
export const roleId = ({ name }: Role): string => uuidOf(`role ${name}`)
