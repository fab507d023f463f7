import { sources } from '../../../platform/sources'
import type { Rule } from '../../rule'
import { answerRule } from './answerRule'

const documented = { confidence: 'documented', sources: [sources.openapi] } as const

export const requestRules: readonly Rule[] = [
  answerRule({
    ...documented,
    id: 'validation',
    title: 'The request does not fit the operation',
    codes: ['constraint.validation', 'invalid.value', 'invalid.property', 'bad.request', 'invalid.query.param.value', 'invalid.date'],
    cause:
      'A field, or its value, does not fit: the message names it. A common one is “toAddressMessengerType” with a channel that the operation does not take.',
    remedy: 'Compare the body with the operation’s model, and correct what the message names.'
  }),
  answerRule({
    ...documented,
    id: 'send.message-not-found',
    title: 'Something that the request names was not found',
    codes: ['not.found'],
    with: 400,
    unless: /requested resource/i,
    cause:
      'On a send, 400 “not.found” says that a communication, a medium or a message that the request names is not there: stale, or of another conversation. The cause is inferred.',
    remedy: 'Read the conversation again, and send with its current ids.'
  }),
  answerRule({
    ...documented,
    id: 'notfound.conversation',
    title: 'The conversation is not known here',
    codes: ['conversation.error.conversation.not.found'],
    cause:
      'The organisation’s live store has no such conversation: the id is wrong, of another organisation or region, or the conversation is too old. How long ended ones are kept is not documented.',
    remedy: 'Check the id and the region. Old conversations are in GET /api/v2/analytics/conversations/{conversationId}/details.'
  }),
  answerRule({
    ...documented,
    id: 'notfound.generic',
    title: 'Not found',
    codes: ['not.found'],
    with: 404,
    unless: /^message not found/i,
    message: /^not found\.?$/i,
    cause: 'The path, or what an id in it names, does not exist in this organisation.',
    remedy: 'Check the path against the published API, the id, and that the token is of the same organisation and region.'
  }),
  answerRule({
    ...documented,
    id: 'media.too-large',
    title: 'The medium is too large for the channel',
    codes: ['media.too.large'],
    cause: 'The medium is over the channel’s size limit.',
    remedy: 'Make it smaller. The supported content profile of the integration says what the channel takes.'
  }),
  answerRule({
    ...documented,
    id: 'apple.invitation',
    title: 'The response asset has no Apple invitation',
    codes: ['response.missing.apple.invitation'],
    cause: 'The response is of the type AppleInvitation, and has no appleInvitation object.',
    remedy: 'Complete the response in response management.'
  }),
  answerRule({
    ...documented,
    id: 'open.channel-date',
    title: 'The open message has no time',
    codes: ['missing.open.channel.date'],
    cause: '“channel.time” is missing, and an inbound open message needs it.',
    remedy: 'Set “channel.time” to the ISO 8601 time of the customer’s message.'
  }),
  answerRule({
    ...documented,
    id: 'open.structured-path',
    title: 'A structured response on the path for messages',
    sources: [sources.structuredResponse],
    message: /should have required property '\.?(?:content|text)'/,
    cause: 'A customer’s structured response has a path of its own, and was sent to the one for messages.',
    remedy: 'Send it to POST /api/v2/conversations/messages/{integrationId}/inbound/open/structured/response.'
  }),
  answerRule({
    ...documented,
    id: 'size.413',
    title: 'The request is too large',
    codes: ['request.entity.too.large'],
    status: 413,
    cause: 'The request has more bytes than the operation takes.',
    remedy: 'Shorten it. 512,000 bytes is the limit that third parties name; the organisation’s own is in its limits.'
  }),
  answerRule({
    ...documented,
    id: 'type.415',
    title: 'The content type is wrong',
    codes: ['unsupported.media.type'],
    status: 415,
    cause: 'The operation does not take the request’s Content-Type.',
    remedy: 'Send “Content-Type: application/json”.'
  })
]
