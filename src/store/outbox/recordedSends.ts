import { isSameConversation, type ConversationRef } from '../conversationRef'
import { Emitter } from '../emitter'
import { madeBy } from './choose'
import { Outbox, type Unreadable } from './outbox'
import type { SendRecord } from './record'
import type { SendStorages } from './storage'

/** What the records are kept with. */
export interface RecordingMeans {
  readonly storages: SendStorages
  /** Told of what could not be recorded or read. */
  readonly onFailure: (doing: string, error: unknown) => void
  /** Told once of a file in the storage that cannot be read. It is kept. */
  readonly onUnreadable: (connectionId: string, file: Unreadable) => void
}

/** A send that has changed. */
export type SendChange =
  /** Something has become of it. */
  | { readonly kind: 'news'; readonly from: ConversationRef; readonly record: SendRecord }
  /** It was read from the storage. */
  | { readonly kind: 'loaded'; readonly from: ConversationRef; readonly record: SendRecord }
  | { readonly kind: 'forgotten'; readonly from: ConversationRef; readonly id: string }

/** The sends as they are known in this window, and recorded in storages that it shares with others. */
export class RecordedSends {
  readonly #means: RecordingMeans
  readonly #records = new Map<string, SendRecord>()
  readonly #outboxes = new Map<string, Outbox>()
  /** By connection, what was claimed for which send. */
  readonly #claims = new Map<string, ReadonlyMap<string, string>>()
  /** Those that this window has prepared and waits for. */
  readonly #sending = new Set<string>()
  /** Sends of which the storage does not have the newest yet, maybe because it could not be written: their answer, or another change. */
  readonly #unwritten = new Map<string, 'answer' | 'change'>()
  readonly #changes = new Emitter<SendChange>()
  /** What is done with the storages, one after the other: what is read there is never older than what was written before. */
  #storing: Promise<void> = Promise.resolve()

  readonly onDidChange = this.#changes.subscribe

  constructor(means: RecordingMeans) {
    this.#means = means
  }

  /** The sends of a conversation, newest first. */
  of(conversation: ConversationRef): readonly SendRecord[] {
    return [...this.#records.values()]
      .filter(({ from }) => isSameConversation(from, conversation))
      .reverse()
      .sort((one, other) => other.startedAt - one.startedAt)
  }

  ofConnection(connectionId: string): readonly SendRecord[] {
    return [...this.#records.values()].filter(({ from }) => from.connectionId === connectionId)
  }

  find(id: string): SendRecord | undefined {
    return this.#records.get(id)
  }

  /** By the id of what was claimed on the platform, the send that it was claimed for, in any window. */
  claims(connectionId: string): ReadonlyMap<string, string> {
    return this.#claims.get(connectionId) ?? new Map()
  }

  /** Claims something on the platform for a send. @returns whether it is that send’s now, and no other’s */
  async claim(record: SendRecord, claimed: string): Promise<boolean> {
    let isClaimed = false
    await this.#store(async () => {
      isClaimed = await this.#outboxOf(record).claim(claimed, record.id)
    })
    return isClaimed
  }

  /** Whether this window has prepared it and waits for the answer. */
  isSending({ id, outcome }: SendRecord): boolean {
    return outcome.kind === 'prepared' && this.#sending.has(id)
  }

  /**
   * Records a send, and keeps it from being forgotten while it is made.
   * Throws `OutboxError` when it could not be recorded: `make` was not called then.
   */
  async whileSending<Made>(record: SendRecord, make: () => Promise<Made>): Promise<Made> {
    this.#sending.add(record.id)
    try {
      await this.#outboxOf(record).prepare(record)
      this.#hold(record, 'news')
      return await make()
    } finally {
      this.#sending.delete(record.id)
    }
  }

  /** Records what came of a send that this window has made, also when another one has forgotten it meanwhile. */
  answered(record: SendRecord): SendRecord {
    return this.#change(record, 'answer')
  }

  /** Changes a record here and in the storage, unless it was forgotten meanwhile. */
  put(record: SendRecord): SendRecord {
    return this.#records.has(record.id) ? this.#change(record, 'change') : record
  }

