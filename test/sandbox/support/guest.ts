// A guest of web messaging: a plain websocket client.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { WebSocket, type ClientOptions } from 'ws'
import type { Sandbox } from '../../../src/sandbox'

export interface Frame {
  readonly type: string
  readonly class: string
  readonly code: number
  readonly body: unknown
  readonly tracingId?: string
}

/** The fields that the tests look at, of whatever body. */
export interface Body {
  readonly [field: string]: unknown
  readonly id?: string
  readonly text?: string
  readonly direction?: string
  readonly events?: readonly { readonly eventType: string; readonly presence?: { readonly type: string } }[]
  readonly metadata?: Readonly<Record<string, string>>
}

export const bodyOf = ({ body }: Frame): Body => {
  assert.ok(typeof body === 'object' && body !== null, `the frame has a body: ${JSON.stringify(body)}`)
  return body as Body
}

export interface GuestClient {
  readonly token: string
  readonly deploymentId: string
  /** What the answer that opened the websocket assumes. */
  readonly assumptions: string | undefined
  /** Every frame so far, in order. */
  readonly frames: readonly Frame[]
  /** Sends any text. */
  raw(text: string): void
  /** Sends a request with the session’s token, and returns its tracing id. */
  send(action: string, fields?: Readonly<Record<string, unknown>>): string
  /** Sends a request and waits for the frame that carries its tracing id. */
  ask(action: string, fields?: Readonly<Record<string, unknown>>): Promise<Frame>
  /** Waits for the next frame that nobody has taken yet and that is as wanted. */
  next(wanted?: (frame: Frame) => boolean): Promise<Frame>
  /** Waits until everything that was sent before has been answered. */
  settled(): Promise<void>
  /** Waits until the websocket is closed; its code. */
  closed(): Promise<number>
  leave(): Promise<void>
}

export interface GuestOptions {
  readonly token?: string
  readonly deploymentId?: string
  readonly headers?: ClientOptions['headers']
}

/** Whoever looks at every frame that any guest gets. */
export const frameObservers = new Set<(frame: Frame) => void>()

const open = async (
  url: string,
  options: ClientOptions
): Promise<{ readonly socket: WebSocket; readonly assumptions: string | undefined }> => {
  const socket = new WebSocket(url, options)
  let assumptions: string | undefined
  socket.on('upgrade', ({ headers }) => {
    const value = headers['x-sandbox-assumption']
    assumptions = Array.isArray(value) ? value.join(', ') : value
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
    socket.once('unexpected-response', (_request, response) => {
      reject(new Error(`HTTP ${response.statusCode ?? 0}`))
      response.destroy()
    })
  })
  return { socket, assumptions }
}

/** Connects, without configuring a session. */
export const connectGuest = async ({ address }: Sandbox, options: GuestOptions = {}): Promise<GuestClient> => {
  const { token = randomUUID(), deploymentId = address.deploymentId, headers } = options
  const { socket, assumptions } = await open(`${address.guestUrl}?deploymentId=${deploymentId}`, headers ? { headers } : {})
  const frames: Frame[] = []
  const untaken: Frame[] = []
  let waiting: { readonly wanted: (frame: Frame) => boolean; readonly take: (frame: Frame) => void }[] = []
  let count = 0

  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString('utf8')) as Frame
    frames.push(frame)
    for (const observe of frameObservers) observe(frame)
    const waiter = waiting.find(({ wanted }) => wanted(frame))
    if (waiter === undefined) {
      untaken.push(frame)
      return
    }
    waiting = waiting.filter((other) => other !== waiter)
    waiter.take(frame)
  })
  const closed = new Promise<number>((resolve) => {
    socket.once('close', resolve)
  })

  const client: GuestClient = {
    token,
    deploymentId,
    assumptions,
    frames,
    raw: (text) => {
      socket.send(text)
    },
    send: (action, fields = {}) => {
      count += 1
      const tracingId = `request-${count}`
      socket.send(JSON.stringify({ action, token, tracingId, ...fields }))
      return tracingId
    },
    ask: (action, fields) => {
      const tracingId = client.send(action, fields)
      return client.next((frame) => frame.tracingId === tracingId)
    },
    next: (wanted = () => true) => {
      const index = untaken.findIndex(wanted)
      if (index >= 0) {
        const [frame] = untaken.splice(index, 1)
        assert.ok(frame)
        return Promise.resolve(frame)
      }
      return new Promise((resolve) => {
        waiting.push({ wanted, take: resolve })
      })
    },
    // A ping is answered in order, after all frames that are on their way.
    settled: () =>
      new Promise((resolve) => {
        socket.once('pong', () => {
          resolve()
        })
        socket.ping()
      }),
    closed: () => closed,
    leave: async () => {
      socket.close()
      await closed
    }
  }
  return client
}

/** Connects and configures a session: a new one, or the one of `options.token`. */
export const joinAsGuest = async (sandbox: Sandbox, options: GuestOptions & { readonly startNew?: boolean } = {}): Promise<GuestClient> => {
  const guest = await connectGuest(sandbox, options)
  const { startNew } = options
  const answer = await guest.ask('configureSession', { deploymentId: guest.deploymentId, ...(startNew === undefined ? {} : { startNew }) })
  assert.equal(answer.class, 'SessionResponse', JSON.stringify(answer))
  return guest
}

export const text = (words: string): { readonly message: Body } => ({ message: { type: 'Text', text: words } })

export const presence = (type: string): { readonly message: Body } => ({
  message: { type: 'Event', events: [{ eventType: 'Presence', presence: { type } }] }
})

/** Whether a frame is a message of the business with these words. */
export const says =
  (words: string) =>
  (frame: Frame): boolean =>
    frame.class === 'StructuredMessage' && bodyOf(frame).text === words

export const isPresence =
  (type: string) =>
  (frame: Frame): boolean =>
    frame.class === 'StructuredMessage' && bodyOf(frame).events?.[0]?.presence?.type === type
