import { WebSocket } from 'ws'
import type { Failure } from '../platformError'

/** What is told of an open websocket. */
export interface SocketListener {
  readonly onFrame: (text: string) => void
  /** Told once, whoever closed it. */
  readonly onClosed: () => void
}

/** An open websocket. */
export interface Socket {
  readonly send: (text: string) => void
}

/** What came of opening a websocket. A value and not an exception, for the same reason as `Reply`. */
export type SocketReply = { readonly ok: true; readonly socket: Socket } | { readonly ok: false; readonly failure: Failure }

/** Opens a websocket, until the signal aborts, which also ends one that is open. */
export type OpenSocket = (uri: string, listener: SocketListener, signal: AbortSignal) => Promise<SocketReply>

const openWithinMs = 15_000

/** The platform’s events are far smaller. */
const mostFrameBytes = 4_000_000

export const openSocket: OpenSocket = (uri, { onFrame, onClosed }, signal) =>
  new Promise((resolve) => {
    const socket = new WebSocket(uri, { handshakeTimeout: openWithinMs, maxPayload: mostFrameBytes })
    const end = (): void => {
      socket.terminate()
    }
    signal.addEventListener('abort', end, { once: true })
    let why = 'the connection was closed'
    socket.on('error', ({ message }) => {
      why = message
    })
    socket.on('message', (data) => {
      if (Buffer.isBuffer(data)) onFrame(data.toString('utf8'))
    })
    socket.once('open', () => {
      socket.once('close', onClosed)
      resolve({
        ok: true,
        socket: {
          send: (text) => {
            socket.send(text)
          }
        }
      })
    })
    socket.once('close', () => {
      signal.removeEventListener('abort', end)
      // After it has opened nobody waits for this any more.
      resolve({ ok: false, failure: signal.aborted ? { kind: 'cancelled' } : { kind: 'unreachable', why } })
    })
  })
