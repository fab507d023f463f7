import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { isLoopbackHost } from './safety'

/** A websocket that the sandbox offers. */
export interface SocketRoute {
  /** Whether the websocket at `url` is this one. */
  readonly takes: (url: URL) => boolean
  readonly open: (socket: WebSocket, url: URL, request: IncomingMessage) => void
}

/** More connections than this at a time are refused: nothing that runs away takes the machine with it. */
const mostSockets = 500

/** A frame larger than this ends its connection. */
const mostFrameBytes = 512_000

export interface Sockets {
  /** Answers a request to open a websocket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Ends every connection at once. */
  readonly stop: () => void
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** The websockets of the sandbox, refused to whoever comes under a name that is not loopback (see safety.ts). */
export const socketsOf = (routes: readonly SocketRoute[]): Sockets => {
  const server = new WebSocketServer({ noServer: true, maxPayload: mostFrameBytes, clientTracking: true })
  return {
    upgrade: (request, socket, head) => {
      if (!isLoopbackHost(request.headers.host)) {
        refuse(socket, '403 Forbidden')
        return
      }
      const url = new URL(request.url ?? '/', 'ws://127.0.0.1')
      const route = routes.find(({ takes }) => takes(url))
      if (route === undefined) refuse(socket, '404 Not Found')
      else if (server.clients.size >= mostSockets) refuse(socket, '503 Service Unavailable')
      else
        server.handleUpgrade(request, socket, head, (opened) => {
          // A frame that breaks the protocol or is too large: ws has closed the connection with the code for it. Without a listener it would end us.
          opened.on('error', () => undefined)
          route.open(opened, url, request)
        })
    },
    stop: () => {
      for (const client of server.clients) client.terminate()
    }
  }
}
