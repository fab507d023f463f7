/** One request of a program, as it is counted. */
export interface CountedRequest {
  /** Milliseconds since 1970, UTC. */
  readonly time: number
  readonly clientId: string
  readonly method: string
  /** The operation’s path, with its variables. */
  readonly template: string
  readonly status: number
}

/** The newest this many requests are kept. */
const mostRequests = 100_000

/** Which operations the programs of the organisation have asked for. */
export class ClientUsage {
  #requests: CountedRequest[] = []

  count(request: CountedRequest): void {
    this.#requests.push(request)
    // Cut rarely: each cut moves everything that is kept.
    if (this.#requests.length > 2 * mostRequests) this.#requests = this.#requests.slice(-mostRequests)
  }

  /** What a client asked for from `start`, and before `end`. */
  of(clientId: string, start: number, end: number): readonly CountedRequest[] {
    return this.#requests.filter((request) => request.clientId === clientId && request.time >= start && request.time < end)
  }
}
