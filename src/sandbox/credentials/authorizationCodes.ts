import type { User } from '../organisation/organisation'
import type { AuthorizationRequest } from './authorizationRequest'
import type { App } from './oauthClient'
import { randomSecret, verifies } from './secrets'

/** A signed-in user’s agreement, until the app comes for the token. */
interface Agreement {
  readonly request: AuthorizationRequest
  readonly user: User
  readonly expires: number
  /** The token that was given for it. */
  token: string | undefined
}

/** What an app brings to get the token. */
export interface Redemption {
  readonly code: string
  readonly app: App
  readonly redirectUri: string
  readonly verifier: string | undefined
}

/** RFC 6749, section 4.1.2, recommends ten minutes at most. */
const codeLife = 5 * 60 * 1000

/** Codes that were handed to apps. Each is good for one token. */
export class AuthorizationCodes {
  readonly #agreements = new Map<string, Agreement>()

  issue(request: AuthorizationRequest, user: User, now: number): string {
    const code = randomSecret()
    this.#agreements.set(code, { request, user, expires: now + codeLife, token: undefined })
    return code
  }

  /**
   * Gives the token that `grant` makes for the user who agreed, or says why not. A code that comes a second time was stolen from somebody: `revoke`
   * is given the token that it has already been exchanged for (RFC 6749, section 4.1.2).
   */
  redeem<Issued extends { readonly token: string }>(
    { code, app, redirectUri, verifier }: Redemption,
    now: number,
    grant: (user: User) => Issued,
    revoke: (token: string) => void
  ): Issued | { readonly refused: string } {
    const agreement = this.#agreements.get(code)
    if (agreement?.request.app.id !== app.id) return { refused: 'The code was not issued to this app.' }
    if (agreement.token !== undefined) {
      revoke(agreement.token)
      return { refused: 'The code has been used before. The token that was given for it is revoked.' }
    }
    if (agreement.expires <= now) return { refused: 'The code has expired. Sign in again.' }
    const { challenge, redirectUri: agreed } = agreement.request
    if (agreed !== redirectUri) return { refused: `The redirect_uri is not the one that the user was sent with, ${agreed}.` }
    if (challenge !== undefined && (verifier === undefined || !verifies(verifier, challenge))) {
      return { refused: 'The code_verifier does not belong to the code_challenge.' }
    }
    if (challenge === undefined && verifier !== undefined) return { refused: 'There is a code_verifier, but there was no code_challenge.' }
    const issued = grant(agreement.user)
    agreement.token = issued.token
    return issued
  }
}
