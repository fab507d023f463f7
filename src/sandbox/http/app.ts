import { Hono } from 'hono'
import type { AuthorizationCodes } from '../credentials/authorizationCodes'
import type { CredentialStore } from '../credentials/credentialStore'
import type { World } from '../world'
import { answerError } from './answers'
import { needsOf } from './authentication'
import { correlation } from './correlation'
import type { Environment } from './environment'
import { refuseUnknownPath } from './path'
import type { RateLimit } from './rateLimit'
import { analyticsRoutes } from './routes/analytics'
import { authorizationRoutes } from './routes/authorization'
import { conversationRoutes } from './routes/conversations'
import { externalContactRoutes } from './routes/externalContacts'
import { guestRoutes } from './routes/guest'
import { identityRoutes } from './routes/identity'
import { messageConversationRoutes } from './routes/messageConversations'
import { messageRoutes } from './routes/messages'
import { messagingSettingsRoutes } from './routes/messagingSettings'
import { oauthRoutes } from './routes/oauth'
import { organisationLimitRoutes } from './routes/organisationLimits'
import { participantRoutes } from './routes/participants'
import { routingRoutes } from './routes/routing'
import { sendRoutes } from './routes/sends'
import { signInRoutes } from './routes/signIn'
import { userRoutes } from './routes/users'
import { webDeploymentRoutes } from './routes/webDeployments'
import { limitedBody, loopbackOnly, trustedOriginsOnly } from './safety'

/** What goes on whatever organisation is behind the app. */
export interface Access {
  readonly credentials: CredentialStore
  readonly codes: AuthorizationCodes
  readonly countRequest: RateLimit
}

/** The sandbox’s side of HTTP: the login host and the API host in one. */
export const createApp = (world: World, { credentials, codes, countRequest }: Access): Hono<Environment> => {
  const needs = needsOf(credentials, world.clock, countRequest)
  const messages = '/api/v2/conversations/messages'
  const app = new Hono<Environment>()
  app.use(correlation(world.ids), loopbackOnly, trustedOriginsOnly, limitedBody)
  app.route('/', signInRoutes(world, credentials, codes))
  app.route('/oauth', oauthRoutes(credentials, codes, world.clock))
  app.route('/v1', guestRoutes())
  app.route('/api/v2', identityRoutes(world, credentials, needs))
  app.route('/api/v2', authorizationRoutes(world, credentials, needs))
  app.route('/api/v2/users', userRoutes(world, credentials, needs))
  app.route('/api/v2/organizations/limits', organisationLimitRoutes(needs))
  app.route(messages, messageConversationRoutes(world, needs))
  app.route(messages, participantRoutes(world, needs))
  app.route(messages, messageRoutes(world, needs))
  app.route(messages, sendRoutes(world, needs))
  app.route('/api/v2/conversations/messaging', messagingSettingsRoutes(world, needs))
  app.route('/api/v2/analytics', analyticsRoutes(world, needs))
  app.route('/api/v2/webdeployments', webDeploymentRoutes(world, needs))
  app.route('/api/v2/externalcontacts', externalContactRoutes(world, needs))
  app.route('/api/v2/routing', routingRoutes(world, needs))
  // After all others: its paths start with an id, where others have a word.
  app.route('/api/v2/conversations', conversationRoutes(world, needs))
  app.notFound((c) => refuseUnknownPath(c))
  app.onError(answerError)
  return app
}
