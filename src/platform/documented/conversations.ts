import type { Area } from './area'

/** Conversations of any medium. */
export const conversations: Area = {
  at: '/api/v2/conversations',
  scope: 'conversations',
  purpose: 'read',
  operations: {
    'DELETE /{conversationId}': {
      purpose: 'changeState',
      needs: 'any conversation:communication:disconnect',
      ok: { 204: '' },
      errors: { 400: 'not.a.user', 403: 'missing.division.permission', 404: 'conversation.error.conversation.not.found' }
    },
    'GET /{conversationId}': {
      summary: 'Reads a conversation with its participants, their communications and the time it ended.',
      needs: 'any conversation:communication:view',
      ok: { 200: 'Conversation' },
      errors: { 504: 'division.authorization.timeout' }
    },
    'POST /{conversationId}/assign': {
      purpose: 'changeState',
      summary: 'Hands an active, waiting conversation to a user, who can then send as its agent.',
      needs:
        'any conversation:call:pull conversation:call:assign conversation:callback:pull conversation:callback:assign conversation:webchat:pull conversation:webchat:assign conversation:email:pull conversation:email:assign conversation:message:pull conversation:message:assign',
      body: 'ConversationUser',
      ok: { 202: 'string' },
      errors: {
        400: 'feature.not.enabled invalid.id invalid.status operation.failed',
        403: 'forbidden',
        404: 'resource.not.found',
        500: 'internal.server.error',
        503: 'service.unavailable'
      }
    },
    'POST /{conversationId}/barge': {
      purpose: 'other',
      reads: true,
      needs: 'any conversation:call:barge',
      ok: { 201: '' },
      errors: { 400: 'conversation.error.barge.conference conversation.error.barge.target conversation.error.no.user.station not.a.user' }
    },
    'POST /{conversationId}/cobrowse': {
      purpose: 'other',
      needs: 'any conversation:cobrowse:add conversation:cobrowseVoice:add',
      ok: { 200: 'CobrowseWebMessagingSession' }
    },
    'GET /{conversationId}/communications/{communicationId}/internalmessages': {
      purpose: 'internal',
      needs: 'any conversation:internalMessaging:view',
      ok: { 200: 'InternalMessageDataEntityListing' }
    },
    'POST /{conversationId}/communications/{communicationId}/internalmessages': {
      purpose: 'internal',
      needs: 'any conversation:internalMessaging:create',
      body: 'InternalMessageRequest',
      ok: { 202: 'InternalMessageData' },
      errors: { 400: 'max.length.exceeded max.messages.exceeded max.messages.in.conversation' }
    },
    'GET /{conversationId}/communications/{communicationId}/internalmessages/{messageId}': {
      purpose: 'internal',
      needs: 'any conversation:internalMessaging:view',
      ok: { 200: 'InternalMessageData' }
    },
    'POST /{conversationId}/disconnect': {
      purpose: 'changeState',
      needs: 'any conversation:communication:disconnect',
      ok: { 202: 'string' },
      errors: { 403: 'missing.division.permission', 404: 'conversation.error.conversation.not.found' }
    },
    GET: { credential: ['user', 'description'], ok: { 200: 'ConversationEntityListing' } }
  }
}

/** What the OpenAPI lists for every operation that hands a conversation on, whatever its medium. */
const transferErrors = [
  'callback.error.user.id.queue.id',
  'conversation.error.agent.indicated.address.not.allowed',
  'conversation.error.participant.no.active.conversations',
  'conversations.error.queue.not.found',
  'conversations.error.transfer.acd.call.unattended',
  'conversations.error.transfer.chat.external',
  'conversations.error.transfer.chat.voicemail',
  'conversations.error.transfer.destination.required',
  'conversations.error.transfer.not.connected',
  'conversations.error.transfer.same.party',
  'conversations.error.transfer.userCall.voicemail',
  'conversations.error.transfer.usercall.voicemail',
  'postino.error.bad.request'
].join(' ')

