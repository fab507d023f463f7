import * as z from 'zod/mini'
import type { ThreadingTimeline } from '../../model/threading'
import { PlatformError } from '../platformError'

const timeline = z.object({
  settings: z.array(z.object({ messengerType: z.string(), timeoutInMinutes: z.number() })),
  defaultTimeoutMinutes: z.optional(z.nullable(z.number()))
})

/** Minutes of the window that holds where the organisation has set none: 72 hours (HELP messaging-threading-timeline). */
const documentedDefaultMinutes = 72 * 60

/** Reads the body of GET /api/v2/conversations/messaging/threadingtimeline. */
export const readThreadingTimeline = (body: unknown): ThreadingTimeline => {
  const parsed = timeline.safeParse(body)
  if (!parsed.success) throw new PlatformError('Reading the threading timeline', { kind: 'unexpected', why: 'it has no settings' })
  return {
    defaultMinutes: parsed.data.defaultTimeoutMinutes ?? documentedDefaultMinutes,
    minutesByMessengerType: new Map(parsed.data.settings.map(({ messengerType, timeoutInMinutes }) => [messengerType, timeoutInMinutes]))
  }
}
