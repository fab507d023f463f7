const keyOf = (businessAddress: string, customerAddress: string): string => `${businessAddress} ${customerAddress}`

/** Who has written STOP to which number, and not START since. Source: Genesys help ?p=152244. */
export class OptOuts {
  readonly #optedOut = new Set<string>()

  optOut(businessAddress: string, customerAddress: string): void {
    this.#optedOut.add(keyOf(businessAddress, customerAddress))
  }

  optIn(businessAddress: string, customerAddress: string): void {
    this.#optedOut.delete(keyOf(businessAddress, customerAddress))
  }

  has(businessAddress: string, customerAddress: string): boolean {
    return this.#optedOut.has(keyOf(businessAddress, customerAddress))
  }
}
