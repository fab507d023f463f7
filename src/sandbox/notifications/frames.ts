// What goes over a notification websocket, as text.

/** An event of a topic. `body` is JSON already: one event goes to many. */
export const eventFrame = (topicName: string, body: string, correlationId: string): string =>
  `{"topicName":"${topicName}","version":"2","eventBody":${body},"metadata":{"CorrelationId":"${correlationId}"}}`

const metadata = (message: string): string => JSON.stringify({ topicName: 'channel.metadata', eventBody: { message } })

/** Source: community.genesys.com, “Regarding the behavior of WebSocket heartbeats”. */
export const heartbeatFrame = metadata('WebSocket Heartbeat')

export const pongFrame = metadata('pong')

/** That the socket will be closed in a minute. Source: the body is `SystemMessageSystemMessage` of the platform’s SDKs. */
export const closingFrame = (channelId: string): string =>
  JSON.stringify({
    topicName: 'v2.system.socket_closing',
    version: '2',
    eventBody: { channelId, message: 'The channel expires in a minute. Subscribe again to keep it.' }
  })

/** The answer to a frame that subscribes, or that is not understood. */
export const resultFrame = (result: '200' | '400' | '403', status: 'subscribed' | 'failure' | 'error', correlationId?: string): string =>
  JSON.stringify({ result, status, correlationId })
