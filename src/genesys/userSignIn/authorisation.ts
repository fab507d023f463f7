import { loginOrigin, type Endpoint } from '../endpoint'

/** What a person’s sign-in in the browser begins with. */
export interface AuthorisationRequest {
  readonly endpoint: Endpoint
  readonly clientId: string
  readonly redirectUri: string
  /** Comes back unchanged: by it we know that the answer is to our own question. */
  readonly state: string
  readonly challenge: string
}

/** The address of the login page. Source: RFC 6749, section 4.1.1, and RFC 7636, section 4.3; the host and path of purecloud-platform-client-v2 262.0.0. */
export const authorisationUrl = ({ endpoint, clientId, redirectUri, state, challenge }: AuthorisationRequest): string => {
  const url = new URL('/oauth/authorize', loginOrigin(endpoint))
  url.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256'
  }).toString()
  return url.href
}

/** What came back from the login page. */
export type Authorisation =
  | { readonly kind: 'granted'; readonly code: string }
  /** The person, or the platform, said no. */
  | { readonly kind: 'denied'; readonly error: string; readonly description: string | undefined }
  /** It is not the answer to our question: an old tab, or somebody else’s. */
  | { readonly kind: 'foreign' }

/** Reads the query of the redirect. Nothing of it counts unless its state is ours. */
export const readAuthorisation = (query: URLSearchParams, state: string): Authorisation => {
  if (query.get('state') !== state) return { kind: 'foreign' }
  const code = query.get('code')
  if (code !== null && code !== '') return { kind: 'granted', code }
  return { kind: 'denied', error: query.get('error') ?? 'no code', description: query.get('error_description') ?? undefined }
}
