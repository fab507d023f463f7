import type { Area } from './area'

/** Channels and topics of the notification websocket. */
export const notifications: Area = {
  at: '/api/v2/notifications',
  scope: 'notifications',
  readonlyScope: false,
  purpose: 'subscribe',
  operations: {
    'GET /availabletopics': { ok: { 200: 'AvailableTopicEntityListing' }, preview: true },
    'GET /channels': { ok: { 200: 'ChannelEntityListing' } },
    'POST /channels': { ok: { 200: 'Channel' } },
    'HEAD /channels/{channelId}': {},
    'DELETE /channels/{channelId}/subscriptions': {},
    'GET /channels/{channelId}/subscriptions': { ok: { 200: 'ChannelTopicEntityListing' } },
    'POST /channels/{channelId}/subscriptions': {
      body: 'Array<ChannelTopic>',
      ok: { 200: 'ChannelTopicEntityListing' },
      errors: {
        400: 'notification.invalid.topic notification.subscription.too.many.subscriptions notification.transport.not.allowed notification.unable.to.get.channel.id',
        403: 'notification.unauthorized.divisioned.topic notification.unauthorized.topic'
      }
    },
    'PUT /channels/{channelId}/subscriptions': {
      body: 'Array<ChannelTopic>',
      ok: { 200: 'ChannelTopicEntityListing' },
      errors: {
        400: 'notification.invalid.topic notification.subscription.too.many.subscriptions notification.unable.to.get.channel.id',
        403: 'notification.forbidden.topic notification.unauthorized.divisioned.topic notification.unauthorized.topic',
        404: 'entity.not.found',
        503: 'general.internal.server.error'
      }
    }
  }
}

/** What the organisation may use. */
export const limits: Area = {
  at: '/api/v2/organizations/limits',
  scope: 'organization',
  purpose: 'read',
  operations: {
    'GET /changerequests': {
      needs: 'any limits:organization:view',
      ok: { 200: 'LimitChangeRequestsEntityListing' },
      errors: { 400: 'max.override.requests' }
    },
    'GET /changerequests/{requestId}': { needs: 'any limits:organization:view', ok: { 200: 'LimitChangeRequestDetails' } },
    'GET /docs': { ok: { 200: 'LimitDocumentation' } },
    'GET /docs/freetrial': { ok: { 200: 'FreeTrialLimitDocs' } },
    'GET /namespaces': { ok: { 200: 'PagedNamespaceListing' } },
    'GET /namespaces/{namespaceName}': { ok: { 200: 'LimitsEntityListing' }, errors: { 400: 'invalid.value' } },
    'GET /namespaces/{namespaceName}/defaults': { ok: { 200: 'LimitsEntityListing' }, errors: { 400: 'invalid.value' } }
  }
}

/** The token that a request is sent with. */
export const tokens: Area = {
  at: '/api/v2/tokens/me',
  scope: 'user-basic-info',
  readonlyScope: false,
  purpose: 'read',
  operations: {
    DELETE: { purpose: 'other', ok: { 200: '' } },
    GET: { credential: ['either', 'description'], ok: { 200: 'TokenInfo' } },
    HEAD: {}
  }
}

/** The user whose token it is. */
export const users: Area = {
  at: '/api/v2/users/me',
  scope: 'user-basic-info',
  readonlyScope: false,
  purpose: 'read',
  operations: {
    GET: { ok: { 200: 'UserMe' }, errors: { 400: 'not.a.user', 404: 'general.resource.not.found' } }
  }
}
