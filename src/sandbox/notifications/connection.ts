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
  /** What waits while the connection is stalled. */
  #held: string[] | undefined

  constructor(
    readonly channelId: string,
    socket: WebSocket,
    clock: Clock
  ) {
    this.#socket = socket
    this.#clock = clock
    this.#cancelHeartbeat = this.#scheduleHeartbeat()
    socket.once('close', () => {
      this.#cancelHeartbeat()
    })
  }

  send(frame: string): void {
    if (this.#held) this.#held.push(frame)
    else if (this.#socket.bufferedAmount > mostBytesUnread) this.drop()
    else this.#socket.send(frame)
  }

  /** Ends it as the platform would. */
  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  /** Ends it without a word, as a broken network would. */
  drop(): void {
    this.#socket.terminate()
  }

  /** Holds every frame back for `duration` milliseconds. Then they all come at once, in their order. */
  stall(duration: number): void {
    this.#held ??= []
    this.#clock.after(duration, () => {
      const held = this.#held ?? []
      this.#held = undefined
      for (const frame of held) this.send(frame)
    })
  }

  #scheduleHeartbeat(): () => void {
    return this.#clock.after(heartbeatEvery, () => {
      this.send(heartbeatFrame)
      this.#cancelHeartbeat = this.#scheduleHeartbeat()
    })
  }
}
