/** An error that the published API documents: its status and code are the platform’s, its words are ours. */
export interface DocumentedError {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 500
  readonly code: string
}

/** The documented errors that the sandbox answers with. Source: published OpenAPI of July 2026, `x-inin-error-codes`. */
export const documented = {
  badRequest: { status: 400, code: 'bad.request' },
  constraint: { status: 400, code: 'constraint.validation' },
  invalidValue: { status: 400, code: 'invalid.value' },
  invalidProperty: { status: 400, code: 'invalid.property' },
  notAClient: { status: 400, code: 'not.a.client' },
  notAUser: { status: 400, code: 'not.a.user' },
  activeConversation: { status: 400, code: 'active.conversation' },
  existingConversation: { status: 400, code: 'existing.conversation' },
  maxLength: { status: 400, code: 'max.length.exceeded' },
  webMessagingText: { status: 400, code: 'invalid.webmessaging.text.body' },
  whatsAppAddress: { status: 400, code: 'invalid.whatsapp.address' },
  phoneNumber: { status: 400, code: 'invalid.phone.number' },
  queueAddressRequired: { status: 400, code: 'queue.address.required' },
  queueMembershipRequired: { status: 400, code: 'queue.membership.required' },
  /** A 400 indeed: a send answers it for a communication or a media id that it does not find. */
  messageNotFound: { status: 400, code: 'not.found' },
  participantUpdateInvalid: { status: 400, code: 'conversation.participant.update.invalid' },
  participantNotActive: { status: 400, code: 'conversation.error.participant.no.active.conversations' },
  messageLimit: { status: 400, code: 'conversation.message.limit.exceeded' },
  openChannelDate: { status: 400, code: 'missing.open.channel.date' },
  communicationState: { status: 400, code: 'communication.state.required' },
  transferNotConnected: { status: 400, code: 'conversations.error.transfer.not.connected' },
  transferQueueNotFound: { status: 400, code: 'conversations.error.queue.not.found' },
  transferDestination: { status: 400, code: 'conversations.error.transfer.destination.required' },
  transferOneDestination: { status: 400, code: 'callback.error.user.id.queue.id' },
  transferSameParty: { status: 400, code: 'conversations.error.transfer.same.party' },
  transferDisallowed: { status: 400, code: 'conversation.error.disallowed.transfer.destination' },
  transferExternal: { status: 400, code: 'conversations.error.transfer.chat.external' },
  transferVoicemail: { status: 400, code: 'conversations.error.transfer.chat.voicemail' },
  assignStatus: { status: 400, code: 'invalid.status' },
  assignFailed: { status: 400, code: 'operation.failed' },
  assignUser: { status: 400, code: 'invalid.id' },
  assignForbidden: { status: 403, code: 'forbidden' },
  assignNotFound: { status: 404, code: 'resource.not.found' },
  wrapUpCodeMissing: { status: 400, code: 'missing.wrapup.code' },
  wrapUpCodeRequired: { status: 400, code: 'conversation.error.wrapup.code.required' },
  monitorOwn: { status: 400, code: 'conversation.error.monitor.own.conversation' },
  monitorTooMany: { status: 400, code: 'too.many.monitors' },
  /** Of the operations on recordings and parking; its status and meaning are those of `bad.request`. */
  generalBadRequest: { status: 400, code: 'general.bad.request' },
  recordingDisconnected: { status: 400, code: 'conversation.error.conversation.disconnected' },
  parkingDisconnected: { status: 400, code: 'conversation.error.conversation.disconnected' },
  parkingUnexpected: { status: 400, code: 'conversation.error.unexpected.parking.state' },
  authenticationRequired: { status: 401, code: 'authentication.required' },
  badCredentials: { status: 401, code: 'bad.credentials' },
  missingPermissions: { status: 403, code: 'missing.permissions' },
  missingAnyPermissions: { status: 403, code: 'missing.any.permissions' },
  notActiveParticipant: { status: 403, code: 'conversation.error.forbidden.not.active.participant' },
  notFound: { status: 404, code: 'not.found' },
  conversationNotFound: { status: 404, code: 'conversation.error.conversation.not.found' },
  participantNotFound: { status: 404, code: 'conversation.error.participant.not.found' },
  /** Seen in public code that reads speech and text analytics. */
  resourceNotFound: { status: 404, code: 'resource.not.found' },
  contactNotFound: { status: 404, code: 'entity.not.found' },
  outboundLimit: { status: 409, code: 'organization.outbound.usage.limit.exceeded' },
  conflict: { status: 409, code: 'request.conflict' },
  tooLarge: { status: 413, code: 'request.entity.too.large' },
  unsupportedMediaType: { status: 415, code: 'unsupported.media.type' },
  tooManyRequests: { status: 429, code: 'too.many.requests' },
  internal: { status: 500, code: 'internal.server.error' }
} as const satisfies Record<string, DocumentedError>
