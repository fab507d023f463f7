import * as z from 'zod/mini'
import type { KeyValueStorage } from './storage'

const draft = z.object({ text: z.string(), deploymentId: z.optional(z.string()) })

/** A follow-up that has been written and not sent. */
export interface SavedDraft {
  readonly text: string
  readonly deploymentId: string | undefined
}

const emptyDraft: SavedDraft = { text: '', deploymentId: undefined }
const keyOf = (conversationId: string): string => `draft/${conversationId}`

/** Drafts by conversation, kept in storage from the first keystroke on: a closed panel or editor loses none. */
export class Drafts {
  readonly #storage: KeyValueStorage

  constructor(storage: KeyValueStorage) {
    this.#storage = storage
  }

  get(conversationId: string): SavedDraft {
    const parsed = draft.safeParse(this.#storage.get(keyOf(conversationId)))
    return parsed.success ? { text: parsed.data.text, deploymentId: parsed.data.deploymentId } : emptyDraft
  }

  async save(conversationId: string, { text, deploymentId }: SavedDraft): Promise<void> {
    const empty = text === '' && deploymentId === undefined
    await this.#storage.update(keyOf(conversationId), empty ? undefined : { text, ...(deploymentId === undefined ? {} : { deploymentId }) })
  }

  async clear(conversationId: string): Promise<void> {
    await this.#storage.update(keyOf(conversationId), undefined)
  }
}
