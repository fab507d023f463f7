import type { Failure } from './platformError'

/**
 * What came of a call. A value and not an exception: the SDK is a bundle of its own, and an error class made there is not the one that the
 * rest of the product knows. The body is checked by who reads it.
 */
export type Reply =
  | {
      readonly ok: true
      readonly body: unknown
      /** For how many milliseconds the platform wants no further request, where it says so. */
      readonly quietMs?: number | undefined
    }
  | { readonly ok: false; readonly failure: Failure }

/** What came of asking for a token. */
export type TokenReply =
  | {
      readonly ok: true
      readonly token: string
      /** How long it holds, from now; `undefined` where that is not said. */
      readonly lifeMs: number | undefined
    }
  | { readonly ok: false; readonly failure: Failure }
