import { messagingOperations } from './messagingOperations'
import type { Operation } from './operations'
import { once } from './once'

interface WordedCode {
  readonly status: number
  readonly code: string
  /** What it says, in our words. */
  readonly meaning: string
}

/** An error code that is documented, or, as `credentials.expired` with 401, seen in public code. */
export interface ErrorCode extends WordedCode {
  /** Any operation may answer it. */
  readonly anyOperation: boolean
  /** The messaging operations that list it beyond that. Such lists are not complete. */
  readonly operations: readonly Operation[]
}

/** Codes that any operation may answer. Source: published OpenAPI of July 2026, `x-inin-error-codes`; `credentials.expired`: gildas/go-gcloudcx. */
const anywhere: readonly WordedCode[] = [
  { status: 400, code: 'bad.request', meaning: 'The request is malformed.' },
  { status: 400, code: 'constraint.validation', meaning: 'A field breaks a rule that the message names.' },
  { status: 400, code: 'invalid.value', meaning: 'A field has a value that its type does not allow.' },
  { status: 400, code: 'invalid.property', meaning: 'The body has a field that the request does not know.' },
  { status: 400, code: 'invalid.query.param.value', meaning: 'A parameter of the query has a value that is not allowed.' },
  { status: 400, code: 'invalid.date', meaning: 'A date is not in ISO 8601 form.' },
  {
    status: 400,
    code: 'response.entity.too.large',
    meaning: 'The answer would be too large: ask for a smaller page, or for less to be expanded.'
  },
  { status: 400, code: 'client.failed.request', meaning: 'The request broke off before its end: the network, or a wrong Content-Length.' },
  { status: 401, code: 'authentication.required', meaning: 'The request carries no token.' },
  { status: 401, code: 'bad.credentials', meaning: 'The token is wrong, has expired, or belongs to another region.' },
  { status: 401, code: 'credentials.expired', meaning: 'The token has expired.' },
  { status: 401, code: 'ip.not.authorized', meaning: 'The organisation does not allow requests from this network address.' },
  { status: 403, code: 'missing.permissions', meaning: 'The role of the user or client lacks a permission.' },
  { status: 403, code: 'missing.any.permissions', meaning: 'The role of the user or client lacks each of several permissions.' },
  {
    status: 403,
    code: 'missing.division.permission',
    meaning: 'The role has the permission, but not in the division of what the request names.'
  },
  {
    status: 403,
    code: 'missing.any.division.permissions',
    meaning: 'The role has none of several permissions in a division of what the request names.'
  },
  { status: 403, code: 'app.not.authorized.for.scope', meaning: 'The OAuth client may not use the scope that the operation needs.' },
  {
    status: 403,
    code: 'authz.policy.denied',
    meaning: 'A security policy of the organisation denies it; the message has the policy’s id.'
  },
  { status: 403, code: 'not.authorized', meaning: 'The user or client may not do this.' },
  { status: 404, code: 'not.found', meaning: 'The path, or what it names, does not exist here.' },
  { status: 408, code: 'client.timeout', meaning: 'The request did not arrive whole in time.' },
  { status: 409, code: 'request.conflict', meaning: 'The request conflicts with the current state of what it names.' },
  { status: 413, code: 'request.entity.too.large', meaning: 'The request is too large.' },
  { status: 415, code: 'unsupported.media.type', meaning: 'The Content-Type is wrong: a body is sent as application/json.' },
  { status: 429, code: 'too.many.requests', meaning: 'Too many requests.' },
  {
    status: 429,
    code: 'too.many.requests.retry.after',
    meaning: 'Too many requests; the message says after how many seconds the next may follow.'
  },
  { status: 500, code: 'internal.server.error', meaning: 'The platform failed. Whether the request was carried out is not known.' },
  { status: 503, code: 'service.unavailable', meaning: 'The platform is overloaded or under maintenance.' },
  {
    status: 504,
    code: 'request.timeout',
    meaning: 'The platform did not answer in time. Whether the request was carried out is not known.'
  },
  { status: 504, code: 'authentication.request.timeout', meaning: 'The check of the token took too long.' }
]

