import { parseUuid, type Uuid } from '../model/ids'
import type { Connections } from './connections'
import type { Disposable } from './emitter'
import type { SendRecord } from './outbox/record'
import type { Sends } from './outbox/sends'

/** The conversations that a send has changed: the one it was sent from, and the one it went into. */
const changedBy = ({ from, outcome }: SendRecord): ReadonlySet<Uuid> => {
  const into = outcome.kind === 'accepted' ? outcome.conversationId : undefined
  const id = into === undefined ? undefined : parseUuid(into)
  return new Set(id === undefined ? [from.id] : [from.id, id])
}

/** Not that a send is about to leave, nor that it was looked for once more. */
const isNewsOfPlatform = ({ outcome }: SendRecord): boolean =>
  outcome.kind !== 'prepared' && !(outcome.kind === 'unknown' && outcome.looks !== undefined)

/** Reads a conversation again whenever something has become of a message sent into it. */
export const rereadAfterSend = (sends: Sends, connections: Connections, onFailure: (error: unknown) => void): Disposable =>
  sends.onDidChange((change) => {
    if (change.kind !== 'news' || !isNewsOfPlatform(change.record)) return
    const { record } = change
    const conversations = connections.get(record.from.connectionId)?.conversations
    if (conversations) for (const id of changedBy(record)) conversations.read(id).catch(onFailure)
  })
