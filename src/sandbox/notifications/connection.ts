import type { WebSocket } from 'ws'
import type { Clock } from '../clock'
import { heartbeatFrame } from './frames'

/** Source: community.genesys.com, “Regarding the behavior of WebSocket heartbeats”. */
const heartbeatEvery = 30_000

/** A client that does not read is let go of before its frames fill the memory. */
const mostBytesUnread = 16_000_000

/** The open websocket of a channel. */
export class Connection {
  readonly #socket: WebSocket
  readonly #clock: Clock
  #cancelHeartbeat: () => void

  constructor(socket: WebSocket, clock: Clock) {
    this.#socket = socket
    this.#clock = clock
    this.#cancelHeartbeat = this.#scheduleHeartbeat()
    socket.once('close', () => {
      this.#cancelHeartbeat()
    })
  }

  send(frame: string): void {
    if (this.#socket.bufferedAmount > mostBytesUnread) this.#socket.terminate()
    else this.#socket.send(frame)
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  #scheduleHeartbeat(): () => void {
    return this.#clock.after(heartbeatEvery, () => {
      this.send(heartbeatFrame)
      this.#cancelHeartbeat = this.#scheduleHeartbeat()
    })
  }
}
