import { Hono } from 'hono'
import type { Clock } from '../clock'
import type { Control } from '../control/control'
import type { AuthorizationCodes } from '../credentials/authorizationCodes'
import type { CredentialStore } from '../credentials/credentialStore'
import type { Faults } from '../faults/faults'
import type { Ledger } from '../ledger/ledger'
import type { ClientUsage } from '../usage/clientUsage'
import type { World } from '../world'
import { answerError } from './answers'
import { needsOf } from './authentication'
import { correlation } from './correlation'
import type { Environment } from './environment'
import { faulty } from './faulty'
import { refuseUnknownPath } from './path'
import type { RateLimit } from './rateLimit'
import { recorded } from './recorded'
import { analyticsJobRoutes } from './routes/analyticsJobs'
import { analyticsRoutes } from './routes/analytics'
import { clientUsageRoutes } from './routes/clientUsage'
import { contactIdentityRoutes } from './routes/contactIdentity'
import { authorizationRoutes } from './routes/authorization'
import { controlRoutes } from './routes/control'
import { conversationRoutes } from './routes/conversations'
import { deploymentConfigRoutes } from './routes/deploymentConfig'
import { externalContactRoutes } from './routes/externalContacts'
import { guestAttachmentRoutes } from './routes/guestAttachments'
import { identityRoutes } from './routes/identity'
import { inboundOpenRoutes } from './routes/inboundOpen'
import { identityResolutionRoutes } from './routes/identityResolution'
import { integrationRoutes } from './routes/integrations'
import { mediaRoutes } from './routes/media'
import { messageConversationRoutes } from './routes/messageConversations'
import { mediaFileRoutes } from './routes/mediaFiles'
import { messageRoutes } from './routes/messages'
import { messagingSettingsRoutes } from './routes/messagingSettings'
import { notificationRoutes } from './routes/notifications'
import { oauthRoutes } from './routes/oauth'
import { organisationLimitRoutes } from './routes/organisationLimits'
import { participantRoutes } from './routes/participants'
import { responseManagementRoutes } from './routes/responseManagement'
import { routingRoutes } from './routes/routing'
import { routingStatusRoutes } from './routes/routingStatus'
import { sendRoutes } from './routes/sends'
import { speechAnalyticsRoutes } from './routes/speechAnalytics'
import { stateChangeRoutes } from './routes/stateChanges'
import { transferRoutes } from './routes/transfers'
import { typingRoutes } from './routes/typing'
import { smsNumberRoutes } from './routes/smsNumbers'
import { supportedContentRoutes } from './routes/supportedContent'
import { webDeploymentConfigurationRoutes } from './routes/webDeploymentConfigurations'
import { signInRoutes } from './routes/signIn'
import { userRoutes } from './routes/users'
import { webDeploymentRoutes } from './routes/webDeployments'
import { webMessagingRoutes } from './routes/webMessaging'
import { wrapUpRoutes } from './routes/wrapUps'
import { limitedBody, loopbackOnly, trustedOriginsOnly } from './safety'

/** What stands around the organisation: who may come in, move its time and make things go wrong, and what is written down. */
export interface Surroundings {
  readonly credentials: CredentialStore
  readonly codes: AuthorizationCodes
  readonly countRequest: RateLimit
  /** Goes on whatever organisation is loaded. */
  readonly clock: Clock
  readonly faults: Faults
  readonly control: Control
  readonly controlToken: string
  readonly ledger: Ledger
  readonly usage: ClientUsage
}

/** The sandbox’s side of HTTP: the login host, the API host and the control API in one. */
export const createApp = (
  world: World,
  { credentials, codes, countRequest, clock, faults, ledger, usage, control, controlToken }: Surroundings
): Hono<Environment> => {
  const needs = needsOf(credentials, world.clock, countRequest, usage)
  const messages = '/api/v2/conversations/messages'
  const messaging = '/api/v2/conversations/messaging'
  const app = new Hono<Environment>()
  app.use(correlation(world.ids))
  // Before the limit of API requests, which is smaller than a file may be, and before the ledger: whoever has the URL of a file may read it.
  app.use('/guest-attachments/*', loopbackOnly)
  app.route('/guest-attachments', guestAttachmentRoutes(world))
  app.use('/message-media/*', loopbackOnly)
  app.route('/message-media', mediaFileRoutes(world))
  app.use(recorded(ledger, clock), loopbackOnly, trustedOriginsOnly, limitedBody, faulty(faults, clock))
  app.route('/sandbox', controlRoutes(control, controlToken))
  app.route('/', signInRoutes(world, credentials, codes))
  app.route('/oauth', oauthRoutes(credentials, codes, world.clock))
  app.route('/webdeployments/v1/deployments', deploymentConfigRoutes(world))
  app.route('/api/v2', identityRoutes(world, credentials, needs))
  app.route('/api/v2', authorizationRoutes(world, credentials, needs))
  app.route('/api/v2/oauth/clients', clientUsageRoutes(world, credentials, usage, needs))
  app.route('/api/v2/users', userRoutes(world, credentials, needs))
  app.route('/api/v2/organizations/limits', organisationLimitRoutes(needs))
  app.route(messages, messageConversationRoutes(world, needs))
  app.route(messages, participantRoutes(world, needs))
  app.route(messages, messageRoutes(world, needs))
  app.route(messages, sendRoutes(world, needs))
  app.route(messages, mediaRoutes(world, needs))
  app.route(messages, typingRoutes(world, needs))
  app.route(messages, inboundOpenRoutes(world, needs))
  app.route(messaging, messagingSettingsRoutes(world, needs))
  app.route(`${messaging}/integrations`, integrationRoutes(world, needs))
  app.route(`${messaging}/identityresolution/integrations`, identityResolutionRoutes(world, needs))
  app.route(`${messaging}/supportedcontent`, supportedContentRoutes(world, needs))
  app.route('/api/v2/analytics/conversations/details/jobs', analyticsJobRoutes(world, needs))
  app.route('/api/v2/analytics', analyticsRoutes(world, needs))
  app.route('/api/v2/webdeployments/deployments', webDeploymentRoutes(world, needs))
  app.route('/api/v2/webdeployments/configurations', webDeploymentConfigurationRoutes(world, needs))
  app.route('/api/v2/webmessaging', webMessagingRoutes(world))
  // Before the contacts: it has words where they have an id.
  app.route('/api/v2/externalcontacts', contactIdentityRoutes(world, needs))
  app.route('/api/v2/externalcontacts/contacts', externalContactRoutes(world, needs))
  app.route('/api/v2/routing', routingRoutes(world, needs))
  app.route('/api/v2', speechAnalyticsRoutes(world, needs))
  app.route('/api/v2/users', routingStatusRoutes(world, needs))
  app.route('/api/v2/routing/sms/phonenumbers', smsNumberRoutes(world, needs))
  app.route('/api/v2/responsemanagement', responseManagementRoutes(world, needs))
  app.route('/api/v2/notifications', notificationRoutes(world, needs))
  // After all others: its paths start with an id, where others have a word.
  app.route('/api/v2/conversations', wrapUpRoutes(world, needs))
  app.route('/api/v2/conversations', transferRoutes(world, needs))
  app.route('/api/v2/conversations', stateChangeRoutes(world, needs))
  app.route('/api/v2/conversations', conversationRoutes(world, needs))
  app.notFound((c) => refuseUnknownPath(c))
  app.onError(answerError)
  return app
}
