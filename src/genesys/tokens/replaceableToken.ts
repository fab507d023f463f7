import type { TokenSource } from './tokenSource'

/** A user’s token. When it has ended, the person signs in again, and the same connection goes on with the new one. */
export class ReplaceableToken implements TokenSource {
  #token: string

  constructor(token: string) {
    this.#token = token
  }

  replace(token: string): void {
    this.#token = token
  }

  readonly current: TokenSource['current'] = () => Promise.resolve({ ok: true, token: this.#token, lifeMs: undefined })

  readonly another: TokenSource['another'] = (refused) => (this.#token === refused ? Promise.resolve(undefined) : this.current())
}
