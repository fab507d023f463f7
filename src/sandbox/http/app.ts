import { Hono } from 'hono'
import type { CredentialStore } from '../credentials/credentialStore'
import type { World } from '../world'
import { answerError } from './answers'
import { needsOf } from './authentication'
import { correlation } from './correlation'
import type { Environment } from './environment'
import { refuseUnknownPath } from './path'
import { analyticsJobRoutes } from './routes/analyticsJobs'
import { analyticsRoutes } from './routes/analytics'
import { contactIdentityRoutes } from './routes/contactIdentity'
import { conversationRoutes } from './routes/conversations'
import { externalContactRoutes } from './routes/externalContacts'
import { guestRoutes } from './routes/guest'
import { identityRoutes } from './routes/identity'
import { identityResolutionRoutes } from './routes/identityResolution'
import { integrationRoutes } from './routes/integrations'
import { inboundOpenRoutes } from './routes/inboundOpen'
import { mediaRoutes } from './routes/media'
import { messageConversationRoutes } from './routes/messageConversations'
import { mediaFileRoutes } from './routes/mediaFiles'
import { messageRoutes } from './routes/messages'
import { messagingSettingsRoutes } from './routes/messagingSettings'
import { oauthRoutes } from './routes/oauth'
import { participantRoutes } from './routes/participants'
import { responseManagementRoutes } from './routes/responseManagement'
import { routingRoutes } from './routes/routing'
import { routingStatusRoutes } from './routes/routingStatus'
import { sendRoutes } from './routes/sends'
import { smsNumberRoutes } from './routes/smsNumbers'
import { supportedContentRoutes } from './routes/supportedContent'
import { webDeploymentConfigurationRoutes } from './routes/webDeploymentConfigurations'
import { stateChangeRoutes } from './routes/stateChanges'
import { transferRoutes } from './routes/transfers'
import { typingRoutes } from './routes/typing'
import { webDeploymentRoutes } from './routes/webDeployments'
import { wrapUpRoutes } from './routes/wrapUps'
import { limitedBody, loopbackOnly } from './safety'

/** The sandbox’s side of HTTP: the login host and the API host in one. */
export const createApp = (world: World, credentials: CredentialStore): Hono<Environment> => {
  const needs = needsOf(credentials, world.clock)
  const messages = '/api/v2/conversations/messages'
  const messaging = '/api/v2/conversations/messaging'
  const app = new Hono<Environment>()
  app.use(correlation(world.ids), loopbackOnly)
  // Before the limit of API requests, which is smaller than a file may be.
  app.route('/message-media', mediaFileRoutes(world))
  app.use(limitedBody)
  app.route('/oauth', oauthRoutes(credentials, world.clock))
  app.route('/v1', guestRoutes())
  app.route('/api/v2', identityRoutes(world, needs))
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
  // Before the contacts: it has words where they have an id.
  app.route('/api/v2/externalcontacts', contactIdentityRoutes(world, needs))
  app.route('/api/v2/externalcontacts/contacts', externalContactRoutes(world, needs))
  app.route('/api/v2/routing', routingRoutes(world, needs))
  app.route('/api/v2/routing/sms/phonenumbers', smsNumberRoutes(world, needs))
  app.route('/api/v2/responsemanagement', responseManagementRoutes(world, needs))
  app.route('/api/v2/users', routingStatusRoutes(world, needs))
  // After all others: its paths start with an id, where others have a word.
  app.route('/api/v2/conversations', wrapUpRoutes(world, needs))
  app.route('/api/v2/conversations', transferRoutes(world, needs))
  app.route('/api/v2/conversations', stateChangeRoutes(world, needs))
  app.route('/api/v2/conversations', conversationRoutes(world, needs))
  app.notFound((c) => refuseUnknownPath(c))
  app.onError(answerError)
  return app
}