/** Codes of particular operations that somebody who sends, reads or hands on a message meets. Source: as above. */
const particular: readonly WordedCode[] = [
  { status: 400, code: 'not.a.client', meaning: 'The operation takes a client’s token only, and a user’s was sent.' },
  { status: 400, code: 'not.a.user', meaning: 'The operation takes a user’s token only, and a client’s was sent.' },
  { status: 400, code: 'active.conversation', meaning: 'A conversation with this recipient is alerting or connected.' },
  { status: 400, code: 'existing.conversation', meaning: 'A conversation with this recipient has ended, but its window is still open.' },
  { status: 400, code: 'max.length.exceeded', meaning: 'A field is longer than allowed.' },
  {
    status: 400,
    code: 'invalid.webmessaging.text.body',
    meaning: 'Web messaging needs a text that is not empty and under 4,000 characters.'
  },
  { status: 400, code: 'invalid.whatsapp.address', meaning: 'A WhatsApp address is digits only.' },
  { status: 400, code: 'invalid.phone.number', meaning: 'The telephone number is not in E.164 form.' },
  { status: 400, code: 'invalid.phone.numbers', meaning: 'Telephone numbers for SMS are not in E.164 form.' },
  { status: 400, code: 'queue.address.required', meaning: 'The queue has no outbound address for this channel.' },
  { status: 400, code: 'queue.membership.required', meaning: 'The user is no valid member of the queue.' },
  {
    status: 400,
    code: 'response.missing.apple.invitation',
    meaning: 'The canned response is an Apple invitation without the invitation itself.'
  },
  { status: 400, code: 'not.found', meaning: 'The message, communication or media that the request names was not found.' },
  { status: 400, code: 'conversation.message.limit.exceeded', meaning: 'The conversation has as many messages as it may have.' },
  { status: 400, code: 'media.too.large', meaning: 'The file is larger than the channel allows.' },
  { status: 400, code: 'missing.open.channel.date', meaning: 'The channel of an inbound open message lacks its time.' },
  {
    status: 400,
    code: 'conversation.error.conversation.disconnected',
    meaning: 'The conversation is disconnected, so its recording or parking cannot be changed.'
  },
  { status: 400, code: 'conversation.error.participant.no.active.conversations', meaning: 'The participant is in no active conversation.' },
  { status: 400, code: 'conversations.error.transfer.not.connected', meaning: 'Only a connected conversation can be handed on.' },
  { status: 400, code: 'communication.state.required', meaning: 'The only state that a communication can be set to is “disconnected”.' },
  { status: 400, code: 'conversation.error.unexpected.parking.state', meaning: 'The parking state is not one that is expected now.' },
  {
    status: 400,
    code: 'conversation.error.cannot.park.conversation.with.internal.message',
    meaning: 'The conversation has an active internal message, and cannot be parked.'
  },
  {
    status: 400,
    code: 'conversation.error.park.user.concurrent.max.exceeded',
    meaning: 'The user has as many parked conversations as they may have.'
  },
  {
    status: 400,
    code: 'conversation.participant.update.invalid',
    meaning: 'Not all that the request sets could be set on the participant.'
  },
  {
    status: 400,
    code: 'email.reconnect.already.connected',
    meaning: 'The e-mail conversation still has a communication that is not disconnected.'
  },
  {
    status: 403,
    code: 'conversation.error.forbidden.not.active.participant',
    meaning: 'The user is no active participant of the conversation.'
  },
  { status: 404, code: 'conversation.error.conversation.not.found', meaning: 'This organisation’s live store has no such conversation.' },
  { status: 404, code: 'conversation.error.participant.not.found', meaning: 'The conversation has no such participant.' },
  { status: 404, code: 'session.expired', meaning: 'The guest’s session has expired.' },
  { status: 404, code: 'session.not.found', meaning: 'There is no such guest session.' },
  { status: 409, code: 'organization.outbound.usage.limit.exceeded', meaning: 'The organisation’s outbound message allowance is used up.' },
  { status: 413, code: 'payload.too.large', meaning: 'The answer to the analytics query would be too large.' },
  { status: 500, code: 'conversation.participant.update.failed', meaning: 'The platform failed to update the participant.' }
]

/** The codes that we have words for. */
export const errorCodes: readonly WordedCode[] = [...anywhere, ...particular]

interface Listing {
  readonly status: number
  readonly operations: Operation[]
}

/** Code → its statuses, each with the operations that list it. */
const listings = once((): ReadonlyMap<string, readonly Listing[]> => {
  const byCode = new Map<string, Listing[]>()
  for (const { method, path, errors } of messagingOperations) {
    for (const { status, code } of errors) {
      const ofCode = byCode.get(code) ?? []
      byCode.set(code, ofCode)
      const listing = ofCode.find((other) => other.status === status)
      if (listing) listing.operations.push({ method, path })
      else ofCode.push({ status, operations: [{ method, path }] })
    }
  }
  return byCode
})

const listedFor = ([first, ...more]: readonly Operation[]): string =>
  first === undefined
    ? ''
    : `The published API lists it for ${first.method} ${first.path}${more.length > 0 ? ` and ${more.length} more` : ''}; the message of the answer says more.`

/**
 * What is published of this status and code together; with the code alone when the status is not known. It covers what any operation may answer
 * and every code that a messaging operation lists. `undefined` for others, which is no proof that the platform does not answer them.
 */
export const findErrorCode = (status: number | undefined, code: string): ErrorCode | undefined => {
  const fits = (entry: { readonly status: number }): boolean => status === undefined || entry.status === status
  const worded = errorCodes.find((entry) => entry.code === code && fits(entry))
  const listing = listings()
    .get(code)
    ?.find((entry) => (worded ? entry.status === worded.status : fits(entry)))
  const known = worded ?? listing
  if (known === undefined) return undefined
  const operations = listing?.operations ?? []
  return {
    status: known.status,
    code,
    meaning: worded?.meaning ?? listedFor(operations),
    anyOperation: worded !== undefined && anywhere.includes(worded),
    operations
  }
}
