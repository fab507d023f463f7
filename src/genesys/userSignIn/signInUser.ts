import { randomBytes } from 'node:crypto'
import type { Instant } from '../../model/instant'
import type { Sdk } from '../api'
import type { Endpoint } from '../endpoint'
import { PlatformError } from '../platformError'
import type { Pace } from '../traffic/pace'
import { authorisationUrl, readAuthorisation, type Authorisation } from './authorisation'
import type { Redirect } from './redirect'
import { SignInError } from './signInError'

/** For how long the browser may take. */
const limitMinutes = 5

/** A person’s sign-in with the browser. */
export interface UserSignIn {
  readonly endpoint: Endpoint
  /** Of the OAuth client that signs people in (authorization code with PKCE). */
  readonly oauthClientId: string
  readonly redirect: Redirect
  /** Ends the sign-in. */
  readonly signal: AbortSignal
}

/** What a sign-in works with. */
export interface SignInMeans {
  readonly sdk: Pick<Sdk, 'newPkce' | 'codeToken'>
  readonly pace: Pace
  /** Shows the address to the person; false when that is not possible. */
  readonly openBrowser: (url: string) => Promise<boolean>
  /** Told once when an answer came that is not to this sign-in. */
  readonly onForeign: () => void
}

/** A token that a person’s sign-in brought. */
export interface SignedIn {
  readonly token: string
  readonly endsAt: Instant | undefined
}

type Answer = Exclude<Authorisation, { readonly kind: 'foreign' }>

/** The first answer with our state. Others are passed over, so that nobody else’s tab or page can end the sign-in. */
const answerTo = (state: string, redirect: Redirect, onForeign: () => void): Promise<Answer> =>
  new Promise((resolve) => {
    let told = false
    redirect.listen((query) => {
      const answer = readAuthorisation(query, state)
      if (answer.kind !== 'foreign') {
        resolve(answer)
        return true
      }
      if (!told) onForeign()
      told = true
      return false
    })
  })

/** Rejects when the time is up, or when the sign-in is called off. */
const end = async (pace: Pace, signal: AbortSignal): Promise<never> => {
  try {
    await pace.wait(limitMinutes * 60_000, signal)
  } catch {
    throw signal.reason instanceof SignInError ? signal.reason : new SignInError({ kind: 'cancelled' })
  }
  throw new SignInError({ kind: 'timedOut', minutes: limitMinutes })
}

/**
 * Signs a person in with the browser (authorization code with PKCE, S256; RFC 6749, section 4.1, and RFC 7636), and closes the redirect whatever comes
 * of it.
 * @throws SignInError when nobody signed in
 * @throws PlatformError when the platform does not exchange the code
 */
export const signInUser = async (
  { endpoint, oauthClientId: clientId, redirect, signal }: UserSignIn,
  { sdk, pace, openBrowser, onForeign }: SignInMeans
): Promise<SignedIn> => {
  const over = new AbortController()
  try {
    const { verifier, challenge } = await sdk.newPkce()
    // 128 bits cannot be guessed (RFC 6749, section 10.10). It is shown in addresses, unlike the secrets.
    const state = randomBytes(16).toString('base64url')
    const answered = answerTo(state, redirect, onForeign)
    const ended = end(pace, AbortSignal.any([signal, over.signal]))
    // Opening the browser may wait for the person as well: it, too, can be called off.
    const opened = openBrowser(authorisationUrl({ endpoint, clientId, redirectUri: redirect.uri, state, challenge })).then((isOpen) => {
      if (!isOpen) throw new SignInError({ kind: 'noBrowser' })
      return answered
    })
    const answer = await Promise.race([answered, opened, ended])
    if (answer.kind === 'denied') throw new SignInError(answer)
    const reply = await sdk.codeToken(endpoint, { clientId, code: answer.code, verifier, redirectUri: redirect.uri })
    if (!reply.ok) throw new PlatformError('Signing in', reply.failure)
    return { token: reply.token, endsAt: reply.lifeMs === undefined ? undefined : pace.now() + reply.lifeMs }
  } finally {
    over.abort()
    redirect.close()
  }
}
