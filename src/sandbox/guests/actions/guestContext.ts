import type { WebDeployment } from '../../organisation/webDeployment'
import type { World } from '../../world'
import type { Asker, GuestConnection } from '../guestConnections'
import { isExpired, type GuestSession } from '../guestSession'
import type { AllowedMedia } from '../protocol/frames'
import { GuestError, guestErrorCodes } from '../protocol/guestError'

/** What a request of a guest is carried out with. */
export interface GuestContext {
  readonly world: World
  /** The one that the websocket was opened for. */
  readonly deployment: WebDeployment
  readonly connection: GuestConnection
  readonly tracingId: string | undefined
  /** Where the guest reaches the sandbox over HTTP. */
  readonly origin: string
}

export const askerOf = ({ connection, tracingId }: GuestContext): Asker => ({ connection, tracingId })

/**
 * The session that this connection was configured for, while it lasts.
 * @throws GuestError
 */
export const liveSession = ({ world, connection }: GuestContext, token: string): GuestSession => {
  const { guests, clock } = world
  const session = guests.connections.of(token).includes(connection) ? guests.sessions.get(token) : undefined
  if (session === undefined) {
    throw new GuestError(guestErrorCodes.sessionNotFound, 'This connection has no session with that token. Send configureSession first.')
  }
  if (isExpired(session, clock.now())) throw expired()
  return session
}

export const expired = (): GuestError =>
  new GuestError(guestErrorCodes.sessionHasExpired, 'The session has expired. Send configureSession with startNew to begin a new one.')

/** The most that custom attributes may have, in bytes of JSON. Source: genesys-messenger-transport-mobile-sdk. */
export const mostCustomAttributeBytes = 2048

export const allowedMediaOf = ({ world, deployment }: GuestContext): AllowedMedia => {
  const { fileTypes, maxFileSizeKB } = world.guests.messengerOf(deployment.id).uploads
  return { inbound: { fileTypes: fileTypes.map((type) => ({ type })), maxFileSizeKB } }
}
