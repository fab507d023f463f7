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

const handling = [
  'conversation:communication:blindTransfer',
  'conversation:communication:blindTransferAgent',
  'conversation:communication:blindTransferQueue',
  'conversation:communication:disconnect',
  'conversation:externalTag:edit',
  'conversation:message:monitor',
  'conversation:message:park',
  'conversation:message:pull',
  'conversation:participant:wrapup',
  'conversation:recording:pauseOthers'
] as const

/** What a server program does besides sending. */
const serving = ['conversation:communication:disconnect', 'conversation:message:assign', 'conversation:message:receive'] as const

/** A permission as the platform writes it: `domain:entity:action`. */
export type Permission = `${string}:${string}:${string}`

export interface Role {
  readonly name: string
  readonly permissions: readonly Permission[]
}

/** An agent’s. */
export const agentRole: Role = { name: 'Messaging Agent', permissions: [...reading, ...sending, ...handling] }

/** A program’s that sends, receives, assigns and disconnects. */
export const notifierRole: Role = { name: 'Notifier', permissions: [...reading, ...sending, ...serving] }

/** A program’s that may look and nothing else. */
export const readerRole: Role = { name: 'Reader', permissions: reading }
