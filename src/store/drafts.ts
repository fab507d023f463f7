import * as z from 'zod/mini'
import type { ConversationRef } from './conversationRef'
import type { KeyValueStorage } from './storage'

const draft = z.object({ text: z.string(), deploymentId: z.optional(z.string()) })

/** A follow-up that has been written and not sent. */
export interface SavedDraft {
  readonly text: string
  readonly deploymentId: string | undefined
}

const emptyDraft: SavedDraft = { text: '', deploymentId: undefined }

/** What the keys of drafts begin with. */
export const draftPrefix = 'draft/'
const prefixOf = (connectionId: string): string => `${draftPrefix}${connectionId}/`
const keyOf = ({ connectionId, id }: ConversationRef): string => `${prefixOf(connectionId)}${id}`

/** Of a version that knew one connection only: nobody can say any more in which organisation it was to be sent. */
const isNamelessDraft = (key: string): boolean => key.startsWith(draftPrefix) && !key.slice(draftPrefix.length).includes('/')

/** Drafts by conversation, kept in storage from the first keystroke on: a closed panel or editor loses none. */
export class Drafts {
  readonly #storage: KeyValueStorage

  constructor(storage: KeyValueStorage) {
    this.#storage = storage
  }

  get(conversation: ConversationRef): SavedDraft {
    const parsed = draft.safeParse(this.#storage.get(keyOf(conversation)))
    return parsed.success ? { text: parsed.data.text, deploymentId: parsed.data.deploymentId } : emptyDraft
  }

  async save(conversation: ConversationRef, { text, deploymentId }: SavedDraft): Promise<void> {
    const empty = text === '' && deploymentId === undefined
    await this.#storage.update(keyOf(conversation), empty ? undefined : { text, ...(deploymentId === undefined ? {} : { deploymentId }) })
  }

  async clear(conversation: ConversationRef): Promise<void> {
    await this.#storage.update(keyOf(conversation), undefined)
  }

  /** Forgets every draft of a connection. */
  async forget(connectionId: string): Promise<void> {
    await this.#drop((key) => key.startsWith(prefixOf(connectionId)))
  }

  /** Forgets every draft. */
  async forgetAll(): Promise<void> {
    await this.#drop((key) => key.startsWith(draftPrefix))
  }

  /** Forgets what cannot be read any more. */
  async tidy(): Promise<void> {
    await this.#drop(isNamelessDraft)
  }

  async #drop(isDropped: (key: string) => boolean): Promise<void> {
    for (const key of this.#storage.keys().filter(isDropped)) await this.#storage.update(key, undefined)
  }
}
