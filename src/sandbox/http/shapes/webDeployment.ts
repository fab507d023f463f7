import type { Models } from 'purecloud-platform-client-v2'
import type { Organisation } from '../../organisation/organisation'
import {
  deployedVersion,
  type ConfigurationVersion,
  type ConversationSettings,
  type Messenger,
  type MessengerConfiguration,
  type WebDeployment,
  type WebDeploymentConfiguration
} from '../../organisation/webDeployment'
import { isoTime, optionalIsoTime, type Answer } from '../answers'
import { supportedContentReference } from './messagingConfiguration'

const conversationApp = (settings: ConversationSettings): Answer<Models.ConversationAppSettings> => ({
  enabled: settings.enabled,
  showAgentTypingIndicator: settings.showAgentTyping,
  showUserTypingIndicator: settings.showUserTyping,
  autoStart: { enabled: settings.autoStart },
  markdown: { enabled: settings.markdown },
  conversationDisconnect: settings.disconnect === 'off' ? { enabled: false, type: 'Send' } : { enabled: true, type: settings.disconnect },
  conversationClear: { enabled: settings.clear },
  notifications: { enabled: settings.pushNotifications },
  sessionDurationSeconds: settings.sessionDurationSeconds
})

const messengerBody = ({
  enabled,
  primaryColor,
  launcherVisibility,
  uploads,
  conversations
}: Messenger): Answer<Models.MessengerSettings> => ({
  enabled,
  styles: primaryColor === undefined ? undefined : { primaryColor },
  launcherButton: { visibility: launcherVisibility },
  fileUpload: {
    enableAttachments: uploads.enabled,
    modes: [{ fileTypes: uploads.fileTypes, maxFileSizeKB: uploads.maxFileSizeKB }]
  },
  apps: { conversations: conversationApp(conversations) }
})

const settingsBody = ({ name, description, languages, defaultLanguage, headless, messenger }: MessengerConfiguration) => ({
  name,
  description,
  languages,
  defaultLanguage,
  headlessMode: { enabled: headless },
  messenger: messengerBody(messenger)
})

const versionUri = (id: string, version: string): string => `/api/v2/webdeployments/configurations/${id}/versions/${version}`

/** A published version, as `GET …/configurations/{configurationId}/versions/{versionId}` answers it. */
export const versionBody = (
  { id }: WebDeploymentConfiguration,
  { version, settings, created, published }: ConfigurationVersion
): Answer<Models.WebDeploymentConfigurationVersion> => ({
  id,
  ...settingsBody(settings),
  version,
  dateCreated: isoTime(created),
  dateModified: isoTime(published),
  datePublished: isoTime(published),
  selfUri: versionUri(id, version)
})

/** As `GET …/versions/draft` answers it. */
export const draftBody = ({
  id,
  created,
  draft,
  versions
}: WebDeploymentConfiguration): Answer<Models.WebDeploymentConfigurationVersion> => ({
  id,
  ...settingsBody(draft.settings),
  version: 'DRAFT',
  dateCreated: isoTime(created),
  dateModified: isoTime(draft.modified),
  datePublished: optionalIsoTime(versions.at(-1)?.published),
  selfUri: versionUri(id, 'draft')
})

/** What an answer about a deployment fills in beside ids. */
export interface DeploymentExpand {
  readonly configuration: boolean
  readonly supportedContent: boolean
}

const configurationReference = (
  { deploymentConfigurations }: Organisation,
  deployment: WebDeployment,
  expanded: boolean
): Answer<Models.WebDeploymentConfigurationVersionEntityRef & Models.WebDeploymentConfigurationVersionResponse> => {
  const { configurationId: id, configurationVersion: number = '1' } = deployment
  const configuration = deploymentConfigurations.find((candidate) => candidate.id === id)
  const version = deployedVersion(deploymentConfigurations, deployment)
  const reference = { id, name: version?.settings.name ?? '', version: number, selfUri: versionUri(id, number) }
  return expanded && configuration && version ? { ...versionBody(configuration, version), ...reference } : reference
}

/** As `GET /api/v2/webdeployments/deployments/{deploymentId}` answers it, and, with its configuration, as the listing does. */
export const deploymentBody = (organisation: Organisation, deployment: WebDeployment, expand: DeploymentExpand) =>
  ({
    id: deployment.id,
    name: deployment.name,
    description: deployment.description,
    status: deployment.status,
    allowAllDomains: deployment.allowedDomains === undefined,
    allowedDomains: deployment.allowedDomains ?? [],
    supportedContent:
      deployment.supportedContentId === undefined
        ? undefined
        : supportedContentReference(organisation, deployment.supportedContentId, expand.supportedContent),
    dateCreated: isoTime(deployment.created),
    dateModified: isoTime(deployment.modified ?? deployment.created),
    flow: { id: deployment.flow.id, name: deployment.flow.name, selfUri: `/api/v2/flows/${deployment.flow.id}` },
    configuration: configurationReference(organisation, deployment, expand.configuration),
    selfUri: `/api/v2/webdeployments/deployments/${deployment.id}`
  }) satisfies Answer<Models.WebDeployment>
