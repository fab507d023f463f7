import { randomUUID } from 'node:crypto'
import type { Connection, OutgoingRequest } from '../../genesys/connection'
import { hasPassed, type Pace } from '../../genesys/traffic/pace'
import type { Conversation } from '../../model/conversation'
import type { Instant } from '../../model/instant'
import { isSameConversation, type ConversationRef } from '../conversationRef'
import { Emitter } from '../emitter'
import { afterLook } from './afterLook'
import { attempt } from './attempt'
import { follow, isToFollow } from './follow'
import { Outbox, type Unreadable } from './outbox'
import { answerWithinMs, firstLookMs, leaveWithinMs, longestBetweenLooksMs } from './patience'
import type { AcceptedOutcome, Outcome, SendRecord, UnknownOutcome } from './record'
import { lookFor } from './search'
import type { SendStorages } from './storage'
import { traceOf } from './trace'

/** What a person has confirmed. */
export interface ConfirmedSend {
  /** The conversation that it is sent from. */
  readonly from: ConversationRef
  /** That conversation, read just before. */
  readonly conversation: Conversation
  /** What a person calls the one who is to receive it. */
  readonly recipient: string
  readonly text: string
  readonly request: OutgoingRequest
}

export interface SendsMeans {
  readonly pace: Pick<Pace, 'wait'>
  readonly storages: SendStorages
  /** Told of what went wrong beside a send: something could not be recorded, or looked for. */
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
  | { readonly kind: 'forgotten'; readonly from: ConversationRef }

/** What this window does about a send. Aborting ends it. */
interface Work {
  readonly connection: Connection
  readonly abort: AbortController
}

/**
 * Every send, recorded before it leaves, settled when nobody knows what became of it, and followed until its delivery is final: also those of earlier
 * sessions and of other windows. A send is made once; it is never repeated here.
 */
export class Sends {
  readonly #means: SendsMeans
  readonly #records = new Map<string, SendRecord>()
  readonly #outboxes = new Map<string, Outbox>()
  readonly #work = new Map<string, Work>()
  /** Those that this window has prepared and waits for. */
  readonly #sending = new Set<string>()
  /** Sends of which the storage does not have the newest yet, with how many writes are to come. */
  readonly #unwritten = new Map<string, number>()
  readonly #changes = new Emitter<SendChange>()
  /** What is done with the storages, one after the other: what is read there is never older than what was written before. */
  #storing: Promise<void> = Promise.resolve()
  #isDisposed = false

  readonly onDidChange = this.#changes.subscribe

  constructor(means: SendsMeans) {
    this.#means = means
  }

