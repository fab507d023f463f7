import { uuidOf } from '../ids'

/** Permissions by role. The names are the platform’s (published OpenAPI, `x-inin-requires-permissions`); which role has which is this organisation’s. */
const reading = [
  'analytics:conversationDetail:view',
  'conversation:communication:view',
  'conversation:message:view',
  'conversation:messageMedia:view',
  'conversation:threadingTimeline:view',
  'conversation:webmessaging:view',
  'externalContacts:contact:view',
  'messaging:identityResolutionApple:view',
  'messaging:identityResolutionFacebook:view',
  'messaging:identityResolutionInstagram:view',
  'messaging:identityResolutionOpen:view',
  'messaging:identityResolutionWhatsApp:view',
  'messaging:identityResolutionX:view',
  'messaging:integration:view',
  'messaging:setting:view',
  'messaging:supportedContent:view',
  'responses:library:view',
  'responses:response:view',
  'routing:queue:view',
  'routing:queueMember:view',
  'sms:phoneNumber:view',
  'webDeployments:configuration:view',
  'webDeployments:deployment:view',
  'webDeployments:identityResolution:view'
] as const

const sending = ['conversation:message:create', 'conversation:webmessaging:create'] as const

/** Setting up channels, pages and customers’ records. */
const configuring = [
  'conversation:threadingTimeline:edit',
  'externalContacts:contact:add',
  'externalContacts:contact:delete',
  'externalContacts:contact:edit',
  'externalContacts:identity:merge',
  'externalContacts:identity:promote',
  'messaging:XIntegration:edit',
  'messaging:identityResolutionApple:edit',
  'messaging:identityResolutionFacebook:edit',
  'messaging:identityResolutionInstagram:edit',
  'messaging:identityResolutionOpen:edit',
  'messaging:identityResolutionWhatsApp:edit',
  'messaging:identityResolutionX:edit',
  'messaging:integration:add',
  'messaging:integration:delete',
  'messaging:integration:edit',
  'messaging:supportedContent:add',
  'messaging:supportedContent:delete',
  'messaging:supportedContent:edit',
  'routing:queue:edit',
  'webDeployments:configuration:add',
  'webDeployments:configuration:delete',
  'webDeployments:configuration:edit',
  'webDeployments:deployment:add',
  'webDeployments:deployment:delete',
  'webDeployments:deployment:edit',
  'webDeployments:identityResolution:edit'
] as const

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

/** What a program’s administrator lets it look up: who may do what, and how much. */
const administration = ['authorization:role:view', 'limits:organization:view', 'oauth:client:view'] as const

/** A permission as the platform writes it: `domain:entity:action`. */
export type Permission = `${string}:${string}:${string}`

export interface Role {
  readonly name: string
  readonly permissions: readonly Permission[]
}

/** An agent’s. */
export const agentRole: Role = {
  name: 'Messaging Agent',
  permissions: [...reading, ...sending, ...handling, 'externalContacts:contact:edit', 'routing:queue:join']
}

/** A program’s that sends, receives, assigns, disconnects and sets things up. */
export const notifierRole: Role = { name: 'Notifier', permissions: [...reading, ...administration, ...sending, ...serving, ...configuring] }

/** A program’s that may look and nothing else. */
export const readerRole: Role = { name: 'Reader', permissions: [...reading, ...administration] }

/** The id of a role follows from its name: roles are the same in every sandbox. */
export const roleId = ({ name }: Role): string => uuidOf(`role ${name}`)
