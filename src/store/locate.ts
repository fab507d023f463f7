import { PlatformError } from '../genesys/platformError'
import { parseUuid, type Uuid } from '../model/ids'
import type { ConversationRef } from './conversationRef'
import type { Connections, OpenConnection } from './connections'

/** What an id may be of, and so where it is looked for. */
export type Sought =
  | { readonly as: 'conversation'; readonly id: Uuid }
  | { readonly as: 'contact'; readonly id: Uuid }
  | { readonly as: 'message'; readonly id: string }

/** Something that was looked for in one organisation and is not there. */
export interface Miss {
  readonly of: OpenConnection
  readonly as: Sought['as']
  /** Why that is not certain: it could not be read. `undefined` when the organisation says that there is none. */
  readonly why: string | undefined
}

/** What came of the search. */
export interface Located {
  /** The conversations that the id stands for; several when several organisations have it, or an external contact has written often. */
  readonly found: readonly ConversationRef[]
  readonly misses: readonly Miss[]
}

/** Channels also name messages by 32 hexadecimal digits without dashes. */
const bareHex = /^[0-9a-f]{32}$/

/** Everything that a text can be the id of; nothing where it is no id. */
export const soughtIn = (text: string): readonly Sought[] => {
  const id = parseUuid(text)
  if (id !== undefined)
    return [
      { as: 'conversation', id },
      { as: 'message', id },
      { as: 'contact', id }
    ]
  const bare = text.trim().toLowerCase()
  return bareHex.test(bare) ? [{ as: 'message', id: bare }] : []
}

const lookUp = async ({ connection }: OpenConnection, sought: Sought, signal: AbortSignal | undefined): Promise<readonly Uuid[]> => {
  switch (sought.as) {
    case 'conversation':
      return [(await connection.read(sought.id, signal)).id]
    case 'message':
      return [await connection.records.conversationOfMessage(sought.id, signal)]
    case 'contact':
      return connection.records.conversationsOfContact(sought.id, signal)
  }
}

const ask = async (of: OpenConnection, sought: Sought, signal: AbortSignal | undefined): Promise<Located> => {
  const miss = (why: string | undefined): Located => ({ found: [], misses: [{ of, as: sought.as, why }] })
  try {
    const ids = await lookUp(of, sought, signal)
    return ids.length === 0 ? miss(undefined) : { found: ids.map((id) => ({ connectionId: of.id, id })), misses: [] }
  } catch (error) {
    if (PlatformError.is(error, 404)) return miss(undefined)
    if (error instanceof PlatformError && !PlatformError.isCancelled(error)) return miss(error.message)
    throw error
  }
}

const inLists = (id: Uuid, open: readonly OpenConnection[]): readonly ConversationRef[] =>
  open.flatMap(({ id: connectionId, conversations }) => (conversations.row(id) ? [{ connectionId, id }] : []))

/** Looks in every open connection at once: in the lists first, then on the platform. Rejects when the signal aborts. */
export const locate = async (sought: readonly Sought[], connections: Connections, signal?: AbortSignal): Promise<Located> => {
  const open = connections.all()
  const listed = sought.flatMap((each) => (each.as === 'conversation' ? inLists(each.id, open) : []))
  if (listed.length > 0) return { found: listed, misses: [] }
  const answers = await Promise.all(open.flatMap((of) => sought.map((each) => ask(of, each, signal))))
  return { found: answers.flatMap(({ found }) => found), misses: answers.flatMap(({ misses }) => misses) }
}
