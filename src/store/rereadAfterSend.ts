import { parseUuid, type Uuid } from '../model/ids'
import type { Conversations } from './conversations'
import type { Disposable } from './emitter'
import type { SendRecord, Sends } from './sends'

/** The conversations that a send has changed: the one it was sent from, and the one it went into. */
const changedBy = ({ conversationId, outcome }: SendRecord): ReadonlySet<Uuid> => {
  const ids = [conversationId, outcome.kind === 'accepted' ? outcome.conversationId : undefined]
  return new Set(ids.flatMap((id) => (id === undefined ? [] : (parseUuid(id) ?? []))))
}

/** Reads a conversation again whenever something has become of a message sent into it. */
export const rereadAfterSend = (sends: Sends, conversations: Conversations, onFailure: (error: unknown) => void): Disposable =>
  sends.onDidChange((record) => {
    if (record.outcome.kind === 'sending') return
    for (const id of changedBy(record)) conversations.read(id).catch(onFailure)
  })
