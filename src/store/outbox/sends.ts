import { randomUUID } from 'node:crypto'
import type { Connection, OutgoingRequest } from '../../genesys/connection'
import type { Conversation } from '../../model/conversation'
import type { Instant } from '../../model/instant'
import type { ConversationRef } from '../conversationRef'
import { attempt } from './attempt'
import { madeBy } from './choose'
import { leaveWithinMs, leftUntil } from './patience'
import { isUnsettled, Pursuit, type PursuitMeans } from './pursuit'
import type { Outcome, SendRecord } from './record'
import { RecordedSends, type RecordingMeans } from './recordedSends'
import { clockTolerance } from './sighting'
import { traceOf, userOf } from './trace'

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

export type SendsMeans = RecordingMeans & PursuitMeans

/**
 * Every send, recorded before it leaves, settled when nobody knows what became of it, and followed until its delivery is final: also those of earlier
 * sessions and of other windows. A send is made once; it is never repeated here.
 */
export class Sends {
  readonly #means: SendsMeans
  readonly #records: RecordedSends
  readonly #pursuit: Pursuit

  constructor(means: SendsMeans) {
    this.#means = means
    this.#records = new RecordedSends(means)
    this.#pursuit = new Pursuit(this.#records, means)
  }

  get onDidChange(): RecordedSends['onDidChange'] {
    return this.#records.onDidChange
  }

  /** The sends of a conversation, newest first. */
  of(conversation: ConversationRef): readonly SendRecord[] {
    return this.#records.of(conversation)
  }

  find(id: string): SendRecord | undefined {
    return this.#records.find(id)
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
      trace: traceOf({
        request: confirmed.request,
        words: confirmed.text,
        conversation,
        userId: userOf(connection),
        madeBefore: this.#madeBefore(confirmed.from, startedAt)
      }),
      outcome: { kind: 'prepared' }
    }
    const answered = await this.#records.whileSending(record, async () => {
      const outcome = await attempt(connection, record).catch((error: unknown): Outcome => {
        this.#means.onFailure('sending', error)
        return { kind: 'unknown', why: 'The extension failed while it was sending.', leftUntil: connection.now() }
      })
      return this.#records.answered({ ...record, outcome })
    })
    this.#pursuit.begin(connection, answered)
    return answered
  }

  /**
   * Takes up what is recorded of a connection: sends whose outcome nobody knows are looked for, and deliveries that are not final are followed.
   * @param keepSince what began before this moment is forgotten first
   */
  async takeUp(connectionId: string, connection: Connection, keepSince: Instant): Promise<void> {
    await this.#records.forgetOlderThan(connectionId, keepSince)
    await this.#records.reload(connectionId)
    this.#pursue(connectionId, connection, () => true)
  }

  /**
   * Reads what other windows have recorded meanwhile.
   * @param connection with it, what no window may be looking for any more is looked for here: that window may have been closed
   */
  async reload(connectionId: string, connection?: Connection): Promise<void> {
    await this.#records.reload(connectionId)
    if (connection) this.#pursue(connectionId, connection, isUnsettled)
  }

  /** Looks once more for a send whose outcome is not known, or that was not found, or follows a delivery that was lost. */
  lookAgain(connection: Connection, id: string): void {
    const record = this.#records.find(id)
    if (!record || record.outcome.kind === 'prepared' || record.outcome.kind === 'refused') return
    const looking: SendRecord =
      record.outcome.kind === 'accepted'
        ? record
        : { ...record, outcome: { kind: 'unknown', why: record.outcome.why, leftUntil: leftUntil(record), looks: record.outcome.looks } }
    if (looking !== record) this.#records.put(looking)
    this.#pursuit.begin(connection, looking)
  }

  /** Forgets one send. One that is on its way is not forgotten. */
  forgetOne(id: string): Promise<void> {
    return this.#records.forgetOne(id)
  }

  /** Forgets the sends of a connection, and follows them no further. */
  forget(connectionId: string): Promise<void> {
    return this.#records.forget(connectionId)
  }

  /** Forgets all sends, of every connection. */
  forgetAll(): Promise<void> {
    return this.#records.forgetAll()
  }

  /** Resolves when everything that has become of the sends so far is recorded. */
  recorded(): Promise<void> {
    return this.#records.recorded()
  }

  /** Stops looking and following. */
  dispose(): void {
    this.#pursuit.dispose()
  }

  #pursue(connectionId: string, connection: Connection, isMeant: (record: SendRecord) => boolean): void {
    for (const record of this.#records.ofConnection(connectionId))
      if (isMeant(record) && !this.#pursuit.isAfter(record, connection) && !this.#records.isSending(record))
        this.#pursuit.begin(connection, record)
  }

  /** What earlier sends have made, and could be taken for a later one by its time. */
  #madeBefore({ connectionId }: ConversationRef, startedAt: Instant): readonly string[] {
    return this.#records
      .ofConnection(connectionId)
      .flatMap(({ outcome }) =>
        outcome.kind === 'accepted' && outcome.at >= startedAt - 2 * clockTolerance ? (madeBy(outcome) ?? []) : []
      )
  }
}
