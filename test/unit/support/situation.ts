import type { Conversation } from '../../../src/model/conversation'
import { known, unknown, type Fact } from '../../../src/model/fact'
import { hours, minutes } from '../../../src/model/instant'
import type { Credential, Deployment, Situation } from '../../../src/model/situation'
import type { ThreadingTimeline } from '../../../src/model/threading'
import { now } from './conversation'
import { ids } from './ids'

export const windowMs = hours(72)

export const threading = (minutesByMessengerType: Readonly<Record<string, number>> = {}): Fact<ThreadingTimeline> =>
  known(
    { defaultMinutes: windowMs / minutes(1), minutesByMessengerType: new Map(Object.entries(minutesByMessengerType)) },
    { source: 'GET /api/v2/conversations/messaging/threadingtimeline' }
  )

export const nora: Credential = { kind: 'user', name: 'Nora Lind', userId: ids.agentUser }
export const ben: Credential = { kind: 'user', name: 'Ben Ruiz', userId: ids.nobody }
export const notifier: Credential = { kind: 'client', name: 'Notifier', userId: undefined }

export const deployment = (given: Partial<Deployment> = {}): Deployment => ({
  id: ids.deployment,
  name: 'Shop',
  status: 'Active',
  ...given
})

export const notRead = unknown('It was not read.')

export const conversationSource = 'GET /api/v2/conversations/{conversationId}'

/** `conversation` with everything else known and in order: nora's and the notifier's credentials, one active deployment, 72 hours. */
export const situationOf = (conversation: Conversation | undefined, given: Partial<Situation> = {}): Situation => ({
  now,
  conversation: conversation === undefined ? notRead : known(conversation, { source: conversationSource, readAt: now }),
  threading: threading(),
  credentials: known([nora, notifier], { source: 'this connection' }),
  deployments: known([deployment()], { source: 'GET /api/v2/webdeployments/deployments' }),
  contact: known({ kind: 'current' }, { source: 'GET /api/v2/externalcontacts/contacts/{contactId}' }),
  ...given
})
