import type { Instant } from '../../model/instant'
import type { TokenReply } from '../reply'
import type { TokenSource } from './tokenSource'

/** A token is renewed when this share of its life is left, so that no request is sent with one that ends on the way. */
const leftShare = 0.05

interface Held {
  readonly token: string
  readonly renewAt: Instant
}

/** Tokens that can be asked for at any time, as with an OAuth client: asked for once for everybody who waits, and anew before they end. */
export const renewedTokens = (ask: () => Promise<TokenReply>, now: () => Instant): TokenSource => {
  let held: Held | undefined
  let asking: Promise<TokenReply> | undefined

  const anew = (): Promise<TokenReply> => {
    asking ??= ask().then((reply) => {
      asking = undefined
      if (reply.ok) held = { token: reply.token, renewAt: now() + (reply.lifeMs ?? Infinity) * (1 - leftShare) }
      return reply
    })
    return asking
  }

  return {
    current: () => (held && now() < held.renewAt ? Promise.resolve({ ok: true, token: held.token, lifeMs: undefined }) : anew()),
    another: (refused) =>
      // Somebody else may have renewed it meanwhile.
      held && held.token !== refused ? Promise.resolve({ ok: true, token: held.token, lifeMs: undefined }) : anew()
  }
}
