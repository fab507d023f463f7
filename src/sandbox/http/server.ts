import { getRequestListener } from '@hono/node-server'
import { createServer, type Server } from 'node:http'
import { SandboxPortUnavailable } from '../errors'
import type { Sockets } from './sockets'

/** The only address that the sandbox listens on: nothing outside this machine reaches it. */
const loopback = '127.0.0.1'

export interface RunningServer {
  readonly port: number
  /** Closes the listening socket and every connection at once. */
  stop(): Promise<void>
}

type Fetch = Parameters<typeof getRequestListener>[0]

const reasons: ReadonlyMap<unknown, SandboxPortUnavailable['reason']> = new Map([
  ['EADDRINUSE', 'in use' as const],
  ['EACCES', 'not allowed' as const],
  ['ERR_SOCKET_BAD_PORT', 'not a port' as const]
])

const named = (error: unknown, port: number): unknown => {
  const reason = error instanceof Error && 'code' in error ? reasons.get(error.code) : undefined
  return reason === undefined ? error : new SandboxPortUnavailable(port, reason)
}

const stop = (server: Server, sockets: Sockets): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    sockets.stop()
    server.closeAllConnections()
  })

/** @throws SandboxPortUnavailable */
export const serve = (fetch: Fetch, sockets: Sockets, port: number): Promise<RunningServer> =>
  new Promise((resolve, reject) => {
    const answer = getRequestListener(fetch, { overrideGlobalObjects: false })
    const server = createServer((request, response) => {
      void answer(request, response)
    })
    server.on('upgrade', sockets.upgrade)
    const fail = (error: unknown): void => {
      const failure = named(error, port)
      reject(failure instanceof Error ? failure : new Error(String(failure)))
    }
    server.once('error', fail)
    try {
      server.listen(port, loopback, () => {
        const address = server.address()
        const listening = typeof address === 'object' && address !== null ? address.port : port
        resolve({ port: listening, stop: () => stop(server, sockets) })
      })
    } catch (error) {
      fail(error)
    }
  })
