import type { Pace } from '../genesys/traffic/pace'
import { emptyDraft, isEmptyDraft, type Draft } from '../model/draft'
import type { ConversationRef } from './conversationRef'
import { readSavedDraft, savedDraft } from './savedDraft'
import type { KeyValueStorage } from './storage'

/** What the keys of drafts begin with. */
export const draftPrefix = 'draft/'
const prefixOf = (connectionId: string): string => `${draftPrefix}${connectionId}/`
const keyOf = ({ connectionId, id }: ConversationRef): string => `${prefixOf(connectionId)}${id}`

/** Of a version that knew one connection only: nobody can say any more in which organisation it was to be sent. */
const isNamelessDraft = (key: string): boolean => key.startsWith(draftPrefix) && !key.slice(draftPrefix.length).includes('/')

/** How long nothing is written after a write: somebody who types makes a change several times a second. */
const restMs = 250

/**
 * Drafts by conversation, kept in storage from the first keystroke on: a closed panel, or an editor that crashes, loses what was typed within
 * `restMs` at most.
 */
export class Drafts {
  readonly #storage: KeyValueStorage
  readonly #pace: Pace
  readonly #onFailure: (error: unknown) => void
  /** What is not written yet, by key; `undefined`: nothing is to be kept. */
  readonly #unwritten = new Map<string, Draft | undefined>()
  readonly #stopped = new AbortController()
  #isResting = false

  /** @param onFailure told when the storage does not take a draft */
  constructor(storage: KeyValueStorage, pace: Pace, onFailure: (error: unknown) => void) {
    this.#storage = storage
    this.#pace = pace
    this.#onFailure = onFailure
  }

  get(conversation: ConversationRef): Draft {
    const key = keyOf(conversation)
    return (this.#unwritten.has(key) ? this.#unwritten.get(key) : readSavedDraft(this.#storage.get(key))) ?? emptyDraft
  }

  /** Holds a draft, and writes it at once, or within `restMs` after the last write. */
  save(conversation: ConversationRef, draft: Draft): void {
    this.#unwritten.set(keyOf(conversation), isEmptyDraft(draft) ? undefined : draft)
    if (!this.#isResting) void this.#writeAndRest()
  }

  /** Writes what is not written yet: for a moment after which there may be no other. Rejects when the storage does not take it; it is held then. */
  async flush(): Promise<void> {
    const drafts = [...this.#unwritten]
    this.#unwritten.clear()
    const at = this.#pace.now()
    await Promise.all(
      drafts.map(async ([key, draft]) => {
        try {
          await this.#storage.update(key, draft && savedDraft(draft, at))
        } catch (error) {
          if (!this.#unwritten.has(key)) this.#unwritten.set(key, draft)
          throw error
        }
      })
    )
  }

  async clear(conversation: ConversationRef): Promise<void> {
    await this.#drop((key) => key === keyOf(conversation))
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

  /** Writes what is not written yet, and waits for nothing any more. */
  dispose(): void {
    this.#stopped.abort()
    this.flush().catch(this.#onFailure)
  }

  async #writeAndRest(): Promise<void> {
    this.#isResting = true
    try {
      while (this.#unwritten.size > 0) {
        await this.flush()
        await this.#pace.wait(restMs, this.#stopped.signal)
      }
    } catch (error) {
      if (!this.#stopped.signal.aborted) this.#onFailure(error)
    } finally {
      this.#isResting = false
    }
  }

  async #drop(isDropped: (key: string) => boolean): Promise<void> {
    for (const key of [...this.#unwritten.keys()].filter(isDropped)) this.#unwritten.delete(key)
    for (const key of this.#storage.keys().filter(isDropped)) await this.#storage.update(key, undefined)
  }
}
