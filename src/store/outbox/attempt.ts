import type { Connection } from '../../genesys/connection'
import { failedRequest } from '../failedRequest'
import type { Outcome, SendRecord } from './record'

/** Sends a request once, and says what came of it. Throws what is a fault of the extension. */
export const attempt = async (connection: Connection, { request, leaveBy }: SendRecord): Promise<Outcome> => {
  try {
    const sent = await connection.send(request, leaveBy)
    return { kind: 'accepted', at: connection.now(), by: 'answer', ...sent, deliveries: [] }
  } catch (error) {
    const failed = failedRequest(error)
    return failed.kind === 'unknown' ? { ...failed, leftUntil: connection.now() } : failed
  }
}
