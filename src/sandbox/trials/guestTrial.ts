import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import * as z from 'zod/mini'
import { WebSocket } from 'ws'

/** A frame that answers a guest’s request. */
const frame = z.looseObject({ type: z.string(), class: z.optional(z.string()), code: z.optional(z.number()) })
type Frame = z.infer<typeof frame>

const isSessionResponse = (received: Frame): boolean => received.class === 'SessionResponse'
const isPresence = (received: Frame): boolean => JSON.stringify(received).includes('"Presence"')
const isRefusal = (received: Frame): boolean => (received.code ?? 0) >= 400

/** The frames of a websocket, in order; `until` waits for one of them. */
const framesOf = (socket: WebSocket) => {
  const received: Frame[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data) => {
    const parsed = frame.safeParse(JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '{}'))
    if (parsed.success) received.push(parsed.data)
    for (const look of [...waiting]) look()
  })
  return {
    until: (wanted: (received: Frame) => boolean): Promise<Frame> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = received.find(wanted)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      })
  }
}

export interface GuestOfTrial {
  readonly guestUrl: string
  readonly deploymentId: string
  /** The token of the guest’s session. */
  readonly token: string
  /** Ends the conversation as the business does. */
  readonly endConversation: () => Promise<unknown>
}

/**
 * Joins as the guest, has the business end the conversation, and writes after that.
 * @returns what the guest sent and the answer, as JSON in lines
 */
export const guestWritesAfterTheEnd = async ({ guestUrl, deploymentId, token, endConversation }: GuestOfTrial): Promise<string> => {
  const socket = new WebSocket(`${guestUrl}?deploymentId=${deploymentId}`)
  try {
    const frames = framesOf(socket)
    await once(socket, 'open')
    socket.send(JSON.stringify({ action: 'configureSession', deploymentId, token, tracingId: randomUUID() }))
    await frames.until(isSessionResponse)
    await endConversation()
    await frames.until(isPresence)
    const sent = { action: 'onMessage', token: '<token>', message: { type: 'Text', text: 'One more question, please.' } }
    socket.send(JSON.stringify({ ...sent, token, tracingId: randomUUID() }))
    const answer = await frames.until(isRefusal)
    return [sent, answer].map((part) => JSON.stringify(part)).join('\n')
  } finally {
    socket.close()
  }
}
