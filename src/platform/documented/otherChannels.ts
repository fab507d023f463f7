import type { Area } from './area'

/** Telephone calls back to a customer. */
export const callbacks: Area = {
  at: '/api/v2/conversations/callbacks',
  scope: 'conversations',
  purpose: 'otherChannel',
  operations: {
    GET: { credential: ['user', 'description'], ok: { 200: 'CallbackConversationEntityListing' } },
    PATCH: {
      needs: 'any conversation:callback:edit',
      body: 'PatchCallbackRequest',
      ok: { 200: 'PatchCallbackResponse' },
      errors: {
        400: 'callback.error.agent.not.member.of.queue callback.error.cannot.update.non.agent.owned.callback callback.error.conversation.not.found callback.error.missing.required.information.for.patch.request callback.error.parse.call.number callback.error.queue.not.found callback.error.scheduled.time.too.far.in.future',
        404: 'callback.error.callback.not.found callback.error.scheduled.callback.job.id.not.found',
        412: 'callback.error.already.triggered',
        500: 'callback.error.unable.to.update.schedule.callback'
      }
    },
    POST: {
      needs: 'all conversation:callback:create',
      body: 'CreateCallbackCommand',
      ok: { 200: 'CreateCallbackResponse', 202: '' },
      errors: {
        400: 'callback.error.cannot.create.agent.owned.callback callback.error.missing.callback.numbers callback.error.missing.queue.id callback.error.scheduled.callback.limit.exceeded callback.error.scheduled.callback.number.limit.exceeded callback.error.scheduled.time.too.far.in.future'
      }
    },
    'POST /bulk/disconnect': {
      needs: 'any conversation:communication:disconnect',
      body: 'BulkCallbackDisconnectRequest',
      ok: { 202: '' },
      errors: { 400: 'callback.error.too.many.entities' }
    },
    'POST /bulk/update': {
      needs: 'any conversation:callback:edit',
      body: 'BulkCallbackPatchRequest',
      ok: { 200: 'BulkCallbackPatchResponse' },
      errors: { 400: 'callback.error.scheduled.time.too.far.in.future callback.error.too.many.entities' }
    },
    'GET /{conversationId}': { ok: { 200: 'CallbackConversation' }, errors: { 404: 'conversation.error.conversation.not.found' } },
    'PATCH /{conversationId}': {
      needs: 'any conversation:communication:disconnect',
      body: 'Conversation',
      ok: { 200: 'Conversation' },
      errors: { 400: 'conversation.error.cannot.conference.self conversation.error.empty.conversation.list' }
    },
    'PATCH /{conversationId}/participants/{participantId}': {
      needs: 'any conversation:participant:wrapup conversation:call:record conversation:communication:disconnect',
      body: 'MediaParticipantRequest',
      ok: { 202: '' },
      errors: {
        400: 'callback.error.answer.not.alerting callback.error.conversation.not.found callback.error.transfer.canceled conversation.error.participant.no.active.conversations conversation.participant.update.invalid',
        404: 'conversation.error.not.conversation.participant',
        500: 'conversation.participant.update.failed'
      }
    },
    'PATCH /{conversationId}/participants/{participantId}/attributes': {
      body: 'ParticipantAttributes',
      ok: { 202: 'ParticipantAttributes' }
    },
    'PATCH /{conversationId}/participants/{participantId}/communications/{communicationId}': {
      body: 'MediaParticipantRequest',
      ok: { 200: '' },
      errors: { 400: 'communication.state.required' }
    },
    'GET /{conversationId}/participants/{participantId}/communications/{communicationId}/wrapup': {
      ok: { 200: 'AssignedWrapupCode' },
      errors: { 404: 'conversation.error.conversation.not.found' }
    },
    'POST /{conversationId}/participants/{participantId}/communications/{communicationId}/wrapup': {
      needs: 'any conversation:participant:wrapup',
      body: 'WrapupInput',
      ok: { 202: '' },
      errors: { 400: 'missing.wrapup.code', 404: 'conversation.error.communication.not.found' }
    },
    'POST /{conversationId}/participants/{participantId}/replace': {
      purpose: 'transfer',
      needs: 'any conversation:communication:blindTransfer',
      body: 'TransferRequest',
      ok: { 202: '' },
      errors: {
        400: 'callback.error.additional.info.value.length.invalid callback.error.parse.call.number callback.error.transfer.not.connected callback.error.user.id.queue.id conversations.error.queue.not.found conversations.error.transfer.acd.call.unattended. conversations.error.transfer.not.connected conversations.error.transfer.same.party',
        500: 'callback.error.unable.to.schedule.callback'
      }
    },
    'GET /{conversationId}/participants/{participantId}/wrapup': {
      ok: { 200: 'AssignedWrapupCode' },
      errors: {
        400: 'conversation.error.participant.no.active.conversations',
        404: 'conversation.error.conversation.not.found conversation.error.not.conversation.participant'
      }
    },
    'GET /{conversationId}/participants/{participantId}/wrapupcodes': { ok: { 200: 'Array<WrapupCode>' } },
    'PUT /{conversationId}/recordingstate': {
      needs: 'any conversation:recording:pauseOthers',
      body: 'SetRecordingState',
      ok: { 200: 'string', 202: 'string' },
      errors: {
        400: 'conversation.error.conversation.disconnected general.bad.request',
        403: 'conversation.error.forbidden.not.active.participant',
        404: 'conversation.error.conversation.not.found'
      }
    }
  }
}

