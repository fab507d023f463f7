import { Hono } from 'hono'
import { deployedVersion, messengerOf } from '../../organisation/webDeployment'
import type { World } from '../../world'
import type { Environment } from '../environment'

/**
 * What the platform’s content network tells a messenger of its deployment: `/webdeployments/v1/deployments/{id}/config.json`. It takes no token.
 * Source: genesys-messenger-transport-mobile-sdk, `DeploymentConfig`.
 */
export const deploymentConfigRoutes = (world: World): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.get('/:deploymentId/config.json', (c) => {
    const id = c.req.param('deploymentId').toLowerCase()
    const { organisation } = world
    const deployment = organisation.deployments.find((candidate) => candidate.id === id)
    if (deployment === undefined) return c.body(null, 404)
    const { deploymentConfigurations } = organisation
    const version = deployedVersion(deploymentConfigurations, deployment)
    const { enabled, conversations, uploads, launcherVisibility, primaryColor } = messengerOf(deploymentConfigurations, deployment)
    const { origin } = new URL(c.req.url)
    return c.json({
      id,
      version: version?.version ?? '1',
      languages: version?.settings.languages ?? ['en-us'],
      defaultLanguage: version?.settings.defaultLanguage ?? 'en-us',
      apiEndpoint: origin,
      messenger: {
        enabled,
        apps: {
          conversations: {
            messagingEndpoint: origin.replace(/^http/, 'ws'),
            showAgentTypingIndicator: conversations.showAgentTyping,
            showUserTypingIndicator: conversations.showUserTyping,
            autoStart: { enabled: conversations.autoStart },
            markdown: { enabled: conversations.markdown },
            conversationDisconnect: {
              enabled: conversations.disconnect !== 'off',
              type: conversations.disconnect === 'off' ? 'Send' : conversations.disconnect
            },
            conversationClear: { enabled: conversations.clear }
          }
        },
        styles: { primaryColor },
        launcherButton: { visibility: launcherVisibility },
        fileUpload: { modes: uploads.enabled ? [{ fileTypes: uploads.fileTypes, maxFileSizeKB: uploads.maxFileSizeKB }] : [] }
      },
      journeyEvents: { enabled: false },
      auth: { enabled: false, allowSessionUpgrade: false },
      status: deployment.status
    })
  })
  return routes
}
