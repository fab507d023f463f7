import * as z from 'zod/mini'
import { parseUuid, type Uuid } from '../../model/ids'

/** What came over a channel’s websocket. */
export type Frame =
  /** An event with the conversation as it is now. */
  | { readonly kind: 'conversation'; readonly body: unknown }
  /** Something happened in a conversation; what is read from the conversation itself. */
  | { readonly kind: 'changed'; readonly id: Uuid }
  /** The platform is about to close the websocket. */
  | { readonly kind: 'closing' }
  /** A heartbeat, an answer, or something that nobody here asked for: the websocket is alive. */
  | { readonly kind: 'other' }

const frame = z.object({ topicName: z.string(), eventBody: z.optional(z.unknown()) })

const conversationTopic = /^v2\.(?:users|routing\.queues)\.[\w-]+\.conversations\.messages$/
const detailTopic = /^v2\.detail\.events\.conversation\.([\w-]+)\./

const other: Frame = { kind: 'other' }

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Reads a frame. What is not understood is `other`: it may be of a topic of the future. */
export const readFrame = (text: string): Frame => {
  const parsed = frame.safeParse(jsonIn(text))
  if (!parsed.success) return other
  const { topicName, eventBody } = parsed.data
  if (topicName === 'v2.system.socket_closing') return { kind: 'closing' }
  if (conversationTopic.test(topicName)) return { kind: 'conversation', body: eventBody }
  const id = parseUuid(detailTopic.exec(topicName)?.[1] ?? '')
  return id === undefined ? other : { kind: 'changed', id }
}
