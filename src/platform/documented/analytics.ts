import type { Area } from './area'

/** Conversations as analytics knows them, ended ones too. */
export const analytics: Area = {
  at: '/api/v2/analytics/conversations',
  scope: 'analytics',
  purpose: 'read',
  operations: {
    'GET /details': {
      needs: 'any analytics:conversationDetail:view analytics:agentConversationDetail:view',
      ok: { 200: 'AnalyticsConversationWithoutAttributesMultiGetResponse' },
      errors: { 403: 'missing.division.permission' }
    },
    'POST /details/jobs': {
      reads: true,
      needs: 'any analytics:conversationDetail:view analytics:agentConversationDetail:view',
      body: 'AsyncConversationQuery',
      ok: { 202: 'AsyncQueryResponse' },
      errors: { 403: 'missing.division.permission' }
    },
    'GET /details/jobs/availability': { needs: 'any analytics:conversationDetail:view', ok: { 200: 'DataAvailabilityResponse' } },
    'DELETE /details/jobs/{jobId}': {
      purpose: 'other',
      reads: true,
      needs: 'any analytics:conversationDetail:view analytics:agentConversationDetail:view',
      ok: { 204: '' },
      errors: { 403: 'missing.division.permission' }
    },
    'GET /details/jobs/{jobId}': {
      needs: 'any analytics:conversationDetail:view analytics:agentConversationDetail:view',
      ok: { 200: 'AsyncQueryStatus', 202: 'AsyncQueryStatus' },
      errors: { 403: 'missing.division.permission' }
    },
    'GET /details/jobs/{jobId}/results': {
      needs: 'any analytics:conversationDetail:view analytics:agentConversationDetail:view',
      ok: { 200: 'AnalyticsConversationAsyncQueryResponse' },
      errors: { 403: 'missing.division.permission' }
    },
    'POST /details/query': {
      summary: 'Lists conversations, ended ones too.',
      reads: true,
      needs: 'any analytics:conversationDetail:view analytics:agentConversationDetail:view',
      body: 'ConversationQuery',
      ok: { 200: 'AnalyticsConversationQueryResponse' },
      errors: { 403: 'missing.division.permission', 413: 'payload.too.large', 503: 'general.internal.server.error' }
    },
    'GET /{conversationId}/details': {
      needs: 'any analytics:conversationDetail:view analytics:agentConversationDetail:view',
      ok: { 200: 'AnalyticsConversationWithoutAttributes' },
      errors: { 403: 'missing.division.permission' }
    },
    'POST /{conversationId}/details/properties': {
      purpose: 'other',
      needs: 'any analytics:conversationProperties:index',
      body: 'PropertyIndexRequest',
      ok: { 202: 'PropertyIndexRequest' },
      errors: { 403: 'missing.division.permission' }
    }
  }
}
