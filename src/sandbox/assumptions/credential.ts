import type { Assumption } from './assumption'

/** Who signs in and what a credential may do. */
export const credentialAssumptions = {
  'oauth.refusal-status': {
    does: 'Answers 401 with `invalid_client` to a wrong client id or secret, and 400 with `invalid_request`, `invalid_grant`, `unauthorized_client` or `unsupported_grant_type` to everything else. The body carries both `description` and `error_description`.',
    unknown: 'The status, and which of the two fields carries the words. The codes and the 401 are those of RFC 6749, section 5.2.',
    settledBy: 'One token request with each mistake, recorded on a real organisation.'
  },
  'oauth.refresh-token': {
    does: 'Gives a refresh token to an app that has a secret, and none to one that signs in with PKCE. A refresh token is good for one use, and its answer brings the next.',
    unknown:
      'Whether PKCE brings a refresh token, and whether one can be used twice. That an app with a secret can refresh is known from the official SDKs.',
    settledBy: 'The token answer of a PKCE sign-in, and a refresh token used twice, on a real organisation.'
  },
  'oauth.sign-in': {
    does: 'Sends the user back with `error`, `error_description` and `state` as RFC 6749 and RFC 7636 say. It shows a page instead when the `client_id` is not known or the `redirect_uri` is not registered.',
    unknown: 'What the platform’s login page does with a request that is wrong.',
    settledBy: 'A sign-in with each mistake on a real organisation.'
  },
  'credential.user-required': {
    does: 'Answers 400 `not.a.user` to a client’s token.',
    unknown: 'What a client’s token gets here. The operation needs a user, and the published API lists no code for a token that has none.',
    settledBy: 'The same request with a client-credentials token on a real organisation.'
  },
  'credential.worthless': {
    does: 'Answers 401 `bad.credentials` to a token that has expired, was revoked or is one of another region.',
    unknown:
      'Which code each of them gets. Programs in the field also handle `credentials.expired`, which the published API does not list.',
    settledBy: 'A request with each of the three on a real organisation.'
  },
  'scope.enforced': {
    does: 'Answers 403 `app.not.authorized.for.scope` when the app with which the user signed in has none of the scopes that the operation takes.',
    unknown: 'Whether every organisation enforces scopes. The code is documented for every operation.',
    settledBy: 'A send with the token of an app that has the scope `conversations:readonly` only, on a real organisation.'
  },
  'scope.unpublished': {
    does: 'Takes the part of the path after `/api/v2/` for the scope, with `:readonly` as well for what only reads.',
    unknown: 'The scopes of this operation, as far as the sources that we could read go. For its neighbours they follow this rule.',
    settledBy: 'The operation in the platform’s own API explorer.'
  },
  'division.object': {
    does: 'A conversation is in the divisions of the queues that it has been in, or in the home division. The permission must be given in one of them. Otherwise the answer is 403 `missing.division.permission`, or `missing.any.division.permissions` where one of several permissions is enough; a listing leaves the object out.',
    unknown:
      'Which divisions a conversation belongs to, and for which operations that counts. Both codes are documented for every operation.',
    settledBy:
      'A conversation of a queue outside the home division, read with a role that is given in the home division only, on a real organisation.'
  },
  'authorization.client-subject': {
    does: 'Answers a client’s token with the roles of the client, under the client’s id.',
    unknown:
      'What a client’s token gets. The operation is for “the currently authenticated user”; programs in the field call it with a client’s token.',
    settledBy: 'The same request with a client-credentials token on a real organisation.'
  },
  'rate-limit.window': {
    does: 'Counts each token’s requests for 60 seconds from its first one, then starts again. The request after the last that is allowed gets 429 `too.many.requests`, and `Retry-After` is the rest of the 60 seconds.',
    unknown:
      'How the minute is measured, whether refused requests count, and when the platform answers `too.many.requests.retry.after` instead.',
    settledBy: '301 requests in a minute with one token on a real organisation.'
  },
  'limits.values': {
    does: 'Knows the limits of two namespaces, `platform.api` and `web.messaging`, with the default values that programs in the field quote. To any other namespace it answers 400 `invalid.value`, which is what a namespace without viewable limits gets.',
    unknown: 'The limits of an organisation, which may differ from the defaults, and those of the other namespaces.',
    settledBy: 'The same request on a real organisation.'
  },
  'limits.namespaces': {
    does: 'Lists the names as `entities`, with the usual fields of a page.',
    unknown: 'The fields of the answer: the published model `PagedNamespaceListing` has none.',
    settledBy: 'The same request on a real organisation.'
  },
  'client-usage.rows': {
    does: 'Answers a usage query at once, a row for each operation, with the path’s variables by name, whatever it is to be grouped by.',
    unknown: 'How long a query takes, how `templateUri` is written, and how usage lags behind.',
    settledBy: 'A usage query of a day’s requests on a real organisation.'
  }
} as const satisfies Record<string, Assumption>
