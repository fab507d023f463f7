import type { Models } from 'purecloud-platform-client-v2'
import type { Integration, IntegrationChannel, IntegrationOn } from '../../organisation/integration'
import type { Organisation } from '../../organisation/organisation'
import { isoTime, type Answer } from '../answers'
import { messagingSettingReference, supportedContentReference } from './messagingConfiguration'

/** Source: published OpenAPI, `expand` of the integrations’ operations. */
export const integrationParts = ['supportedContent', 'messagingSetting', 'identityresolution'] as const

/** What the published models of all channels have in common. */
const commonFields = (organisation: Organisation, integration: Integration, expand: ReadonlySet<string>) => ({
  id: integration.id,
  name: integration.name,
  status: integration.status,
  supportedContent: supportedContentReference(organisation, integration.supportedContentId, expand.has('supportedContent')),
  messagingSetting: messagingSettingReference(organisation, integration.messagingSettingId, expand.has('messagingSetting')),
  recipient: { id: integration.id, name: integration.name, selfUri: `/api/v2/routing/message/recipients/${integration.id}` },
  dateCreated: isoTime(integration.created),
  dateModified: isoTime(integration.modified)
})

/** As `GET /api/v2/conversations/messaging/integrations` lists it, whatever its channel. */
export const integrationBody = (
  organisation: Organisation,
  integration: Integration,
  expand: ReadonlySet<string>
): Answer<Models.MessagingIntegration> => ({
  ...commonFields(organisation, integration, expand),
  messengerType: integration.channel,
  openExtensionType: integration.channel === 'open' ? 'None' : undefined,
  version: integration.version,
  selfUri: `/api/v2/conversations/messaging/integrations/${integration.channel}/${integration.id}`
})

export const openIntegrationBody = (
  organisation: Organisation,
  integration: IntegrationOn<'open'>,
  expand: ReadonlySet<string>
): Answer<Models.OpenIntegration> => ({
  ...commonFields(organisation, integration, expand),
  outboundNotificationWebhookUrl: integration.webhookUrl,
  outboundNotificationWebhookSignatureSecretToken: integration.webhookSecret,
  webhookHeaders: integration.webhookHeaders,
  createStatus: 'Completed',
  selfUri: `/api/v2/conversations/messaging/integrations/open/${integration.id}`
})

/** The published model of each channel’s integration. */
export interface IntegrationModels {
  readonly open: Models.OpenIntegration
  readonly whatsapp: Models.WhatsAppIntegration
  readonly facebook: Models.FacebookIntegration
  readonly instagram: Models.InstagramIntegration
  readonly twitter: Models.TwitterIntegration
  readonly apple: Models.AppleIntegration
}

/** The Facebook app that stands behind the pages of this organisation. */
const facebookAppId = '104000000000000'

/** As `GET …/integrations/{channel}/{integrationId}` answers it. */
export const channelIntegrationBody = (
  organisation: Organisation,
  integration: Integration,
  expand: ReadonlySet<string>
): Answer<IntegrationModels[IntegrationChannel]> => {
  const created = {
    createStatus: 'Completed',
    selfUri: `/api/v2/conversations/messaging/integrations/${integration.channel}/${integration.id}`
  }
  const common = { ...commonFields(organisation, integration, expand), ...created }
  const { version } = integration
  switch (integration.channel) {
    case 'open':
      return openIntegrationBody(organisation, integration, expand)
    case 'whatsapp':
      return {
        ...common,
        version,
        phoneNumber: integration.phoneNumber,
        whatsAppBusinessAccountId: integration.businessAccountId
      } satisfies Answer<Models.WhatsAppIntegration>
    case 'facebook':
      return {
        ...common,
        version,
        appId: facebookAppId,
        pageId: integration.pageId,
        pageName: integration.pageName
      } satisfies Answer<Models.FacebookIntegration>
    case 'instagram':
      return {
        ...common,
        version,
        appId: facebookAppId,
        pageId: integration.pageId,
        instagramUsername: integration.username
      } satisfies Answer<Models.InstagramIntegration>
    case 'twitter':
      return { ...common, version } satisfies Answer<Models.TwitterIntegration>
    case 'apple':
      return {
        ...common,
        messagesForBusinessId: integration.businessId,
        businessName: integration.businessName
      } satisfies Answer<Models.AppleIntegration>
  }
}
