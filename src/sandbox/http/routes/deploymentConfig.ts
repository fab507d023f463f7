import { Hono } from 'hono'
import { guestSettingsOf } from '../../organisation/organisation'
import type { World } from '../../world'
import type { Environment } from '../environment'

/**
 * What the platform’s content network tells a messenger of its deployment: `/webdeployments/v1/deployments/{id}/config.json`. It takes no token.
 * Source: genesys-messenger-transport-mobile-sdk, `DeploymentConfig`.
 */
export const deploymentConfigRoutes = ({ organisation }: World): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.get('/:deploymentId/config.json', (c) => {
    const id = c.req.param('deploymentId').toLowerCase()
    const deployment = organisation.deployments.find((candidate) => candidate.id === id)
    if (deployment === undefined) return c.body(null, 404)
    const { conversationDisconnect, conversationClear, showUserTyping, uploads } = guestSettingsOf(deployment)
    const { origin } = new URL(c.req.url)
    return c.json({
      id,
      version: '1',
      languages: ['en-us'],
      defaultLanguage: 'en-us',
      apiEndpoint: origin,
      messenger: {
        enabled: true,
        apps: {
          conversations: {
            messagingEndpoint: origin.replace(/^http/, 'ws'),
            showAgentTypingIndicator: true,
            showUserTypingIndicator: showUserTyping,
            autoStart: { enabled: false },
            conversationDisconnect: {
              enabled: conversationDisconnect !== 'off',
              type: conversationDisconnect === 'off' ? 'Send' : conversationDisconnect
            },
            conversationClear: { enabled: conversationClear }
          }
        },
        styles: { primaryColor: '#2a60c8' },
        launcherButton: { visibility: 'On' },
        fileUpload: { modes: [{ fileTypes: uploads.fileTypes, maxFileSizeKB: uploads.maxFileSizeKB }] }
      },
      journeyEvents: { enabled: false },
      auth: { enabled: false, allowSessionUpgrade: false },
      status: deployment.status
    })
  })
  return routes
}
