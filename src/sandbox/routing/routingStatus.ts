/** Whether conversations are offered to a user. `notResponding` is what an alert that was not answered makes of it. */
export type RoutingStatus = 'onQueue' | 'offQueue' | 'notResponding'

/** The routing status of every user: on queue until something else is said. */
export class RoutingStatuses {
  readonly #statuses = new Map<string, { readonly status: RoutingStatus; readonly since: number }>()
  readonly #listeners = new Set<(userId: string) => void>()

  of(userId: string): RoutingStatus {
    return this.#statuses.get(userId)?.status ?? 'onQueue'
  }

  /** When it became so, in milliseconds since 1970; `undefined`: before the sandbox started. */
  sinceOf(userId: string): number | undefined {
    return this.#statuses.get(userId)?.since
  }

  set(userId: string, status: RoutingStatus, time: number): void {
    this.#statuses.set(userId, { status, since: time })
    for (const listener of this.#listeners) listener(userId)
  }

  /** Tells `listener` whose status was set. */
  onChange(listener: (userId: string) => void): void {
    this.#listeners.add(listener)
  }
}
