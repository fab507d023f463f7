import type { App } from './oauthClient'
import { isRegistered } from './redirectUri'

/** What an app asks for when it sends a user to sign in. */
export interface AuthorizationRequest {
  readonly app: App
  readonly redirectUri: string
  /** Goes back as it came. */
  readonly state: string | undefined
  /** BASE64URL(SHA256(verifier)), RFC 7636; only an app that has a secret may go without. */
  readonly challenge: string | undefined
}

type RedirectedError = 'invalid_request' | 'unsupported_response_type'

/** `unanswerable`: nobody may be told but the user, because it is not known who asks, or the address to go back to is not theirs. */
export type ReadAuthorizationRequest =
  | { readonly kind: 'accepted'; readonly request: AuthorizationRequest }
  | {
      readonly kind: 'refused'
      readonly redirectUri: string
      readonly state: string | undefined
      readonly error: RedirectedError
      readonly words: string
    }
  | { readonly kind: 'unanswerable'; readonly words: string }

/** Of SHA-256: 43 characters. */
const sha256Challenge = /^[\w-]{43}$/

const wrongWith = (parameters: URLSearchParams, app: App): readonly [RedirectedError, string] | undefined => {
  const repeated = [...parameters.keys()].find((name) => parameters.getAll(name).length > 1)
  if (repeated !== undefined) return ['invalid_request', `The parameter ${repeated} is there more than once.`]
  const responseType = parameters.get('response_type')
  if (responseType === null) return ['invalid_request', 'The parameter response_type is missing.']
  if (responseType !== 'code')
    return ['unsupported_response_type', `The sandbox signs in with response_type=code only, not ${responseType}.`]
  const challenge = parameters.get('code_challenge')
  if (challenge === null) {
    return app.kind === 'publicApp'
      ? ['invalid_request', 'The parameter code_challenge is missing: this app has no secret and needs PKCE.']
      : undefined
  }
  if (parameters.get('code_challenge_method') !== 'S256') return ['invalid_request', 'The parameter code_challenge_method must be S256.']
  return sha256Challenge.test(challenge)
    ? undefined
    : ['invalid_request', 'The parameter code_challenge is no SHA-256 in base64url: it must have 43 characters.']
}

/**
 * Reads the query with which a user comes to `/oauth/authorize`. Sources: RFC 6749, sections 3.1 and 4.1, and RFC 7636, sections 4.3 and 4.4.1;
 * parameters that are not known are passed over, as they say.
 */
export const readAuthorizationRequest = (
  parameters: URLSearchParams,
  appWith: (id: string) => App | undefined
): ReadAuthorizationRequest => {
  const [clientId, ...otherIds] = parameters.getAll('client_id')
  const app = clientId === undefined || otherIds.length > 0 ? undefined : appWith(clientId)
  if (app === undefined)
    return { kind: 'unanswerable', words: 'The parameter client_id names no app of this organisation that signs users in.' }
  const [redirectUri, ...otherUris] = parameters.getAll('redirect_uri')
  if (redirectUri === undefined || otherUris.length > 0) {
    return { kind: 'unanswerable', words: 'The parameter redirect_uri must be there, and once.' }
  }
  if (!isRegistered(app.redirectUris, redirectUri)) {
    return { kind: 'unanswerable', words: `The app ${app.name} has not registered the redirect_uri ${redirectUri}.` }
  }
  const state = parameters.get('state') ?? undefined
  const wrong = wrongWith(parameters, app)
  if (wrong === undefined) {
    return { kind: 'accepted', request: { app, redirectUri, state, challenge: parameters.get('code_challenge') ?? undefined } }
  }
  const [error, words] = wrong
  return { kind: 'refused', redirectUri, state, error, words }
}
