import { notice, traced, type Frame } from './protocol/frames'

/** An open websocket of a guest. */
export interface GuestConnection {
  readonly send: (frame: Frame) => void
  readonly close: () => void
}

/** Who asked for what a frame tells; the frame to them carries their tracing id. */
export interface Asker {
  readonly connection: GuestConnection
  readonly tracingId: string | undefined
}

/** Source: Genesys’ limits of web messaging: three connections per session, and one more closes the oldest. */
const mostPerSession = 3

/** Which connections are on which session. */
export class GuestConnections {
  readonly #byToken = new Map<string, readonly GuestConnection[]>()

  of(token: string): readonly GuestConnection[] {
    return this.#byToken.get(token) ?? []
  }

  /** Joins a connection to a session. The oldest is closed when there is one too many. */
  add(token: string, connection: GuestConnection): void {
    const joined = [...this.of(token).filter((other) => other !== connection), connection]
    this.#byToken.set(token, joined.slice(-mostPerSession))
    for (const superfluous of joined.slice(0, -mostPerSession)) this.#end(superfluous)
  }

  remove(token: string, connection: GuestConnection): void {
    const left = this.of(token).filter((other) => other !== connection)
    if (left.length > 0) this.#byToken.set(token, left)
    else this.#byToken.delete(token)
  }

  /** Ends the session’s connections, all but `except`. */
  closeAll(token: string, except?: GuestConnection): void {
    for (const connection of this.of(token)) {
      if (connection === except) continue
      this.remove(token, connection)
      this.#end(connection)
    }
  }

  /** Sends a frame to every connection of the session. */
  broadcast(token: string, frame: Frame, asker?: Asker): void {
    for (const connection of this.of(token)) connection.send(connection === asker?.connection ? traced(frame, asker.tracingId) : frame)
  }

  #end(connection: GuestConnection): void {
    connection.send(notice({ class: 'ConnectionClosedEvent', body: {} }))
    connection.close()
  }
}
