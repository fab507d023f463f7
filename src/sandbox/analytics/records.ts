import type { Clock } from '../clock'
import type { Conversation } from '../conversations/conversation'
import type { ConversationStore } from '../conversations/conversationStore'

/** A record is there for the first time (`before` is absent), or is not what it was. */
export interface RecordChange {
  readonly before: Conversation | undefined
  readonly after: Conversation
}

/**
 * The conversations as analytics knows them: as they were `lagSeconds` ago. The real lag is of seconds to minutes and documented nowhere.
 */
export class AnalyticsRecords {
  readonly #records = new Map<string, Conversation>()
  readonly #listeners = new Set<(change: RecordChange) => void>()
  readonly #clock: Clock

  constructor(
    conversations: ConversationStore,
    clock: Clock,
    readonly lagSeconds: number
  ) {
    this.#clock = clock
    for (const conversation of conversations.all()) this.#records.set(conversation.id, conversation)
    conversations.onChange(({ after }) => {
      if (lagSeconds === 0) this.#record(after)
      else
        clock.after(lagSeconds * 1000, () => {
          this.#record(after)
        })
    })
  }

  get(id: string): Conversation | undefined {
    return this.#records.get(id)
  }

  all(): Iterable<Conversation> {
    return this.#records.values()
  }

  /** Up to when everything is recorded, in milliseconds since 1970. */
  availableUntil(): number {
    return this.#clock.now() - this.lagSeconds * 1000
  }

  onRecord(listener: (change: RecordChange) => void): void {
    this.#listeners.add(listener)
  }

  #record(after: Conversation): void {
    const before = this.#records.get(after.id)
    this.#records.set(after.id, after)
    for (const listener of this.#listeners) listener({ before, after })
  }
}
