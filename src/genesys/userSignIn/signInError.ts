/** How a person’s sign-in ended without a token. */
export type SignInFailure =
  /** The person, or the platform, said no. */
  | { readonly kind: 'denied'; readonly error: string; readonly description: string | undefined }
  | { readonly kind: 'timedOut'; readonly minutes: number }
  | { readonly kind: 'cancelled' }
  /** Another sign-in for the same connection has begun. */
  | { readonly kind: 'replaced' }
  | { readonly kind: 'noBrowser' }
  /** No server could be opened on this machine for the way back. */
  | { readonly kind: 'noLoopback'; readonly why: string }

const say = (failure: SignInFailure): string => {
  switch (failure.kind) {
    case 'denied': {
      const reason = [failure.description ?? failure.error].map((text) => text.replace(/\.?$/, '.')).join('')
      return failure.error === 'access_denied'
        ? `The sign-in was denied: ${reason} Nothing was changed.`
        : `The platform did not sign you in (${failure.error}): ${reason} Check the OAuth client’s id, its grant type and its redirect URI.`
    }
    case 'timedOut':
      return `Nobody signed in within ${failure.minutes} minutes. Sign in again.`
    case 'cancelled':
      return 'The sign-in was cancelled.'
    case 'replaced':
      return 'Another sign-in for the same connection has taken its place.'
    case 'noBrowser':
      return 'No browser could be opened for the sign-in.'
    case 'noLoopback':
      return `No port could be opened on this machine for the way back from the browser (${failure.why}). Sign in with the way back to the editor instead.`
  }
}

/** A person’s sign-in that ended without a token. The message is for people. */
export class SignInError extends Error {
  override readonly name = 'SignInError'

  constructor(readonly failure: SignInFailure) {
    super(say(failure))
  }
}