  /** Reads what other windows have recorded meanwhile. */
  reload(connectionId: string): Promise<void> {
    // What could not be written before may be by now.
    void this.#store(async () => {
      for (const { id } of this.ofConnection(connectionId)) await this.#write(id)
    })
    return this.#store(async () => {
      const { records, claims, unreadable } = await this.#outbox(connectionId).load()
      for (const file of unreadable) this.#means.onUnreadable(connectionId, file)
      this.#claims.set(connectionId, claims)
      const stored = new Set(records.map(({ id }) => id))
      for (const record of this.ofConnection(connectionId))
        if (!stored.has(record.id) && !this.#unwritten.has(record.id) && !this.isSending(record)) this.#drop(record)
      for (const record of records) if (!this.#unwritten.has(record.id) && this.#isNew(record)) this.#hold(record, 'loaded')
    })
  }

  /** Forgets what began before a moment, in the storage. */
  forgetOlderThan(connectionId: string, moment: number): Promise<void> {
    return this.#store(() => this.#outbox(connectionId).removeOlderThan(moment))
  }

  /** Forgets one send. One that is on its way is not forgotten. */
  async forgetOne(id: string): Promise<void> {
    const record = this.#records.get(id)
    if (!record || this.isSending(record)) return
    this.#drop(record)
    const made = record.outcome.kind === 'accepted' ? madeBy(record.outcome) : undefined
    await this.#store(async () => {
      // What it has made is no other send’s, also when nobody knows of it any more.
      if (made !== undefined) await this.#outboxOf(record).claim(made, id)
      await this.#outboxOf(record).remove(id)
    })
  }

  /** Forgets the sends of a connection. */
  async forget(connectionId: string): Promise<void> {
    this.#dropAll(this.ofConnection(connectionId))
    await this.#store(() => this.#outbox(connectionId).clear())
  }

  /** Forgets all sends, of every connection. */
  async forgetAll(): Promise<void> {
    this.#dropAll([...this.#records.values()])
    await this.#store(() => this.#means.storages.clear())
  }

  /** Resolves when everything that has become of the sends so far is recorded. */
  recorded(): Promise<void> {
    return this.#storing
  }

  #change(record: SendRecord, what: 'answer' | 'change'): SendRecord {
    const { id } = record
    this.#hold(record, 'news')
    this.#unwritten.set(id, this.#unwritten.get(id) === 'answer' ? 'answer' : what)
    void this.#store(() => this.#write(id))
    return record
  }

  /** Writes the newest of a send, if the storage does not have it yet. What another window has recorded meanwhile may be more than that. */
  async #write(id: string): Promise<void> {
    const what = this.#unwritten.get(id)
    const record = this.#records.get(id)
    if (what === undefined || record === undefined) return
    const outbox = this.#outboxOf(record)
    const stored = what === 'answer' ? record : await outbox.find(id)
    if (stored === undefined || (isFinal(stored) && !isFinal(record))) {
      this.#unwritten.delete(id)
      if (stored === undefined) this.#drop(record)
      else this.#hold(stored, 'loaded')
      return
    }
    await outbox.put(record)
    if (this.#records.get(id) === record) this.#unwritten.delete(id)
  }

  #isNew(record: SendRecord): boolean {
    const held = this.#records.get(record.id)
    return held === undefined || JSON.stringify(held) !== JSON.stringify(record)
  }

  #outboxOf({ from }: SendRecord): Outbox {
    return this.#outbox(from.connectionId)
  }

  #outbox(connectionId: string): Outbox {
    const known = this.#outboxes.get(connectionId)
    if (known) return known
    const outbox = new Outbox(this.#means.storages.of(connectionId))
    this.#outboxes.set(connectionId, outbox)
    return outbox
  }

  #hold(record: SendRecord, kind: 'news' | 'loaded'): void {
    this.#records.set(record.id, record)
    this.#changes.fire({ kind, from: record.from, record })
  }

  #drop({ id, from }: SendRecord): void {
    this.#unwritten.delete(id)
    this.#records.delete(id)
    this.#changes.fire({ kind: 'forgotten', from, id })
  }

  /** What is on its way stays: what becomes of it is recorded again. */
  #dropAll(records: readonly SendRecord[]): void {
    for (const record of records) if (!this.isSending(record)) this.#drop(record)
  }

  #store(work: () => Promise<void>): Promise<void> {
    this.#storing = this.#storing.then(work).catch((error: unknown) => {
      this.#means.onFailure('recording sends', error)
    })
    return this.#storing
  }
}

/** Whether the platform has told what became of it: nothing that is found, or not found, afterwards counts against that. */
const isFinal = ({ outcome: { kind } }: SendRecord): boolean => kind === 'accepted' || kind === 'refused'
