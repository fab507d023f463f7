/** Something that happens and leaves no trace in a conversation. */
export type Signal =
  /** The customer is typing, and will be for `duration` milliseconds unless another signal comes. */
  | { readonly kind: 'customerTyping'; readonly conversationId: string; readonly duration: number }
  /** Conversations up to this time are ready for the details jobs of analytics. Milliseconds since 1970, UTC. */
  | { readonly kind: 'detailsAvailable'; readonly until: number }

/** Where such things are told. Whoever makes them happen does not know who listens. */
export class Signals {
  readonly #listeners = new Set<(signal: Signal) => void>()

  tell(signal: Signal): void {
    for (const listener of this.#listeners) listener(signal)
  }

  /** Calls `listener` at every signal, until the returned function is called. */
  onSignal(listener: (signal: Signal) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
}
