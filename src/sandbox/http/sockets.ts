import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { AssumptionId } from '../assumptions'
import type { Clock } from '../clock'
import type { SocketFault, SocketName } from '../faults/fault'
import type { Faults } from '../faults/faults'
import { isLoopbackHost, isTrustedOrigin } from './safety'

/** A websocket that the sandbox offers. */
export interface SocketRoute {
  /** What faults on it go by. */
  readonly name: SocketName
  /** Whether the websocket at `url` is this one. */
  readonly takes: (url: URL) => boolean
  /** True when the route itself judges the Origin that a page connects from. Otherwise only the editor’s pages and the sandbox’s own may. */
  readonly judgesOrigin?: boolean
  /** Why a connection is refused before it opens, as an HTTP status; `undefined` when it may open. */
  readonly refuses?: (url: URL, request: IncomingMessage) => string | undefined
  /** What the frames assume of the platform: the answer that opens the websocket names it. */
  readonly restsOn?: readonly AssumptionId[]
  readonly open: (socket: WebSocket, url: URL, request: IncomingMessage) => void
}

/** More connections than this at a time are refused: nothing that runs away takes the machine with it. */
const mostSockets = 500

/** A frame larger than this ends its connection. */
const mostFrameBytes = 512_000

export interface Sockets {
  /** Answers a request to open a websocket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Closes every connection because the organisation is another one now. */
  readonly restart: () => void
  /** Ends every connection at once. */
  readonly stop: () => void
}

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

const urlOf = ({ url }: IncomingMessage): URL => new URL(url ?? '/', 'ws://127.0.0.1')

/** A connection that is open, and the one below it. */
interface Connection {
  readonly name: SocketName
  readonly socket: WebSocket
  readonly wire: Duplex
}

/** Lets no frame pass, either way, for a time. */
const stall = ({ socket, wire }: Connection, ms: number, clock: Clock): void => {
  wire.cork()
  socket.pause()
  clock.after(ms, () => {
    wire.uncork()
    socket.resume()
  })
}

const suffer = (connection: Connection, fault: SocketFault, clock: Clock): void => {
  switch (fault.kind) {
    case 'dropped':
      clock.after(fault.afterMs, () => {
        connection.socket.terminate()
      })
      return
    case 'stalled':
      stall(connection, fault.ms, clock)
  }
}

/** RFC 6455 and the IANA registry: the server restarts. */
const serviceRestart = 1012

/**
 * The websockets of the sandbox, refused to whoever comes under a name that is not loopback (see safety.ts). A fault hits the connections that
 * are open when it is set, and those that open later.
 * @param routes those that there are now
 */
export const socketsOf = (routes: () => readonly SocketRoute[], faults: Faults, clock: Clock): Sockets => {
  const server = new WebSocketServer({ noServer: true, maxPayload: mostFrameBytes, clientTracking: true })
  const connections = new Set<Connection>()
  const routeOf = (url: URL): SocketRoute | undefined => routes().find(({ takes }) => takes(url))
  server.on('headers', (headers, request) => {
    const restsOn = routeOf(urlOf(request))?.restsOn ?? []
    if (restsOn.length > 0) headers.push(`x-sandbox-assumption: ${restsOn.join(', ')}`)
  })
  const meetFaults = (connection: Connection): void => {
    const fault = faults.ofSocket(connection.name)
    if (fault) suffer(connection, fault, clock)
  }
  faults.onSet(() => {
    connections.forEach(meetFaults)
  })
  return {
    upgrade: (request, socket, head) => {
      const { host = '', origin } = request.headers
      if (!isLoopbackHost(host)) {
        refuse(socket, '403 Forbidden')
        return
      }
      const url = urlOf(request)
      const route = routeOf(url)
      const refused = route?.refuses?.(url, request)
      if (route === undefined) refuse(socket, '404 Not Found')
      else if (origin !== undefined && route.judgesOrigin !== true && !isTrustedOrigin(origin, host)) refuse(socket, '403 Forbidden')
      else if (refused !== undefined) refuse(socket, refused)
      else if (server.clients.size >= mostSockets) refuse(socket, '503 Service Unavailable')
      else
        server.handleUpgrade(request, socket, head, (opened) => {
          // A frame that breaks the protocol or is too large: ws has closed the connection with the code for it. Without a listener it would end us.
          opened.on('error', () => undefined)
          const connection = { name: route.name, socket: opened, wire: socket }
          connections.add(connection)
          opened.once('close', () => connections.delete(connection))
          route.open(opened, url, request)
          meetFaults(connection)
        })
    },
    restart: () => {
      for (const client of server.clients) client.close(serviceRestart)
    },
    stop: () => {
      for (const client of server.clients) client.terminate()
    }
  }
}
