export interface Disposable {
  dispose(): void
}

export type Listener<Event> = (event: Event) => void

/** A typed event. What a listener throws reaches the one who fires. */
export class Emitter<Event> {
  readonly #listeners = new Set<Listener<Event>>()

  /** Subscribes until the returned object is disposed. */
  readonly subscribe = (listener: Listener<Event>): Disposable => {
    const own: Listener<Event> = (event) => {
      listener(event)
    }
    this.#listeners.add(own)
    return { dispose: () => void this.#listeners.delete(own) }
  }

  fire(event: Event): void {
    for (const listener of [...this.#listeners]) listener(event)
  }
}