/** E-mail, as far as it takes over from messaging. */
export const emails: Area = {
  at: '/api/v2/conversations/emails',
  scope: 'conversations',
  purpose: 'otherChannel',
  operations: {
    'POST /agentless': {
      needs: 'any conversation:email:create conversation:agentlessEmail:send',
      body: 'AgentlessEmailSendRequestDto',
      ok: { 200: 'AgentlessEmailSendResponseDto' },
      errors: {
        400: 'not.a.client postino.error.invalid.sender.type postino.error.missing.field postino.error.not.verified postino.error.subject.too.long',
        403: 'feature.forbidden',
        404: 'email.conversation.not.found postino.error.not.found',
        500: 'postino.error postino.error.internal'
      }
    },
    'POST /{conversationId}/reconnect': {
      needs: 'any conversation:communication:reconnect',
      ok: { 204: '' },
      errors: {
        400: 'email.reconnect.agent.limit.exceeded email.reconnect.already.connected email.reconnect.expired email.reconnect.no.external email.reconnect.no.internal postino.route.not.found'
      }
    }
  }
}

/** The domains that e-mail is sent from. */
export const emailDomains: Area = {
  at: '/api/v2/routing/email/outbound/domains',
  scope: 'routing',
  purpose: 'configure',
  operations: {
    GET: {
      needs: 'all routing:email:manage',
      ok: { 200: 'OutboundDomainEntityListing' },
      errors: { 504: 'postino.error.request.timeout' }
    },
    POST: {
      needs: 'all routing:email:manage',
      body: 'OutboundDomainCreateRequest',
      ok: { 202: 'EmailOutboundDomainResult' },
      errors: {
        400: 'email.error.integration.authentication email.error.integration.connection email.error.integration.host email.error.integration.ssl email.error.invalid.integration email.error.invalid.settings postino.domain.exists postino.invalid.domain.name postino.max.domains.exceeded',
        404: 'email.error.settings.not.found',
        504: 'email.error.integration.timeout'
      }
    },
    'POST /simulated': {
      needs: 'all routing:email:manage',
      body: 'OutboundDomainCreateRequest',
      ok: { 202: 'EmailOutboundDomainResult' },
      errors: { 400: 'postino.domain.exists postino.invalid.domain.name postino.max.domains.exceeded' }
    },
    'DELETE /{domainId}': { needs: 'all routing:email:manage', ok: { 204: '' }, errors: { 404: 'postino.error.not.found' } },
    'GET /{domainId}': {
      needs: 'any routing:email:manage routing:email:view',
      ok: { 200: 'OutboundDomain' },
      errors: { 404: 'postino.error.not.found' }
    },
    'PATCH /{domainId}': {
      needs: 'all routing:email:manage',
      body: 'OutboundDomainPatchRequest',
      ok: { 200: 'OutboundDomain' },
      errors: {
        400: 'email.error.integration.authentication email.error.integration.connection email.error.integration.host email.error.integration.ssl email.error.invalid.integration email.error.invalid.settings',
        404: 'email.error.settings.not.found postino.domain.not.found',
        504: 'email.error.integration.timeout'
      }
    },
    'GET /{domainId}/activation': {
      needs: 'all routing:email:manage',
      ok: { 200: 'EmailOutboundDomainResult' },
      errors: { 404: 'postino.error.not.found' }
    },
    'PUT /{domainId}/activation': {
      needs: 'all routing:email:manage',
      ok: { 200: 'EmailOutboundDomainResult' },
      errors: { 400: 'postino.invalid.domain.activation', 404: 'postino.error.not.found' }
    },
    'POST /{domainId}/testconnection': {
      reads: true,
      needs: 'all routing:email:manage',
      body: 'TestMessage',
      ok: { 200: 'TestMessage' },
      errors: {
        400: 'email.error.integration.authentication email.error.integration.connection email.error.integration.host email.error.integration.ssl email.error.invalid.integration',
        403: 'feature.forbidden',
        504: 'email.error.integration.timeout'
      }
    }
  }
}
