import type { Assumption } from './assumption'

/** Who signs in and what a credential may do. */
export const credentialAssumptions = {
  'oauth.refusal-status': {
    does: 'Answers 401 with `invalid_client` to a wrong client id or secret, and 400 with `unsupported_grant_type` to a grant other than client credentials. The body carries both `description` and `error_description`.',
    unknown: 'The status, and which of the two fields carries the words. The codes and the 401 are those of RFC 6749, section 5.2.',
    settledBy: 'One token request with a wrong secret, recorded on a real organisation.'
  },
  'credential.user-required': {
    does: 'Answers 400 `not.a.user` to a client’s token.',
    unknown: 'What a client’s token gets here. The operation needs a user, and the published API lists no code for a token that has none.',
    settledBy: 'The same request with a client-credentials token on a real organisation.'
  }
} as const satisfies Record<string, Assumption>
