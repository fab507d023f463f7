import type { TokenReply } from '../reply'

/** Where the token of a credential comes from. */
export interface TokenSource {
  /** A token that holds for now. */
  readonly current: () => Promise<TokenReply>
  /** Another token than `refused`, which the platform does not take any more; `undefined` when there is no way to one without a person. */
  readonly another: (refused: string) => Promise<TokenReply | undefined>
}

/** A token that somebody gave, and that nothing here can renew. */
export const givenToken = (token: string): TokenSource => ({
  current: () => Promise.resolve({ ok: true, token, lifeMs: undefined }),
  another: () => Promise.resolve(undefined)
})
