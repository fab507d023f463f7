import type { WebSocket } from 'ws'
import type { WebDeployment } from '../organisation/webDeployment'
import type { World } from '../world'
import { carryOut } from './actions/carryOut'
import type { GuestConnection } from './guestConnections'
import { refusal, response, traced, type Frame } from './protocol/frames'
import { GuestError, guestErrorCodes, GuestRateExceeded } from './protocol/guestError'
import { readRequest, type ReadRequest } from './protocol/readRequest'
import { RateLimit, type Rate } from './rateLimit'

// Source: Genesys’ limits of web messaging.
const requestRate: Rate = { most: 60, seconds: 60 }
const echoRate: Rate = { most: 2, seconds: 60 }

const tooMany = ({ message, retryAfterSeconds }: GuestRateExceeded): Frame => ({
  ...response({
    class: 'TooManyRequestsErrorMessage',
    body: {
      name: 'TooManyRequestsErrorMessage',
      message,
      errorCode: guestErrorCodes.requestRateTooHigh,
      errorMessage: message,
      retryAfter: retryAfterSeconds
    }
  }),
  code: 429
})

const errorFrame = (error: unknown): Frame => {
  if (error instanceof GuestError) return refusal(error.code, error.message)
  if (error instanceof GuestRateExceeded) return tooMany(error)
  const words = error instanceof Error ? error.message : String(error)
  return refusal(guestErrorCodes.unexpectedError, `The sandbox itself failed: ${words}. Please report it with the request.`)
}

const textOf = (data: Buffer | ArrayBuffer | readonly Buffer[]): string =>
  (Array.isArray(data) ? Buffer.concat(data) : data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8')

/**
 * Talks with a guest over an opened websocket.
 * @param origin where the guest reaches the sandbox over HTTP
 */
export const openConnection = (world: World, deployment: WebDeployment, origin: string, socket: WebSocket): void => {
  const requests = new RateLimit(requestRate, world.clock)
  const echoes = new RateLimit(echoRate, world.clock)
  const configured = new Set<string>()

  const connection: GuestConnection = {
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame))
    },
    close: () => {
      socket.close(1000)
    }
  }

  const answer = (read: ReadRequest): Frame | undefined => {
    const wait = requests.take() ?? (read.kind === 'request' && read.request.action === 'echo' ? echoes.take() : undefined)
    if (wait !== undefined) throw new GuestRateExceeded('Request rate too high for this connection', wait)
    if (read.kind === 'fault') throw read.error
    const { request, tracingId } = read
    if (request.action === 'configureSession') configured.add(request.token)
    return carryOut({ world, deployment, connection, tracingId, origin }, request)
  }

  socket.on('message', (data) => {
    const read = readRequest(textOf(data))
    try {
      const frame = answer(read)
      if (frame) connection.send(traced(frame, read.tracingId))
    } catch (error) {
      connection.send(traced(errorFrame(error), read.tracingId))
    }
  })
  socket.on('close', () => {
    for (const token of configured) world.guests.connections.remove(token, connection)
  })
  // A connection that breaks is closed by `ws` itself; the error says nothing that its end does not.
  socket.on('error', () => undefined)
}
