import { expiryOf, isExpired, startedAnew, type GuestSession } from '../guestSession'
import { response, type Frame } from '../protocol/frames'
import { GuestError } from '../protocol/guestError'
import type { RequestFor } from '../protocol/requests'
import { allowedMediaOf, expired, liveSession, mostCustomAttributeBytes, type GuestContext } from './guestContext'
import { leaveConversation } from './leaveConversation'

const sessionResponse = (
  context: GuestContext,
  session: GuestSession,
  { connected, newSession }: { readonly connected: boolean; readonly newSession: boolean }
): Frame =>
  response({
    class: 'SessionResponse',
    body: {
      connected,
      newSession,
      readOnly: session.access === 'readOnly',
      clearedExistingSession: false,
      allowedMedia: allowedMediaOf(context),
      blockedExtensions: [],
      maxCustomDataBytes: mostCustomAttributeBytes,
      durationSeconds: session.durationSeconds,
      expirationDate: Math.floor(expiryOf(session) / 1000)
    }
  })

const newSession = ({ world, deployment }: GuestContext, token: string): GuestSession =>
  world.guests.sessions.put({
    token,
    deploymentId: deployment.id,
    customerAddress: world.ids.next('guest'),
    customerName: 'Guest',
    externalContactId: undefined,
    access: 'open',
    startsNew: true,
    connectedBefore: false,
    lastActivity: world.clock.now(),
    durationSeconds: world.guests.messengerOf(deployment.id).conversations.sessionDurationSeconds,
    history: []
  })

const checkDeployment = ({ deployment }: GuestContext, deploymentId: string): void => {
  // The words are those that Genesys’ mobile SDK has in its tests.
  if (deployment.id !== deploymentId.toLowerCase()) throw new GuestError(400, 'Deployment not found')
}

/** `configureSession`: begins a session, resumes one, or begins anew under the same token. */
export const configureSession = (context: GuestContext, { token, deploymentId, startNew }: RequestFor<'configureSession'>): Frame => {
  checkDeployment(context, deploymentId)
  const { guests, ids, clock } = context.world
  const known = guests.session(token)
  if (known !== undefined && known.deploymentId !== context.deployment.id) {
    throw new GuestError(400, 'The session with this token belongs to another deployment.')
  }
  if (known !== undefined && startNew !== true) {
    if (isExpired(known, clock.now())) throw expired()
    guests.connect(token, context.connection)
    return sessionResponse(context, known, { connected: true, newSession: false })
  }
  if (known) leaveConversation(context, known)
  const session = known ? guests.sessions.put(startedAnew(known, ids.next('guest'), clock.now())) : newSession(context, token)
  guests.connect(token, context.connection)
  return sessionResponse(context, session, { connected: true, newSession: true })
}

/** `closeSession`: lets go of the session, on this connection or on all. The websocket stays open, so that another session can be configured. */
export const closeSession = (context: GuestContext, { token, closeAllConnections }: RequestFor<'closeSession'>): Frame => {
  const session = liveSession(context, token)
  const { connections } = context.world.guests
  if (closeAllConnections === true) connections.closeAll(token, context.connection)
  connections.remove(token, context.connection)
  return sessionResponse(context, session, { connected: false, newSession: false })
}

/** `disconnectCustomer`: the guest leaves the conversation and keeps the session. */
export const disconnectCustomer = (context: GuestContext, { token }: RequestFor<'disconnectCustomer'>): Frame => {
  const session = liveSession(context, token)
  leaveConversation(context, session)
  return sessionResponse(context, context.world.guests.sessions.get(token) ?? session, { connected: true, newSession: false })
}

export const getJwt = (context: GuestContext, { token }: RequestFor<'getJwt'>): Frame => {
  const session = liveSession(context, token)
  return response({ class: 'JwtResponse', body: context.world.guests.jwts.issue(session.token, context.world.clock.now()) })
}

export const getConfiguration = (context: GuestContext, { deploymentId }: RequestFor<'getConfiguration'>): Frame => {
  checkDeployment(context, deploymentId)
  return response({
    class: 'GetConfigurationResponse',
    body: {
      allowedMedia: allowedMediaOf(context),
      blockedExtensions: [],
      maxCustomDataBytes: mostCustomAttributeBytes,
      messageRoutingEnabled: true,
      sessionDurationSeconds: context.world.guests.messengerOf(context.deployment.id).conversations.sessionDurationSeconds
    }
  })
}

/** `echo`: shows that the connection works. The answer has the request’s text; nothing is kept. */
export const echo = (context: GuestContext, { token, message }: RequestFor<'echo'>): Frame => {
  liveSession(context, token)
  return response({
    class: 'StructuredMessage',
    body: {
      type: 'Text',
      text: message.text ?? '',
      direction: 'Inbound',
      id: context.world.ids.next('guest event'),
      metadata: message.metadata ?? {}
    }
  })
}
