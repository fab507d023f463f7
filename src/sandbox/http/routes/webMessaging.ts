import { Hono } from 'hono'
import type { Models } from 'purecloud-platform-client-v2'
import { documented } from '../../documentedErrors'
import type { ContentElement, GuestMessage } from '../../guests/guestMessage'
import { isExpired, type GuestSession } from '../../guests/guestSession'
import { structuredMessage } from '../../guests/protocol/frames'
import { Refusal } from '../../refusal'
import type { World } from '../../world'
import { isoTime, type Answer } from '../answers'
import { assumeFor, type Environment, type RequestContext } from '../environment'
import { pageOf, readPaging } from '../paging'

const bearer = /^Bearer +(\S+)$/i

/** The session whose JWT the request carries. */
const requestingSession = (c: RequestContext, { guests, clock }: World): GuestSession => {
  const jwt = bearer.exec(c.req.header('authorization') ?? '')?.[1]
  if (jwt === undefined) {
    throw new Refusal(documented.authenticationRequired, 'The request has no Authorization header with the JWT of a guest session.')
  }
  const token = guests.jwts.sessionTokenOf(jwt, clock.now())
  if (token === undefined) {
    throw new Refusal(documented.badCredentials, 'The JWT is not one that getJwt gave over the guest websocket, or has expired.')
  }
  const session = guests.sessions.get(token)
  if (session === undefined) throw new Refusal(documented.sessionNotFound, 'The session of this JWT is not there any more.')
  if (isExpired(session, clock.now())) throw new Refusal(documented.sessionExpired, 'The session of this JWT has expired.')
  return session
}

const contentBody = (element: ContentElement): Answer<Models.WebMessagingContent> =>
  element.contentType === 'Attachment'
    ? element
    : { ...element, buttonResponse: { ...element.buttonResponse, originatingMessageId: element.buttonResponse.originatingMessageId ?? '' } }

const messageBody = (message: GuestMessage): Answer<Models.WebMessagingMessage> => {
  const { type } = structuredMessage(message)
  const { id, time, says, direction, originator, senderName, metadata } = message
  return {
    id,
    type,
    ...(says.kind === 'presence'
      ? { events: [{ eventType: 'Presence', presence: { type: says.presence } }] }
      : { text: says.text, content: says.content.map(contentBody) }),
    direction,
    originatingEntity: originator,
    channel: { time: isoTime(time), messageId: id, from: senderName === undefined ? undefined : { nickname: senderName } },
    metadata
  }
}

/** The history of a guest session. Source: published OpenAPI, `getWebmessagingMessages`. */
export const webMessagingRoutes = (world: World): Hono<Environment> => {
  const routes = new Hono<Environment>()

  routes.get('/messages', (c) => {
    const { history } = requestingSession(c, world)
    const paging = readPaging(c)
    assumeFor(c)('guest.history')
    const body: Answer<Models.WebMessagingMessageEntityList> = {
      entities: pageOf(history.toReversed(), paging).map(messageBody),
      ...paging,
      total: history.length,
      pageCount: Math.ceil(history.length / paging.pageSize)
    }
    return c.json(body)
  })
  return routes
}
