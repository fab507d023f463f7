import type { Connection } from '../../genesys/connection'
import { hasPassed, type Pace } from '../../genesys/traffic/pace'
import { afterLook, type Judgement } from './afterLook'
import { isUntold } from './choose'
import { follow, isToFollow } from './follow'
import { answerWithinMs, firstLookMs, longestBetweenLooksMs } from './patience'
import type { AcceptedOutcome, Outcome, SendRecord, UnknownOutcome } from './record'
import type { RecordedSends } from './recordedSends'
import { lookFor } from './search'

/** What is done about one send. Aborting ends it. */
interface Work {
  readonly connection: Connection
  readonly abort: AbortController
}

export interface PursuitMeans {
  readonly pace: Pick<Pace, 'wait'>
  /** Told of what went wrong while a send was looked for or followed. */
  readonly onFailure: (doing: string, error: unknown) => void
}

/** What this window does about sends that have left: it looks for those of which nobody knows what became of them, and follows the deliveries. */
export class Pursuit {
  readonly #records: RecordedSends
  readonly #means: PursuitMeans
  readonly #work = new Map<string, Work>()
  #isDisposed = false

  constructor(records: RecordedSends, means: PursuitMeans) {
    this.#records = records
    this.#means = means
    records.onDidChange((change) => {
      if (change.kind === 'forgotten') this.#work.get(change.id)?.abort.abort()
    })
  }

  /** Whether something is being done about a send with this connection. */
  isAfter(record: SendRecord, connection: Connection): boolean {
    return this.#work.get(record.id)?.connection === connection
  }

  /** Does what is still to be done about a send, in place of what was being done about it. */
  begin(connection: Connection, record: SendRecord): void {
    this.#work.get(record.id)?.abort.abort()
    if (this.#isDisposed) return
    const work: Work = { connection, abort: new AbortController() }
    this.#work.set(record.id, work)
    void this.#goOn(connection, record, work)
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
    // Counted, since a clock can be set forward.
    let waited = 0
    let current = await this.#leftBehind(connection, record, signal)
    for (let wait = firstLookMs; current && isOpen(current.outcome); wait = Math.min(wait * 2, longestBetweenLooksMs)) {
      // Of the moment before it was asked for: what arrives while the answers are on their way may not be in them.
      const now = connection.now()
      const { connectionId } = current.from
      const look = await lookFor({ connection, record: current, others: this.#records.ofConnection(connectionId).filter(isUntold) })
      // What other windows know counts: which of the messages are theirs, and which are on their way.
      await this.#records.reload(connectionId)
      if (signal.aborted) return undefined
      current = this.#records.find(record.id)
      if (!current || !isOpen(current.outcome)) break
      const judged = afterLook(current, current.outcome, look, {
        all: this.#records.ofConnection(connectionId),
        claims: this.#records.claims(connectionId),
        now,
        lookedFrom,
        waited
      })
      const next = await this.#claimed(current, judged)
      current = this.#records.put({ ...current, outcome: next })
      if (!isOpen(next)) break
      if (!(await hasPassed(this.#means.pace, wait, signal))) return undefined
      waited += wait
    }
    return current
  }

  /** What is known of a send when what it is taken for has been claimed for it. Of several windows and sends one alone gets it. */
  async #claimed(record: SendRecord, judged: Judgement): Promise<Outcome> {
    if (judged.kind === 'told') return judged.outcome
    return (await this.#records.claim(record, judged.id)) ? judged.outcome : judged.otherwise
  }

  /** A send that was prepared in another window or session is left to it as long as it may still be on its way there. After that nobody knows. */
  async #leftBehind(connection: Connection, record: SendRecord, signal: AbortSignal): Promise<SendRecord | undefined> {
    if (record.outcome.kind !== 'prepared') return record
    const rest = record.leaveBy + answerWithinMs - connection.now()
    if (rest > 0 && !(await hasPassed(this.#means.pace, rest, signal))) return undefined
    await this.#records.reload(record.from.connectionId)
    const current = this.#records.find(record.id)
    if (signal.aborted || current?.outcome.kind !== 'prepared') return current
    return this.#records.put({
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
        if (!signal.aborted) this.#records.put({ ...record, outcome: step })
      }
    })
  }
}

/** Whether reading may still settle it. */
const isOpen = (outcome: Outcome): outcome is UnknownOutcome => outcome.kind === 'unknown' && outcome.obstacle === undefined

/** Whether nobody knows yet what became of it, and somebody may. */
export const isUnsettled = ({ outcome }: SendRecord): boolean => outcome.kind === 'prepared' || isOpen(outcome)
