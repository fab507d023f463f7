/** An error code that the published API documents. */
export interface ErrorCode {
  readonly status: number
  readonly code: string
  /** What it says, in our words. */
  readonly meaning: string
}

/** Codes that any operation may answer, and those of the three sends. Source: published OpenAPI of July 2026, `x-inin-error-codes`. */
export const errorCodes: readonly ErrorCode[] = [
  { status: 400, code: 'bad.request', meaning: 'The request is malformed.' },
  { status: 400, code: 'constraint.validation', meaning: 'A field breaks a rule that the message names.' },
  { status: 400, code: 'invalid.value', meaning: 'A field has a value that its type does not allow.' },
  { status: 400, code: 'invalid.property', meaning: 'The body has a field that the request does not know.' },
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
  { status: 400, code: 'not.found', meaning: 'The message, communication or media that the request names was not found.' },
  { status: 401, code: 'authentication.required', meaning: 'The request carries no token.' },
  { status: 401, code: 'bad.credentials', meaning: 'The token is wrong, has expired, or belongs to another region.' },
  { status: 401, code: 'credentials.expired', meaning: 'The token has expired.' },
  { status: 403, code: 'missing.permissions', meaning: 'The role of the user or client lacks a permission.' },
  { status: 403, code: 'missing.any.permissions', meaning: 'The role of the user or client lacks each of several permissions.' },
  { status: 404, code: 'not.found', meaning: 'The path, or what it names, does not exist here.' },
  { status: 404, code: 'conversation.error.conversation.not.found', meaning: 'This organisation’s live store has no such conversation.' },
  { status: 409, code: 'request.conflict', meaning: 'The request conflicts with the current state of what it names.' },
  { status: 409, code: 'organization.outbound.usage.limit.exceeded', meaning: 'The organisation’s outbound message allowance is used up.' },
  { status: 413, code: 'request.entity.too.large', meaning: 'The request is too large.' },
  { status: 429, code: 'too.many.requests', meaning: 'Too many requests.' }
]

/** What the published API says of this status and code together. */
export const findErrorCode = (status: number | undefined, code: string): ErrorCode | undefined =>
  errorCodes.find((entry) => entry.code === code && (status === undefined || entry.status === status))
