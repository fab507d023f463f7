import type { Area } from './area'

/** Whether a channel’s customers become external contacts. */
export const identityResolution: Area = {
  at: '/api/v2/conversations/messaging/identityresolution/integrations',
  scope: 'messaging',
  purpose: 'configure',
  operations: {
    'GET /apple/{integrationId}': {
      needs: 'all messaging:integration:view messaging:identityResolutionApple:view',
      ok: { 200: 'AppleIdentityResolutionConfig' }
    },
    'PUT /apple/{integrationId}': {
      needs: 'all messaging:integration:edit messaging:identityResolutionApple:edit',
      body: 'AppleIdentityResolutionConfig',
      ok: { 200: 'AppleIdentityResolutionConfig' },
      errors: { 400: 'division.not.found general.bad.request', 403: 'access.denied.to.field', 422: 'validation.failed' }
    },
    'GET /facebook/{integrationId}': {
      needs: 'all messaging:integration:view messaging:identityResolutionFacebook:view',
      ok: { 200: 'FacebookIdentityResolutionConfig' }
    },
    'PUT /facebook/{integrationId}': {
      needs: 'all messaging:integration:edit messaging:identityResolutionFacebook:edit',
      body: 'FacebookIdentityResolutionConfig',
      ok: { 200: 'FacebookIdentityResolutionConfig' },
      errors: { 400: 'division.not.found general.bad.request', 403: 'access.denied.to.field', 422: 'validation.failed' }
    },
    'GET /instagram/{integrationId}': {
      needs: 'all messaging:integration:view messaging:identityResolutionInstagram:view',
      ok: { 200: 'InstagramIdentityResolutionConfig' }
    },
    'PUT /instagram/{integrationId}': {
      needs: 'all messaging:integration:edit messaging:identityResolutionInstagram:edit',
      body: 'InstagramIdentityResolutionConfig',
      ok: { 200: 'InstagramIdentityResolutionConfig' },
      errors: { 400: 'division.not.found general.bad.request', 403: 'access.denied.to.field', 422: 'validation.failed' }
    },
    'GET /open/{integrationId}': {
      needs: 'all messaging:integration:view messaging:identityResolutionOpen:view',
      ok: { 200: 'OpenMessagingIdentityResolutionConfig' },
      errors: { 404: 'integration.not.found', 409: 'integration.not.active' }
    },
    'PUT /open/{integrationId}': {
      needs: 'all messaging:integration:edit messaging:identityResolutionOpen:edit',
      body: 'OpenMessagingIdentityResolutionConfig',
      ok: { 200: 'OpenMessagingIdentityResolutionConfig' },
      errors: {
        400: 'division.not.found general.bad.request',
        403: 'access.denied.to.field',
        409: 'integration.not.active',
        422: 'validation.failed'
      }
    },
    'GET /twitter/{integrationId}': {
      needs: 'all messaging:integration:view messaging:identityResolutionX:view',
      ok: { 200: 'TwitterIdentityResolutionConfig' }
    },
    'PUT /twitter/{integrationId}': {
      needs: 'all messaging:XIntegration:edit messaging:identityResolutionX:edit',
      body: 'TwitterIdentityResolutionConfig',
      ok: { 200: 'TwitterIdentityResolutionConfig' },
      errors: { 400: 'general.bad.request', 403: 'access.denied.to.field', 422: 'validation.failed' }
    },
    'GET /whatsapp/{integrationId}': {
      needs: 'all messaging:integration:view messaging:identityResolutionWhatsApp:view',
      ok: { 200: 'WhatsAppIdentityResolutionConfig' }
    },
    'PUT /whatsapp/{integrationId}': {
      needs: 'all messaging:integration:edit messaging:identityResolutionWhatsApp:edit',
      body: 'WhatsAppIdentityResolutionConfig',
      ok: { 200: 'WhatsAppIdentityResolutionConfig' },
      errors: { 400: 'division.not.found general.bad.request', 403: 'access.denied.to.field', 422: 'validation.failed' }
    }
  }
}

