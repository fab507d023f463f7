// A program that listens to a notification channel.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Models } from 'purecloud-platform-client-v2'
import { WebSocket } from 'ws'
import { bodyOf, type Sdk } from './sdk'

export interface Frame {
  readonly topicName?: string
  readonly version?: string
  readonly eventBody?: unknown
  readonly metadata?: { readonly CorrelationId?: string }
  readonly result?: string
  readonly status?: string
  readonly correlationId?: string
}

export interface Closing {
  readonly code: number
  readonly reason: string
}

const isPong = ({ eventBody }: Frame): boolean => (eventBody as { readonly message?: string } | undefined)?.message === 'pong'

export class Listener {
  readonly #socket: WebSocket
  readonly #frames: Frame[] = []
  #arrived: () => void = () => undefined
  /** How the other side closed the connection. */
  readonly closed: Promise<Closing>

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data) => {
      assert.ok(Buffer.isBuffer(data))
      this.#frames.push(JSON.parse(data.toString('utf8')) as Frame)
      this.#arrived()
    })
    this.closed = new Promise((resolve) => {
      socket.once('close', (code, reason) => {
        resolve({ code, reason: reason.toString('utf8') })
      })
    })
  }

  static async open(uri: string): Promise<Listener> {
    const socket = new WebSocket(uri)
    const listener = new Listener(socket)
    await once(socket, 'open')
    return listener
  }

  send(frame: string | Buffer): void {
    this.#socket.send(frame)
  }

  /** The next frame that has not been taken yet. */
  async next(): Promise<Frame> {
    for (;;) {
      const frame = this.#frames.shift()
      if (frame) return frame
      await new Promise<void>((resolve) => {
        this.#arrived = resolve
      })
    }
  }

  /** Every frame that was sent up to now and has not been taken yet. Frames come in order: what is before the answer to a ping has been sent. */
  async all(): Promise<readonly Frame[]> {
    this.send('{"message":"ping"}')
    const frames: Frame[] = []
    for (;;) {
      const frame = await this.next()
      if (isPong(frame)) return frames
      frames.push(frame)
    }
  }

  close(): void {
    this.#socket.terminate()
  }
}

/** The status with which a websocket is refused. */
export const refusedStatus = async (uri: string): Promise<number | undefined> => {
  const socket = new WebSocket(uri)
  return new Promise((resolve, reject) => {
    socket.once('unexpected-response', (request, response) => {
      resolve(response.statusCode)
      request.destroy()
    })
    socket.once('open', () => {
      reject(new Error('The websocket was not refused.'))
    })
  })
}

export interface OpenChannel {
  readonly id: string
  readonly connectUri: string
}

export const newChannel = async ({ notifications }: Sdk): Promise<OpenChannel> => {
  const { id, connectUri } = await bodyOf(notifications.postNotificationsChannels())
  assert.ok(id)
  assert.ok(connectUri)
  return { id, connectUri }
}

export const topicsOf = (names: readonly string[]): Models.ChannelTopic[] => names.map((id) => ({ id }))

/** Listens to these topics on a channel of its own. */
export const listen = async (sdk: Sdk, topics: readonly string[]): Promise<Listener> => {
  const { id, connectUri } = await newChannel(sdk)
  await sdk.notifications.postNotificationsChannelSubscriptions(id, topicsOf(topics))
  return Listener.open(connectUri)
}
