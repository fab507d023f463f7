import type { Reply, TokenReply } from '../reply'

const isRefused = (reply: Reply | TokenReply, statuses: readonly number[]): boolean =>
  !reply.ok && reply.failure.kind === 'refused' && statuses.includes(reply.failure.status)

/** The platform does not take the token. */
export const isTokenRefused = (reply: Reply): boolean => isRefused(reply, [401])

/** The OAuth endpoint does not take the client’s id or secret. Source: RFC 6749, section 5.2. */
export const isClientRefused = (reply: TokenReply): boolean => isRefused(reply, [400, 401])
