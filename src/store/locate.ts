import type { Uuid } from '../model/ids'
import { PlatformError } from '../genesys/platformError'
import type { Connections, OpenConnection } from './connections'

/** What came of the search for a conversation. */
export interface Located {
  readonly holders: readonly OpenConnection[]
  /** Why it could not be read in the others. */
  readonly misses: readonly { readonly of: OpenConnection; readonly why: string }[]
}

/** Looks for a conversation in every open connection at once: in the lists first, then on the platform. Rejects when the signal aborts. */
export const locate = async (id: Uuid, connections: Connections, signal?: AbortSignal): Promise<Located> => {
  const listed = connections.all().filter(({ conversations }) => conversations.get(id) !== undefined)
  if (listed.length > 0) return { holders: listed, misses: [] }
  const asked = await Promise.all(
    connections.all().map(async (of) => {
      try {
        await of.connection.read(id, signal)
        return { of, why: undefined }
      } catch (error) {
        if (error instanceof PlatformError && !PlatformError.isCancelled(error)) return { of, why: error.message }
        throw error
      }
    })
  )
  return {
    holders: asked.flatMap(({ of, why }) => (why === undefined ? [of] : [])),
    misses: asked.flatMap(({ of, why }) => (why === undefined ? [] : [{ of, why }]))
  }
}
