import { isSameFailure } from '../../genesys/platformError'

/** Something that is tried again and again: each way in which it fails is told once, until it has worked or fails in another. */
export class Trying {
  #last: unknown

  constructor(private readonly tell: (error: unknown) => void) {}

  worked(): void {
    this.#last = undefined
  }

  failed(error: unknown): void {
    if (this.#last !== undefined && isSameFailure(this.#last, error)) return
    this.#last = error
    this.tell(error)
  }
}
