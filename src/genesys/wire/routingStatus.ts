import * as z from 'zod/mini'
import { PlatformError } from '../platformError'

const user = z.object({ routingStatus: z.object({ status: z.string() }) })

/** Reads the routing status of GET /api/v2/users/me?expand=routingStatus, in the platform’s word. Source: `RoutingStatus`, SDK 262. */
export const readRoutingStatus = (body: unknown): string => {
  const parsed = user.safeParse(body)
  if (!parsed.success) throw new PlatformError('Reading the user’s routing status', { kind: 'unexpected', why: 'it has no routing status' })
  return parsed.data.routingStatus.status
}
