import type { Conversation } from '../../../src/model/conversation'
import { known, unknown, type Fact } from '../../../src/model/fact'
import { hours, minutes } from '../../../src/model/instant'
import type { Credential } from '../../../src/model/credential'
import type { Listing } from '../../../src/model/listing'
import type { Queue, QueueMembership } from '../../../src/model/queue'
import type { Deployment, Integration, SmsNumber } from '../../../src/model/senders'
import type { Situation } from '../../../src/model/situation'
import type { ThreadingTimeline } from '../../../src/model/threading'
import { now } from './conversation'
import { ids } from './ids'

export const windowMs = hours(72)

export const threading = (minutesByMessengerType: Readonly<Record<string, number>> = {}): Fact<ThreadingTimeline> =>
  known(
    { defaultMinutes: windowMs / minutes(1), minutesByMessengerType: new Map(Object.entries(minutesByMessengerType)) },
    { source: 'GET /api/v2/conversations/messaging/threadingtimeline' }
  )

/** What the roles of a credential permit. */
export const granted = (...permissions: readonly string[]): Credential['permissions'] =>
  known(permissions, { source: 'GET /api/v2/users/me?expand=authorization' })

/** A token with these scopes. */
export const grantOf = (type: string, ...scopes: readonly string[]): Credential['grant'] =>
  known({ type, scopes }, { source: 'GET /api/v2/tokens/me' })

const all = granted('conversation:*:*')
export const nora: Credential = {
  kind: 'user',
  name: 'Nora Lind',
  userId: ids.agentUser,
  permissions: all,
  grant: grantOf('CODE', 'conversations')
}
export const ben: Credential = {
  kind: 'user',
  name: 'Ben Ruiz',
  userId: ids.nobody,
  permissions: all,
  grant: grantOf('CODE', 'conversations')
}
export const notifier: Credential = {
  kind: 'client',
  name: 'Notifier',
  userId: undefined,
  permissions: all,
  grant: grantOf('CLIENT-CREDENTIALS')
}

export const deployment = (given: Partial<Deployment> = {}): Deployment => ({
  id: ids.deployment,
  name: 'Shop',
  status: 'Active',
  ...given
})

/** Facts of the organisation, each as if it was read where it is documented to be. */
export const integrations = (...rows: readonly Partial<Integration>[]): Fact<Listing<Integration>> =>
  known(
    {
      rows: rows.map((row) => ({ id: ids.integration, name: 'Shop line', messengerType: 'open', status: 'Active', ...row })),
      isComplete: true
    },
    { source: 'GET /api/v2/conversations/messaging/integrations' }
  )

export const smsNumbers = (...rows: readonly SmsNumber[]): Fact<Listing<SmsNumber>> =>
  known({ rows, isComplete: true }, { source: 'GET /api/v2/routing/sms/phonenumbers' })

export const queue = (given: Partial<Queue> = {}): Fact<Queue> =>
  known(
    { id: ids.queue, name: 'Web support', outboundChannels: ['sms', 'open', 'whatsapp'], manualAssignment: true, ...given },
    { source: 'GET /api/v2/routing/queues/{queueId}' }
  )

export const memberships = (...rows: readonly Partial<QueueMembership>[]): Fact<Listing<QueueMembership>> =>
  known(
    { rows: rows.map((row) => ({ queueId: ids.queue, queueName: 'Web support', joined: true, ...row })), isComplete: true },
    { source: 'GET /api/v2/routing/queues/me' }
  )

/** The same listing, of which more rows were not read. */
export const cut = <Row>(listing: Fact<Listing<Row>>): Fact<Listing<Row>> =>
  listing.known ? { ...listing, value: { ...listing.value, isComplete: false } } : listing

export const routingStatus = (status: string): Fact<string> => known(status, { source: 'GET /api/v2/users/me?expand=routingStatus' })

export const notRead = unknown('It was not read.')

export const conversationSource = 'GET /api/v2/conversations/{conversationId}'

/** `conversation` with everything else known and in order: nora's and the notifier's credentials with every
 * permission, one active deployment, an integration per channel, one queue that is ready, with the user free in it, 72 hours. */
export const situationOf = (conversation: Conversation | undefined, given: Partial<Situation> = {}): Situation => ({
  now,
  conversation: conversation === undefined ? notRead : known(conversation, { source: conversationSource, readAt: now }),
  threading: threading(),
  credentials: known([nora, notifier], { source: 'this connection' }),
  deployments: known([deployment()], { source: 'GET /api/v2/webdeployments/deployments' }),
  integrations: integrations(
    { messengerType: 'open' },
    { id: ids.whatsAppIntegration, messengerType: 'whatsapp' },
    { id: ids.appleIntegration, messengerType: 'apple' }
  ),
  smsNumbers: smsNumbers({ phoneNumber: '+41440000002', status: 'ACTIVE' }),
  queue: queue(),
  memberships: memberships({}),
  routingStatus: routingStatus('IDLE'),
  cannedResponse: unknown('No template has been chosen.'),
  outboundMedia: known(['image/*', 'application/pdf'], {
    source: 'GET /api/v2/conversations/messaging/supportedcontent/{supportedContentId}'
  }),
  contact: known({ kind: 'current' }, { source: 'GET /api/v2/externalcontacts/contacts/{contactId}' }),
  ...given
})
