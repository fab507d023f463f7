import type { Area } from './area'

/** Message conversations. */
export const messages: Area = {
  at: '/api/v2/conversations/messages',
  scope: 'conversations',
  purpose: 'read',
  operations: {
    GET: { credential: ['user', 'description'], ok: { 200: 'MessageConversationEntityListing' } },
    POST: {
      purpose: 'startConversation',
      summary: 'Opens an outbound conversation that an agent owns (SMS, open messaging, WhatsApp). It sends no text itself.',
      credential: ['user', 'inferred'],
      needs: 'all conversation:message:create',
      body: 'CreateOutboundMessagingConversationRequest',
      ok: { 200: 'CreateOutboundMessagingConversationResponse' },
      errors: {
        400: 'active.conversation existing.conversation invalid.phone.number invalid.phone.numbers invalid.whatsapp.address queue.address.required queue.membership.required'
      }
    },
    'POST /agentless': {
      purpose: 'send',
      summary: 'Sends a message without an agent, also when the conversation has ended or nobody is connected.',
      needs: 'all conversation:message:create',
      body: 'SendAgentlessOutboundMessageRequest',
      ok: { 200: 'SendAgentlessOutboundMessageResponse', 202: '' },
      errors: {
        400: 'active.conversation existing.conversation invalid.webmessaging.text.body invalid.whatsapp.address max.length.exceeded not.a.client response.missing.apple.invitation',
        409: 'organization.outbound.usage.limit.exceeded'
      }
    },
    'GET /cachedmedia': { needs: 'any conversation:cachedMedia:view', ok: { 200: 'CachedMediaItemEntityListing' } },
    'DELETE /cachedmedia/{cachedMediaItemId}': { purpose: 'other', needs: 'any conversation:cachedMedia:delete', ok: { 202: '' } },
    'GET /cachedmedia/{cachedMediaItemId}': { needs: 'any conversation:cachedMedia:view', ok: { 200: 'CachedMediaItem' } },
    'POST /inbound/open': {
      purpose: 'receive',
      needs: 'all conversation:message:receive',
      body: 'OpenNormalizedMessage',
      ok: { 200: 'OpenNormalizedMessage', 202: 'OpenNormalizedMessage' },
      errors: { 400: 'missing.open.channel.date not.a.client' }
    },
    'GET /{conversationId}': {
      summary: 'Reads the messaging side of a conversation.',
      ok: { 200: 'MessageConversation' },
      errors: { 404: 'conversation.error.conversation.not.found' }
    },
    'PATCH /{conversationId}': {
      purpose: 'changeState',
      summary: 'Disconnects a conversation. “disconnected” is the only state that can be written.',
      needs: 'any conversation:communication:disconnect conversation:message:park',
      body: 'Conversation',
      ok: { 200: 'Conversation' }
    },
    'POST /{conversationId}/communications/{communicationId}/messages': {
      purpose: 'send',
      summary: 'Sends a message as the agent whose communication is connected.',
      credential: ['user', 'developerBlog'],
      needs: 'any conversation:message:create conversation:webmessaging:create',
      body: 'AdditionalMessage',
      ok: { 200: 'MessageData', 202: '' },
      errors: {
        400: 'conversation.message.limit.exceeded max.length.exceeded media.too.large not.found',
        409: 'organization.outbound.usage.limit.exceeded'
      }
    },
    'GET /{conversationId}/communications/{communicationId}/messages/media': {
      needs: 'any conversation:messageMedia:view',
      ok: { 200: 'MessageMediaListing' }
    },
    'POST /{conversationId}/communications/{communicationId}/messages/media': {
      purpose: 'attach',
      needs: 'any conversation:message:create conversation:webmessaging:create conversation:socialmedia:create',
      ok: { 202: 'MessageMediaData' }
    },
    'POST /{conversationId}/communications/{communicationId}/messages/media/uploads': {
      purpose: 'attach',
      needs: 'any conversation:message:create conversation:webmessaging:create conversation:socialmedia:create',
      body: 'UploadMediaRequest',
      ok: { 200: 'MessageMediaUploadData' }
    },
    'GET /{conversationId}/communications/{communicationId}/messages/media/{mediaId}': {
      needs: 'any conversation:message:view conversation:webmessaging:view',
      ok: { 200: 'MessageMediaData' }
    },
    'POST /{conversationId}/communications/{communicationId}/socialmedia/messages': {
      purpose: 'send',
      needs: 'any conversation:socialmedia:create',
      body: 'AdditionalSocialMediaMessage',
      ok: { 200: 'SocialMediaMessageData', 202: 'SocialMediaMessageData' },
      errors: {
        400: 'conversation.message.limit.exceeded max.length.exceeded media.too.large not.found',
        409: 'organization.outbound.usage.limit.exceeded'
      }
    },
    'POST /{conversationId}/communications/{communicationId}/typing': {
      purpose: 'other',
      needs: 'any conversation:message:create conversation:webmessaging:create',
      body: 'MessageTypingEventRequest',
      ok: { 204: '' }
    },
    'POST /{conversationId}/messages/bulk': {
      reads: true,
      needs: 'any conversation:message:view conversation:webmessaging:view',
      body: 'Array<string>',
      ok: { 200: 'TextMessageListing' }
    },
    'GET /{conversationId}/messages/{messageId}': {
      summary: 'Reads one message with its delivery status.',
      needs: 'any conversation:message:view conversation:webmessaging:view',
      ok: { 200: 'MessageData' }
    },
    'PATCH /{conversationId}/participants/{participantId}': {
      purpose: 'changeState',
      summary: 'Accepts an alerting conversation (“connected”) or leaves it (“disconnected”).',
      needs: 'any conversation:participant:wrapup conversation:call:record conversation:communication:disconnect',
      body: 'MediaParticipantRequest',
      ok: { 202: '' },
      errors: {
        400: 'conversation.error.cannot.park.conversation.with.internal.message conversation.error.participant.no.active.conversations conversation.participant.update.invalid',
        500: 'conversation.participant.update.failed'
      }
    },
    'PATCH /{conversationId}/participants/{participantId}/attributes': {
      purpose: 'other',
      body: 'ParticipantAttributes',
      ok: { 202: 'ParticipantAttributes' }
    },
    'PATCH /{conversationId}/participants/{participantId}/communications/{communicationId}': {
      purpose: 'changeState',
      body: 'MediaParticipantRequest',
      ok: { 200: '' },
      errors: { 400: 'communication.state.required' }
    },
    'POST /{conversationId}/participants/{participantId}/communications/{communicationId}/summaries': {
      purpose: 'other',
      needs: 'all conversation:summary:add',
      body: 'OnDemandConversationSummaryRequest',
      fromSdk: true
    },
    'GET /{conversationId}/participants/{participantId}/communications/{communicationId}/wrapup': {
      ok: { 200: 'AssignedWrapupCode' },
      errors: { 404: 'conversation.error.conversation.not.found' }
    },
    'POST /{conversationId}/participants/{participantId}/communications/{communicationId}/wrapup': {
      purpose: 'other',
      needs: 'any conversation:participant:wrapup',
      body: 'WrapupInput',
      ok: { 202: '' },
      errors: { 400: 'missing.wrapup.code' }
    },
    'POST /{conversationId}/participants/{participantId}/monitor': {
      purpose: 'other',
      reads: true,
      needs: 'any conversation:message:monitor',
      ok: { 201: '' },
      errors: { 400: 'conversation.error.monitor.own.conversation not.a.user too.many.monitors' }
    },
    'PATCH /{conversationId}/participants/{participantId}/parkingstate': {
      purpose: 'changeState',
      summary: 'Parks a conversation for its agent, or takes it up again.',
      needs: 'any conversation:message:park',
      body: 'ParkingStateRequest',
      ok: { 204: '' },
      errors: {
        400: 'conversation.error.cannot.park.conversation.with.internal.message conversation.error.conversation.disconnected conversation.error.park.user.concurrent.max.exceeded conversation.error.unexpected.parking.state general.bad.request',
        403: 'conversation.error.forbidden.not.active.participant',
        404: 'conversation.error.conversation.not.found conversation.error.participant.not.found'
      }
    },
    'POST /{conversationId}/participants/{participantId}/replace': {
      purpose: 'transfer',
      needs: 'any conversation:communication:blindTransfer',
      body: 'TransferRequest',
      ok: { 202: '' },
      errors: {
        400: 'conversations.error.queue.not.found conversations.error.transfer.not.connected',
        403: 'conversation.error.forbidden.not.active.participant'
      }
    },
    'GET /{conversationId}/participants/{participantId}/wrapup': { ok: { 200: 'AssignedWrapupCode' } },
    'GET /{conversationId}/participants/{participantId}/wrapupcodes': { ok: { 200: 'Array<WrapupCode>' } },
    'PUT /{conversationId}/recordingstate': {
      purpose: 'other',
      needs: 'any conversation:recording:pauseOthers',
      body: 'SetRecordingState',
      ok: { 200: 'string', 202: 'string' },
      errors: {
        400: 'conversation.error.conversation.disconnected general.bad.request',
        403: 'conversation.error.forbidden.not.active.participant',
        404: 'conversation.error.conversation.not.found'
      }
    },
    'POST /{integrationId}/inbound/open/event': {
      purpose: 'receive',
      needs: 'all conversation:message:receive',
      body: 'OpenInboundNormalizedEvent',
      ok: { 200: 'OpenEventNormalizedMessage', 202: 'OpenEventNormalizedMessage' },
      errors: { 400: 'missing.open.channel.date not.a.client' }
    },
    'POST /{integrationId}/inbound/open/message': {
      purpose: 'receive',
      summary: 'Brings a customer’s message into the platform (open messaging). It never reaches the customer.',
      needs: 'all conversation:message:receive',
      body: 'OpenInboundNormalizedMessage',
      ok: { 200: 'OpenMessageNormalizedMessage', 202: 'OpenMessageNormalizedMessage' },
      errors: { 400: 'missing.open.channel.date not.a.client' }
    },
    'POST /{integrationId}/inbound/open/receipt': {
      purpose: 'receive',
      needs: 'all conversation:message:receive',
      body: 'OpenInboundNormalizedReceipt',
      ok: { 200: 'OpenReceiptNormalizedMessage', 202: 'OpenReceiptNormalizedMessage' },
      errors: { 400: 'missing.open.channel.date not.a.client' }
    },
    'POST /{integrationId}/inbound/open/structured/response': {
      purpose: 'receive',
      needs: 'all conversation:message:receive',
      body: 'OpenInboundStructuredResponseMessage',
      ok: { 200: 'OpenStructuredResponseNormalizedMessage', 202: 'OpenStructuredResponseNormalizedMessage' },
      errors: { 400: 'missing.open.channel.date not.a.client' }
    },
    'GET /{messageId}/details': { needs: 'any conversation:message:view conversation:webmessaging:view', ok: { 200: 'MessageData' } }
  }
}
