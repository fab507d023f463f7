import type { Withheld } from '../model/fact'

/** How a call to the platform failed. */
export type Failure =
  /** The platform answered with an error. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string | undefined
      readonly message: string | undefined
      readonly correlationId: string | undefined
      /** For how many milliseconds the platform wants no further request, where it says so. */
      readonly quietMs?: number | undefined
    }
  /** No connection was made: nothing was sent. */
  | { readonly kind: 'unreachable'; readonly why: string }
  /** The request may have reached the platform, and no answer came back. */
  | { readonly kind: 'noAnswer'; readonly why: string }
  /** The person called it off before it was answered. */
  | { readonly kind: 'cancelled' }
  /** An answer came that is not what the API describes. */
  | { readonly kind: 'unexpected'; readonly why: string }

/** What to do about a refusal whose code says enough. */
const advice: ReadonlyMap<string, string> = new Map([
  ['invalid_client', 'Check the OAuth client’s id and secret, and the region.'],
  ['bad.credentials', 'The token is wrong, has expired, or belongs to another region.'],
  ['missing.permissions', 'Add the permission to the role of the user or of the OAuth client.'],
  ['missing.any.permissions', 'Add one of the permissions to the role of the user or of the OAuth client.']
])

const checkReach = 'Check the network, or start the sandbox again if it has stopped.'

const say = (what: string, failure: Failure): string => {
  switch (failure.kind) {
    case 'refused': {
      const { status, code, message, correlationId } = failure
      const answered = `${what}: the platform answered ${status}${code === undefined ? '' : ` “${code}”`}.`
      const parts = [
        answered,
        message?.replace(/\b(Bearer|Basic)\s+\S+/gi, '$1 ‹removed›'),
        code === undefined ? undefined : advice.get(code),
        correlationId && `Correlation id ${correlationId}.`
      ]
      return parts.filter((part) => part !== undefined && part !== '').join(' ')
    }
    case 'unreachable':
      return `${what}: the organisation cannot be reached (${failure.why}). ${checkReach}`
    case 'noAnswer':
      return `${what}: no answer came (${failure.why}). ${checkReach}`
    case 'cancelled':
      return `${what}: it was called off.`
    case 'unexpected':
      return `${what}: the answer is not what the API describes (${failure.why}).`
  }
}

/** A call to the platform that failed. The message is for people, and carries no token. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'

  /** @param what - what was being done, for example “Reading the conversation” */
  constructor(
    what: string,
    readonly failure: Failure
  ) {
    super(say(what, failure))
  }

  static is(error: unknown, status?: number): error is PlatformError {
    return error instanceof PlatformError && (status === undefined || (error.failure.kind === 'refused' && error.failure.status === status))
  }

  /** What the platform does not give out, by the status of its refusal; `undefined` for every other failure. */
  get withheld(): Withheld | undefined {
    if (PlatformError.is(this, 404)) return 'notFound'
    return PlatformError.is(this, 403) ? 'notPermitted' : undefined
  }

  /** Whether this is no fault, but a person who called it off. */
  static isCancelled(error: unknown): boolean {
    return error instanceof PlatformError && error.failure.kind === 'cancelled'
  }
}

/** Whether both failed in the same way. What differs each time, as a correlation id does, makes no difference. */
export const isSameFailure = (one: unknown, other: unknown): boolean => {
  if (!(one instanceof PlatformError && other instanceof PlatformError)) return String(one) === String(other)
  const [first, second] = [one.failure, other.failure]
  return first.kind === 'refused' && second.kind === 'refused'
    ? first.status === second.status && first.code === second.code
    : one.message === other.message
}
