import type { Connection } from '../../genesys/connection'
import { days } from '../../model/instant'
import type { Connections } from '../connections'
import type { Disposable } from '../emitter'
import type { Sends } from './sends'

/**
 * Takes up the sends of a connection when it is opened.
 * @param keepDays for how many days they are kept
 */
export const takeUpSends = (sends: Sends, connections: Connections, keepDays: () => number): Disposable => {
  const taken = new WeakSet<Connection>()
  return connections.onDidChange(({ kind }) => {
    if (kind === 'conversations') return
    for (const { id, connection } of connections.all()) {
      if (taken.has(connection)) continue
      taken.add(connection)
      void sends.takeUp(id, connection, connection.now() - days(keepDays()))
    }
  })
}