/** A participant of a conversation of any medium. */
export const participants: Area = {
  at: '/api/v2/conversations/{conversationId}/participants/{participantId}',
  scope: 'conversations',
  purpose: 'other',
  operations: {
    PATCH: {
      purpose: 'changeState',
      needs: 'any conversation:participant:wrapup conversation:call:record conversation:communication:disconnect',
      body: 'MediaParticipantRequest',
      ok: { 202: '' },
      errors: {
        400: 'conversation.error.cannot.confine.party conversation.error.cannot.disconnect.call conversation.error.hold.alerting conversation.error.participant.attribute.null conversation.error.participant.no.active.conversations conversation.error.wrapup.code.required conversation.participant.update.invalid',
        404: 'conversation.error.not.conversation.participant',
        500: 'conversation.participant.update.failed'
      }
    },
    'PATCH /attributes': { body: 'ParticipantAttributes', ok: { 202: '' }, errors: { 404: 'conversation.error.participant.not.found' } },
    'POST /callbacks': {
      purpose: 'otherChannel',
      needs: 'all conversation:callback:create',
      body: 'CreateCallbackOnConversationCommand',
      ok: { 201: '' },
      errors: {
        400: 'callback.error.callback.already.being.routed callback.error.parse.call.number callback.error.scheduled.callback.already.exists callback.error.scheduled.time.too.far.in.future callback.error.target.communication.cannot.be.acd.or.ivr conversation.error.cannot.callback.acd conversation.error.queue.required',
        404: 'conversation.error.conversation.not.found'
      }
    },
    'DELETE /codes/{addCommunicationCode}': {},
    'POST /digits': {
      body: 'Digits',
      ok: { 202: '' },
      errors: { 404: 'conversation.error.conversation.not.found', 500: 'providerapi.error.station.no.active.edge' }
    },
    'DELETE /flaggedreason': {
      ok: { 204: '' },
      errors: { 404: 'conversation.error.conversation.not.found conversation.error.not.conversation.participant' }
    },
    'PUT /flaggedreason': {
      ok: { 204: '' },
      errors: { 404: 'conversation.error.conversation.not.found conversation.error.not.conversation.participant' }
    },
    'POST /internalmessages/users/communications': {
      purpose: 'internal',
      needs: 'any conversation:internalMessaging:setupWithUser',
      body: 'MessagingConferWithUserRequest',
      ok: { 202: 'MessagingConferResponse' },
      errors: {
        400: 'conversation.error.internal.message.active conversation.error.internal.message.target.not.supported conversation.error.internal.message.target.user.not.found conversation.error.internal.message.user.concurrent.max.exceeded conversation.error.not.supported.command general.bad.request',
        403: 'not.authorized',
        404: 'conversation.error.participant.not.found'
      }
    },
    'POST /replace': {
      purpose: 'transfer',
      needs: 'any conversation:communication:blindTransfer',
      body: 'TransferRequest',
      ok: { 202: '' },
      errors: {
        400: `conversation.error.disallowed.transfer.destination ${transferErrors}`,
        404: 'conversation.error.participant.not.found'
      }
    },
    'POST /replace/agent': {
      purpose: 'transfer',
      needs: 'any conversation:communication:blindTransfer conversation:communication:blindTransferAgent',
      body: 'TransferToAgentRequest',
      ok: { 202: '' },
      errors: { 400: transferErrors, 404: 'conversation.error.participant.not.found' }
    },
    'POST /replace/contact/external': {
      purpose: 'transfer',
      needs: 'any conversation:communication:blindTransfer conversation:communication:blindTransferExternalContact',
      body: 'TransferToExternalContactRequest',
      ok: { 202: '' },
      errors: { 400: transferErrors, 404: 'conversation.error.participant.not.found' }
    },
    'POST /replace/external': {
      purpose: 'transfer',
      needs: 'any conversation:communication:blindTransfer conversation:communication:blindTransferExternal',
      body: 'TransferToExternalRequest',
      ok: { 202: '' },
      errors: { 400: transferErrors, 404: 'conversation.error.participant.not.found' }
    },
    'POST /replace/queue': {
      purpose: 'transfer',
      needs: 'any conversation:communication:blindTransfer conversation:communication:blindTransferQueue',
      body: 'TransferToQueueRequest',
      ok: { 202: '' },
      errors: { 400: transferErrors, 404: 'conversation.error.participant.not.found' }
    },
    'GET /secureivrsessions': { ok: { 200: 'SecureSessionEntityListing' } },
    'POST /secureivrsessions': { body: 'CreateSecureSession', ok: { 200: 'SecureSession' } },
    'GET /secureivrsessions/{secureSessionId}': { ok: { 200: 'SecureSession' } },
    'POST /transfer': {
      purpose: 'transfer',
      needs: 'any conversation:communication:blindTransfer',
      body: 'TransferToAddressRequest',
      ok: { 202: '' },
      errors: {
        400: `conversation.error.disallowed.transfer.destination ${transferErrors}`,
        404: 'conversation.error.participant.not.found'
      }
    },
    'GET /wrapup': { ok: { 200: 'AssignedWrapupCode' }, errors: { 404: 'conversation.error.conversation.not.found' } },
    'GET /wrapupcodes': { ok: { 200: 'Array<WrapupCode>' }, errors: { 400: 'general.bad.request' } }
  }
}

/** The agent’s checklists. */
export const checklists: Area = {
  at: '/api/v2/conversations/{conversationId}/communications/{communicationId}/agentchecklists',
  scope: 'conversations',
  purpose: 'internal',
  operations: {
    GET: { needs: 'all conversation:agentchecklist:view', ok: { 200: 'AgentChecklistResponseList' } },
    'POST /finalize': {
      needs: 'all conversation:agentchecklist:edit',
      body: 'ChecklistFinalizePayload',
      ok: { 200: 'AgentChecklistResponseList' }
    },
    'GET /{agentChecklistId}': { needs: 'all conversation:agentchecklist:view', ok: { 200: 'AgentChecklistResponse' } },
    'POST /{agentChecklistId}': {
      needs: 'all conversation:agentchecklist:edit',
      body: 'ChecklistActivationPayload',
      ok: { 200: 'AgentChecklistResponse', 202: 'AgentChecklistResponse' }
    },
    'POST /{agentChecklistId}/agentaction': {
      needs: 'all conversation:agentchecklist:edit',
      body: 'AgentActionPayload',
      ok: { 200: 'AgentChecklistResponse' }
    },
    'POST /{agentChecklistId}/jobs': {
      needs: 'all conversation:agentchecklist:edit',
      body: 'ChecklistInferenceJobPayload',
      ok: { 200: 'ChecklistInferenceJobCreationResponse', 202: 'ChecklistInferenceJobCreationResponse' }
    },
    'GET /{agentChecklistId}/jobs/{jobId}': { needs: 'all conversation:agentchecklist:view', ok: { 200: 'ChecklistInferenceJobResponse' } }
  }
}
