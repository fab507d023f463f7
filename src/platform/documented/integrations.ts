import type { Area } from './area'

/** The connections to the messaging channels: read and set up, never sent through. */
export const integrations: Area = {
  at: '/api/v2/conversations/messaging/integrations',
  scope: 'messaging',
  purpose: 'configure',
  operations: {
    GET: { purpose: 'read', needs: 'all messaging:integration:view', ok: { 200: 'MessagingIntegrationEntityListing' } },
    'GET /apple': { needs: 'all messaging:integration:view', ok: { 200: 'AppleIntegrationEntityListing' } },
    'POST /apple': {
      needs: 'all messaging:appleIntegration:add',
      body: 'AppleIntegrationRequest',
      ok: { 200: 'AppleIntegration', 202: 'AppleIntegration' },
      errors: {
        400: 'duplicate.integration.for.messages.for.business.id invalid.integration invalid.messages.for.business.id missing.required.field.value'
      }
    },
    'DELETE /apple/{integrationId}': { needs: 'all messaging:integration:delete', ok: { 204: '' }, errors: { 400: 'recipient.has.flow' } },
    'GET /apple/{integrationId}': { needs: 'all messaging:integration:view', ok: { 200: 'AppleIntegration' } },
    'PATCH /apple/{integrationId}': {
      needs: 'all messaging:appleIntegration:edit',
      body: 'AppleIntegrationUpdateRequest',
      ok: { 200: 'AppleIntegration' },
      errors: { 400: 'invalid.integration' }
    },
    'GET /facebook': { needs: 'all messaging:integration:view', ok: { 200: 'FacebookIntegrationEntityListing' } },
    'POST /facebook': {
      needs: 'all messaging:integration:add',
      body: 'FacebookIntegrationRequest',
      ok: { 200: 'FacebookIntegration', 202: 'FacebookIntegration' },
      errors: {
        400: 'could.not.find.page.access.token facebook.public.not.yet.supported invalid.access.token.combination invalid.integration invalid.page.access.token.provided missing.permissions missing.required.field.value unsupported.message.channel',
        409: 'existing.active.webhook.facebook.subscription page.already.integrated'
      }
    },
    'DELETE /facebook/{integrationId}': {
      needs: 'all messaging:integration:delete',
      ok: { 204: '' },
      errors: { 400: 'integration.has.ingestion.rule recipient.has.flow' }
    },
    'GET /facebook/{integrationId}': { needs: 'all messaging:integration:view', ok: { 200: 'FacebookIntegration' } },
    'PATCH /facebook/{integrationId}': {
      needs: 'all messaging:integration:edit',
      body: 'FacebookIntegrationUpdateRequest',
      ok: { 200: 'FacebookIntegration' },
      errors: { 400: 'invalid.integration' }
    },
    'GET /instagram': { needs: 'all messaging:integration:view', ok: { 200: 'InstagramIntegrationEntityListing' } },
    'POST /instagram': {
      needs: 'all messaging:conversationInstagramIntegration:add',
      body: 'InstagramIntegrationRequest',
      ok: { 200: 'InstagramIntegration', 202: 'InstagramIntegration' },
      errors: {
        400: 'could.not.find.page.access.token instagram.not.yet.supported invalid.access.token.combination invalid.integration invalid.page.access.token.provided missing.permissions missing.required.field.value no.instagram.account.associated.with.page page.subscription.error',
        409: 'page.already.integrated'
      }
    },
    'DELETE /instagram/{integrationId}': {
      needs: 'all messaging:integration:delete',
      ok: { 204: '' },
      errors: { 400: 'integration.has.ingestion.rule recipient.has.flow' }
    },
    'GET /instagram/{integrationId}': { needs: 'all messaging:integration:view', ok: { 200: 'InstagramIntegration' } },
    'PATCH /instagram/{integrationId}': {
      needs: 'all messaging:integration:edit',
      body: 'InstagramIntegrationUpdateRequest',
      ok: { 200: 'InstagramIntegration' },
      errors: { 400: 'invalid.integration' }
    },
    'GET /open': { needs: 'all messaging:integration:view', ok: { 200: 'OpenIntegrationEntityListing' } },
    'POST /open': {
      needs: 'all messaging:integration:add',
      body: 'OpenIntegrationRequest',
      ok: { 200: 'OpenIntegration', 202: 'OpenIntegration' },
      errors: {
        400: 'invalid.integration invalid.outbound.webhook.url missing.required.field.value notification.webhook.signature.secret.token.longer.than.15.characters too.many.webhook.headers'
      }
    },
    'POST /open/extensions/googlebusinessprofile': {
      needs: 'all messaging:googleBusinessProfileIntegration:add',
      body: 'GoogleBusinessProfileOpenIntegrationRequest',
      fromSdk: true,
      preview: true
    },
    'GET /open/extensions/googlebusinessprofile/oauth/settings': {
      needs: 'any messaging:googleBusinessProfileOAuthSettings:view',
      fromSdk: true,
      preview: true
    },
    'POST /open/extensions/googlebusinessprofile/tokens': {
      needs: 'any messaging:googleBusinessProfileToken:add',
      body: 'GoogleAuthTokenRequest',
      fromSdk: true,
      preview: true
    },
    'GET /open/extensions/googlebusinessprofile/tokens/{tokenId}': {
      needs: 'any messaging:googleBusinessProfileToken:view',
      fromSdk: true,
      preview: true
    },
    'GET /open/extensions/googlebusinessprofile/tokens/{tokenId}/accounts': {
      needs: 'any messaging:googleBusinessProfileAccount:view',
      fromSdk: true,
      preview: true
    },
    'DELETE /open/extensions/googlebusinessprofile/{integrationId}': {
      needs: 'all messaging:integration:delete',
      fromSdk: true,
      preview: true
    },
    'GET /open/extensions/googlebusinessprofile/{integrationId}': { needs: 'all messaging:integration:view', fromSdk: true, preview: true },
    'PATCH /open/extensions/googlebusinessprofile/{integrationId}': {
      needs: 'all messaging:googleBusinessProfileIntegration:edit',
      body: 'GoogleBusinessProfileOpenIntegrationUpdateRequest',
      fromSdk: true,
      preview: true
    },
    'DELETE /open/{integrationId}': {
      needs: 'all messaging:integration:delete',
      ok: { 204: '' },
      errors: { 400: 'open.wrong.endpoint recipient.has.flow', 412: 'integration.has.escalation.rules' }
    },
    'GET /open/{integrationId}': { needs: 'all messaging:integration:view', ok: { 200: 'OpenIntegration' } },
    'PATCH /open/{integrationId}': {
      needs: 'all messaging:integration:edit',
      body: 'OpenIntegrationUpdateRequest',
      ok: { 200: 'OpenIntegration' },
      errors: {
        400: 'invalid.integration invalid.outbound.webhook.url notification.webhook.signature.secret.token.longer.than.15.characters open.wrong.endpoint too.many.webhook.headers'
      }
    },
    'GET /twitter': { needs: 'all messaging:integration:view', ok: { 200: 'TwitterIntegrationEntityListing' } },
    'POST /twitter': {
      needs: 'all messaging:XIntegration:add',
      body: 'TwitterIntegrationRequest',
      ok: { 200: 'TwitterIntegration', 202: 'TwitterIntegration' },
      errors: { 400: 'invalid.integration missing.required.field.value' }
    },
    'GET /twitter/oauth/settings': { needs: 'all messaging:XIntegration:add', ok: { 200: 'TwitterSignupOAuthSettings' } },
    'DELETE /twitter/{integrationId}': {
      needs: 'all messaging:integration:delete',
      ok: { 204: '' },
      errors: { 400: 'recipient.has.flow', 412: 'integration.has.escalation.rules' }
    },
    'GET /twitter/{integrationId}': { needs: 'all messaging:integration:view', ok: { 200: 'TwitterIntegration' } },
    'PATCH /twitter/{integrationId}': {
      needs: 'all messaging:XIntegration:edit',
      body: 'TwitterIntegrationUpdateRequest',
      ok: { 200: 'TwitterIntegration' },
      errors: { 400: 'invalid.integration' }
    },
    'GET /whatsapp': { needs: 'all messaging:integration:view', ok: { 200: 'WhatsAppIntegrationEntityListing' } },
    'POST /whatsapp': {
      needs: 'all messaging:whatsappIntegration:add',
      body: 'WhatsAppIntegrationRequest',
      ok: { 200: 'WhatsAppIntegration', 202: 'WhatsAppIntegration' },
      errors: {
        400: 'invalid.integration invalid.phone.number missing.required.field.value',
        409: 'phone.number.already.in.use too.many.integrations.for.this.message.channel'
      }
    },
    'POST /whatsapp/embeddedsignup': {
      needs: 'all messaging:whatsappIntegration:add',
      body: 'WhatsAppEmbeddedSignupIntegrationRequest',
      ok: { 200: 'WhatsAppIntegration', 202: 'WhatsAppIntegration' },
      errors: {
        400: 'invalid.integration missing.required.field.value',
        409: 'phone.number.already.in.use too.many.integrations.for.this.message.channel'
      }
    },
    'PATCH /whatsapp/embeddedsignup/{integrationId}': {
      needs: 'all messaging:integration:edit',
      body: 'WhatsAppEmbeddedSignupIntegrationActivationRequest',
      ok: { 200: 'WhatsAppIntegration', 202: 'WhatsAppIntegration' },
      errors: {
        400: 'invalid.integration invalid.phone.number missing.required.field.value phone.number.not.found.on.waba',
        409: 'phone.number.already.in.use please.ensure.two.factor.authentication.is.disabled'
      }
    },
    'DELETE /whatsapp/{integrationId}': {
      needs: 'all messaging:integration:delete',
      ok: { 200: 'WhatsAppIntegration', 204: '' },
      errors: { 400: 'recipient.has.flow' }
    },
    'GET /whatsapp/{integrationId}': { needs: 'all messaging:integration:view', ok: { 200: 'WhatsAppIntegration' } },
    'PATCH /whatsapp/{integrationId}': {
      needs: 'all messaging:integration:edit',
      body: 'WhatsAppIntegrationUpdateRequest',
      ok: { 200: 'WhatsAppIntegration', 202: 'WhatsAppIntegration' },
      errors: { 400: 'invalid.integration' }
    },
    'GET /{integrationId}/twitter/oauth/settings': { needs: 'all messaging:XIntegration:add', ok: { 200: 'TwitterOAuthSettings' } }
  }
}