/** What messaging is set up with. Nothing below this path sends or reads a message. */
export const messagingConfiguration: Area = {
  at: '/api/v2/conversations/messaging',
  scope: 'messaging',
  purpose: 'configure',
  operations: {
    'GET /facebook/app': { needs: 'all messaging:integration:add', ok: { 200: 'FacebookAppCredentials' } },
    'GET /facebook/permissions': {
      needs: 'any messaging:integration:add messaging:integration:edit messaging:conversationInstagramIntegration:add',
      ok: { 200: 'FacebookPermissionEntityListing' }
    },
    'GET /oauth/apple/callback': {
      credential: ['none', 'security'],
      ok: { 200: 'OAuthAppleAuthorizationResponse' },
      errors: { 400: 'parameters.missing' }
    },
    'GET /settings': { needs: 'all messaging:setting:view', ok: { 200: 'MessagingConfigListing' } },
    'POST /settings': {
      needs: 'all messaging:setting:add',
      body: 'MessagingSettingRequest',
      ok: { 200: 'MessagingSetting', 201: 'MessagingSetting' },
      errors: { 400: 'invalid.messaging.setting' }
    },
    'DELETE /settings/default': { needs: 'all messaging:setting:delete', ok: { 204: '' } },
    'GET /settings/default': { needs: 'all messaging:setting:view', ok: { 200: 'MessagingSetting' } },
    'PUT /settings/default': {
      needs: 'all messaging:setting:edit',
      body: 'MessagingSettingDefaultRequest',
      ok: { 200: 'MessagingSetting' }
    },
    'DELETE /settings/{messageSettingId}': { needs: 'all messaging:setting:delete', ok: { 204: '' } },
    'GET /settings/{messageSettingId}': { needs: 'all messaging:setting:view', ok: { 200: 'MessagingSetting' } },
    'PATCH /settings/{messageSettingId}': {
      needs: 'all messaging:setting:edit',
      body: 'MessagingSettingPatchRequest',
      ok: { 200: 'MessagingSetting' },
      errors: { 400: 'invalid.messaging.setting' }
    },
    'GET /supportedcontent': { needs: 'all messaging:supportedContent:view', ok: { 200: 'SupportedContentListing' } },
    'POST /supportedcontent': {
      needs: 'any messaging:supportedContent:add',
      body: 'SupportedContent',
      ok: { 200: 'SupportedContent', 201: 'SupportedContent' },
      errors: {
        400: 'invalid.media.type invalid.supported.content maximum.supported.content.media.types.exceeded maximum.supported.content.profiles.exceeded'
      }
    },
    'GET /supportedcontent/default': { needs: 'all messaging:supportedContent:view', ok: { 200: 'SupportedContent' } },
    'PUT /supportedcontent/default': {
      needs: 'all messaging:supportedContent:edit',
      body: 'SupportedContentReference',
      ok: { 200: 'SupportedContent' },
      errors: { 400: 'supported.content.id.required' }
    },
    'DELETE /supportedcontent/{supportedContentId}': {
      needs: 'all messaging:supportedContent:delete',
      ok: { 204: '' },
      errors: { 400: 'supported.content.in.use supported.content.in.use.sms' }
    },
    'GET /supportedcontent/{supportedContentId}': { needs: 'all messaging:supportedContent:view', ok: { 200: 'SupportedContent' } },
    'PATCH /supportedcontent/{supportedContentId}': {
      needs: 'all messaging:supportedContent:edit',
      body: 'SupportedContent',
      ok: { 200: 'SupportedContent' },
      errors: { 400: 'invalid.media.type invalid.supported.content maximum.supported.content.media.types.exceeded' }
    }
  }
}

/** How long after its end a customer’s message still continues a conversation. It stands with the configuration, and has the scope of conversations. */
export const threadingTimeline: Area = {
  at: '/api/v2/conversations/messaging/threadingtimeline',
  scope: 'conversations',
  purpose: 'configure',
  operations: {
    GET: {
      purpose: 'read',
      needs: 'all conversation:threadingTimeline:view',
      ok: { 200: 'ConversationThreadingWindow' }
    },
    PUT: {
      needs: 'all conversation:threadingTimeline:edit',
      body: 'ConversationThreadingWindow',
      ok: { 200: 'ConversationThreadingWindow' },
      errors: { 400: 'invalid.threading.window.timeout' }
    }
  }
}

/** The same settings under their older path. */
export const olderConfiguration: Area = {
  at: '/api/v2/messaging',
  scope: 'messaging-platform',
  purpose: 'configure',
  operations: {
    'GET /settings': { needs: 'all messaging:setting:view', ok: { 200: 'MessagingConfigListing' } },
    'POST /settings': {
      needs: 'any messaging:setting:add',
      body: 'MessagingSettingRequest',
      ok: { 200: 'MessagingSetting', 201: 'MessagingSetting' }
    },
    'DELETE /settings/default': { needs: 'all messaging:setting:delete', ok: { 204: '' } },
    'GET /settings/default': { needs: 'all messaging:setting:view', ok: { 200: 'MessagingSetting' } },
    'PUT /settings/default': {
      needs: 'all messaging:setting:edit',
      body: 'MessagingSettingDefaultRequest',
      ok: { 200: 'MessagingSetting' }
    },
    'DELETE /settings/{messageSettingId}': { needs: 'all messaging:setting:delete', ok: { 204: '' } },
    'GET /settings/{messageSettingId}': { needs: 'all messaging:setting:view', ok: { 200: 'MessagingSetting' } },
    'PATCH /settings/{messageSettingId}': {
      needs: 'all messaging:setting:edit',
      body: 'MessagingSettingRequest',
      ok: { 200: 'MessagingSetting' }
    },
    'GET /supportedcontent': { needs: 'all messaging:supportedContent:view', ok: { 200: 'SupportedContentListing' } },
    'POST /supportedcontent': {
      needs: 'any messaging:supportedContent:add',
      body: 'SupportedContent',
      ok: { 200: 'SupportedContent', 201: 'SupportedContent' },
      errors: {
        400: 'invalid.media.type invalid.supported.content maximum.supported.content.media.types.exceeded maximum.supported.content.profiles.exceeded'
      }
    },
    'DELETE /supportedcontent/{supportedContentId}': {
      needs: 'all messaging:supportedContent:delete',
      ok: { 204: '' },
      errors: { 400: 'supported.content.in.use supported.content.in.use.sms' }
    },
    'GET /supportedcontent/{supportedContentId}': {
      needs: 'all messaging:supportedContent:view',
      ok: { 200: 'SupportedContent' }
    },
    'PATCH /supportedcontent/{supportedContentId}': {
      needs: 'all messaging:supportedContent:edit',
      body: 'SupportedContent',
      ok: { 200: 'SupportedContent' },
      errors: { 400: 'invalid.media.type invalid.supported.content maximum.supported.content.media.types.exceeded' }
    }
  }
}
