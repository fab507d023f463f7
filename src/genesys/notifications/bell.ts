/** Something to wait for that can be rung before anybody waits. */
export class Bell {
  #hasRung = false
  #wake: () => void = () => undefined

  readonly ring = (): void => {
    this.#hasRung = true
    this.#wake()
  }

  /** Resolves when it has rung since this was last asked for. */
  async heard(): Promise<void> {
    if (!this.#hasRung)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    this.#hasRung = false
  }
}
