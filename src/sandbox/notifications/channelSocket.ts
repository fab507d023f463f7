import type { RawData, WebSocket } from 'ws'
import * as z from 'zod/mini'
import type { SocketRoute } from '../http/sockets'
import { Refusal } from '../refusal'
import type { World } from '../world'
import type { Channel } from './channel'
import type { Connection } from './connection'
import { pongFrame, resultFrame } from './frames'
import { judgeTopics, subscribe } from './subscribing'

/** What a client may send. Source of `subscribe`: the Python package genesys-notifications 1.x. */
const clientFrame = z.discriminatedUnion('message', [
  z.looseObject({ message: z.literal('ping') }),
  z.looseObject({ message: z.literal('subscribe'), topics: z.array(z.string()), correlationId: z.optional(z.string()) })
])

type ClientFrame = z.infer<typeof clientFrame>

/** The frame in `data`; `undefined` when it is none. */
const readFrame = (data: RawData): ClientFrame | undefined => {
  try {
    const parsed = z.safeParse(clientFrame, JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : ''))
    return parsed.success ? parsed.data : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const answerTo = (world: World, channel: Channel, frame: ClientFrame | undefined): string => {
  switch (frame?.message) {
    case 'ping':
      return pongFrame
    case 'subscribe':
      try {
        const judged = judgeTopics(world, channel.credential, frame.topics)
        subscribe(world, channel, judged, 'add', { ignoreErrors: false }, () => undefined)
        return resultFrame('200', 'subscribed', frame.correlationId)
      } catch (error) {
        if (error instanceof Refusal) return resultFrame(error.error.status === 403 ? '403' : '400', 'failure', frame.correlationId)
        throw error
      }
    case undefined:
      return resultFrame('400', 'error')
  }
}

const listenTo = (world: World, channel: Channel, connection: Connection, socket: WebSocket): void => {
  socket.on('message', (data) => {
    connection.send(answerTo(world, channel, readFrame(data)))
  })
}

const path = /^\/channels\/([\w-]+)$/

/** The path of a channel’s websocket. */
export const channelPath = (channelId: string): string => `/channels/${channelId}`

/** `connectUri` of a channel. Its id is the only key: the websocket takes no token, as on the platform. */
export const channelSocketRoute = (world: World): SocketRoute => {
  const channelAt = (url: URL): Channel | undefined => world.channels.find(path.exec(url.pathname)?.[1] ?? '')
  return {
    name: 'notifications',
    takes: (url) => path.test(url.pathname),
    refuses: (url) => (channelAt(url) === undefined ? '404 Not Found' : undefined),
    restsOn: ['notifications.socket', 'notifications.events'],
    open: (socket, url) => {
      const channel = channelAt(url)
      // It may have gone while the socket was being opened.
      if (channel === undefined) socket.close(1001, 'the channel is gone')
      else listenTo(world, channel, world.channels.connect(channel.id, socket), socket)
    }
  }
}
