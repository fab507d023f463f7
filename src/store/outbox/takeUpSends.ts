import type { Connection } from '../../genesys/connection'
import { days } from '../../model/instant'
import type { Connections } from '../connections'
import type { Disposable } from '../emitter'
import type { Sends } from './sends'

/**
 * Takes up the sends of a connection when it is opened.
 * @param keepDays for how many days they are kept; with 0 their storage ends with the session, and nothing is to be forgotten before
 */
export const takeUpSends = (sends: Sends, connections: Connections, keepDays: () => number): Disposable => {
  const taken = new WeakSet<Connection>()
  return connections.onDidChange(({ kind }) => {
    if (kind === 'conversations') return
    for (const { id, connection } of connections.all()) {
      if (taken.has(connection)) continue
      taken.add(connection)
      const kept = keepDays()
      void sends.takeUp(id, connection, kept === 0 ? 0 : connection.now() - days(kept))
    }
  })
}