  /** The sends of a conversation, newest first. */
  of(conversation: ConversationRef): readonly SendRecord[] {
    return [...this.#records.values()]
      .filter(({ from }) => isSameConversation(from, conversation))
      .reverse()
      .sort((one, other) => other.startedAt - one.startedAt)
  }

  find(id: string): SendRecord | undefined {
    return this.#records.get(id)
  }

  /**
   * Records a send, makes it, and resolves when the platform has answered or failed to. It is settled and followed after that.
   * Throws `OutboxError` when it could not be recorded: nothing has left then.
   * @param connection the one that `from` names
   */
  async send(connection: Connection, { conversation, ...confirmed }: ConfirmedSend): Promise<SendRecord> {
    const startedAt = connection.now()
    const record: SendRecord = {
      id: randomUUID(),
      ...confirmed,
      startedAt,
      leaveBy: startedAt + leaveWithinMs,
      trace: traceOf(confirmed.request, confirmed.text, conversation, startedAt),
      outcome: { kind: 'prepared' }
    }
    this.#sending.add(record.id)
    try {
      await this.#outboxOf(record).prepare(record)
      this.#hold(record, 'news')
      const outcome = await attempt(connection, record).catch((error: unknown): Outcome => {
        this.#means.onFailure('sending', error)
        return { kind: 'unknown', why: 'The extension failed while it was sending.', leftUntil: connection.now() }
      })
      const answered = this.#put({ ...record, outcome })
      void this.#goOn(connection, answered, this.#begin(record.id, connection))
      return answered
    } finally {
      this.#sending.delete(record.id)
    }
  }

  /**
   * Takes up what is recorded of a connection: sends whose outcome nobody knows are looked for, and deliveries that are not final are followed.
   * @param keepSince what began before this moment is forgotten first
   */
  async takeUp(connectionId: string, connection: Connection, keepSince: Instant): Promise<void> {
    await this.#store(() => this.#outbox(connectionId).removeOlderThan(keepSince))
    await this.reload(connectionId)
    for (const record of this.#ofConnection(connectionId))
      if (this.#work.get(record.id)?.connection !== connection && !this.#isSending(record))
        void this.#goOn(connection, record, this.#begin(record.id, connection))
  }

  /** Reads what other windows have recorded meanwhile. */
  reload(connectionId: string): Promise<void> {
    return this.#store(async () => {
      const { records, unreadable } = await this.#outbox(connectionId).load()
      for (const file of unreadable) this.#means.onUnreadable(connectionId, file)
      const stored = new Set(records.map(({ id }) => id))
      for (const record of this.#ofConnection(connectionId)) if (!stored.has(record.id) && !this.#isSending(record)) this.#drop(record)
      for (const record of records) if (!this.#unwritten.has(record.id) && this.#isNew(record)) this.#hold(record, 'loaded')
    })
  }

  /** Looks once more for a send whose outcome is not known, or that was not found, or follows a delivery that was lost. */
  lookAgain(connection: Connection, id: string): void {
    const record = this.#records.get(id)
    if (!record || record.outcome.kind === 'prepared' || record.outcome.kind === 'refused') return
    const looking: SendRecord =
      record.outcome.kind === 'accepted'
        ? record
        : { ...record, outcome: { kind: 'unknown', why: record.outcome.why, leftUntil: leftUntil(record), looks: record.outcome.looks } }
    if (looking !== record) this.#put(looking)
    void this.#goOn(connection, looking, this.#begin(id, connection))
  }

  /** Forgets one send. One that is on its way is not forgotten. */
  async forgetOne(id: string): Promise<void> {
    const record = this.#records.get(id)
    if (!record || this.#isSending(record)) return
    this.#drop(record)
    await this.#store(() => this.#outboxOf(record).remove(id))
  }

  /** Forgets the sends of a connection, and follows them no further. */
  async forget(connectionId: string): Promise<void> {
    this.#dropAll(this.#ofConnection(connectionId))
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

  /** Stops looking and following. */
  dispose(): void {
    this.#isDisposed = true
    for (const { abort } of this.#work.values()) abort.abort()
  }

  /** Does what is still to be done about a send, until that is over or `work` aborts. */
  async #goOn(connection: Connection, record: SendRecord, work: Work): Promise<void> {
    try {
      const settled = await this.#settle(connection, record, work.abort.signal)
      if (settled?.outcome.kind === 'accepted' && isToFollow(settled.outcome))
        await this.#follow(connection, settled, settled.outcome, work.abort.signal)
    } catch (error) {
      this.#means.onFailure('looking for a send', error)
    } finally {
      if (this.#work.get(record.id) === work) this.#work.delete(record.id)
    }
  }

  /** Looks for a send until it is known what became of it. @returns it then; `undefined` when that cannot be told, or nobody asks any more */
  async #settle(connection: Connection, record: SendRecord, signal: AbortSignal): Promise<SendRecord | undefined> {
    const lookedFrom = connection.now()
    let current = await this.#leftBehind(connection, record, signal)
    for (let wait = firstLookMs; current && isOpen(current.outcome); wait = Math.min(wait * 2, longestBetweenLooksMs)) {
      // Of the moment before it was asked for: what arrives while the answers are on their way may not be in them.
      const now = connection.now()
      const look = await lookFor(connection, current)
      // What other windows know counts: which of the messages are theirs, and which are on their way.
      await this.reload(current.from.connectionId)
      if (signal.aborted) return undefined
      current = this.#records.get(record.id)
      if (!current || !isOpen(current.outcome)) break
      const next = afterLook(current, current.outcome, look, {
        all: this.#ofConnection(current.from.connectionId),
        now,
        lookedFrom
      })
      current = this.#put({ ...current, outcome: next })
      if (!isOpen(next)) break
      if (!(await hasPassed(this.#means.pace, wait, signal))) return undefined
    }
    return current
  }

  /** A send that was prepared in another window or session is left to it as long as it may still be on its way there. After that nobody knows. */
  async #leftBehind(connection: Connection, record: SendRecord, signal: AbortSignal): Promise<SendRecord | undefined> {
    if (record.outcome.kind !== 'prepared') return record
    const rest = record.leaveBy + answerWithinMs - connection.now()
    if (rest > 0 && !(await hasPassed(this.#means.pace, rest, signal))) return undefined
    await this.reload(record.from.connectionId)
    const current = this.#records.get(record.id)
    if (signal.aborted || current?.outcome.kind !== 'prepared') return current
    return this.#put({
      ...current,
      outcome: { kind: 'unknown', why: 'The editor was closed, or stopped, while it was being sent.', leftUntil: current.leaveBy }
    })
  }

  async #follow(connection: Connection, record: SendRecord, outcome: AcceptedOutcome, signal: AbortSignal): Promise<void> {
    await follow(outcome, outcome.conversationId ?? record.from.id, {
      connection,
      pace: this.#means.pace,
      signal,
      onStep: (step) => {
        if (!signal.aborted) this.#put({ ...record, outcome: step })
      }
    })
  }

  #begin(id: string, connection: Connection): Work {
    this.#work.get(id)?.abort.abort()
    const work: Work = { connection, abort: new AbortController() }
    if (this.#isDisposed) work.abort.abort()
    this.#work.set(id, work)
    return work
  }

  /** Whether this window has prepared it and waits for the answer. */
  #isSending({ id, outcome }: SendRecord): boolean {
    return outcome.kind === 'prepared' && this.#sending.has(id)
  }

  #isNew(record: SendRecord): boolean {
    const held = this.#records.get(record.id)
    return held === undefined || JSON.stringify(held) !== JSON.stringify(record)
  }

  #ofConnection(connectionId: string): readonly SendRecord[] {
    return [...this.#records.values()].filter(({ from }) => from.connectionId === connectionId)
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

  /** Changes a record here and in the storage, unless it was forgotten meanwhile. */
  #put(record: SendRecord): SendRecord {
    const { id } = record
    if (!this.#records.has(id)) return record
    this.#hold(record, 'news')
    this.#unwritten.set(id, (this.#unwritten.get(id) ?? 0) + 1)
    void this.#store(async () => {
      try {
        if (this.#records.has(id)) await this.#outboxOf(record).put(record)
      } finally {
        const rest = (this.#unwritten.get(id) ?? 1) - 1
        if (rest === 0) this.#unwritten.delete(id)
        else this.#unwritten.set(id, rest)
      }
    })
    return record
  }

  #hold(record: SendRecord, kind: 'news' | 'loaded'): void {
    this.#records.set(record.id, record)
    this.#changes.fire({ kind, from: record.from, record })
  }

  #drop({ id, from }: SendRecord): void {
    this.#work.get(id)?.abort.abort()
    this.#records.delete(id)
    this.#changes.fire({ kind: 'forgotten', from })
  }

  /** What is on its way stays: what becomes of it is recorded again. */
  #dropAll(records: readonly SendRecord[]): void {
    for (const record of records) if (!this.#isSending(record)) this.#drop(record)
  }

  #store(work: () => Promise<void>): Promise<void> {
    this.#storing = this.#storing.then(work).catch((error: unknown) => {
      this.#means.onFailure('recording sends', error)
    })
    return this.#storing
  }
}

/** Whether reading may still settle it. */
const isOpen = (outcome: Outcome): outcome is UnknownOutcome => outcome.kind === 'unknown' && outcome.obstacle === undefined

/** The last moment at which a send can have left. */
const leftUntil = ({ outcome, leaveBy }: SendRecord): Instant => (outcome.kind === 'unknown' ? outcome.leftUntil : leaveBy)
