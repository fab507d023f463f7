import { randomUUID } from 'node:crypto'
import type { Connection, OutgoingRequest } from '../genesys/connection'
import { PlatformError } from '../genesys/platformError'
import { NoCredentialError } from '../genesys/signIn'
import type { Pace } from '../genesys/traffic/pace'
import { deliveryOf, isFinal, type Delivery } from '../model/delivery'
import type { Instant } from '../model/instant'
import { isSameConversation, type ConversationRef } from './conversationRef'
import { Emitter } from './emitter'

export interface DeliveryStep {
  readonly delivery: Delivery
  /** The platform's word. */
  readonly status: string
  readonly at: Instant
}

/** What is known of a send. `unknown`: it may have reached the platform, and no answer came. */
export type Outcome =
  | { readonly kind: 'sending' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }
  | {
      readonly kind: 'accepted'
      readonly at: Instant
      readonly messageId: string | undefined
      readonly conversationId: string | undefined
      readonly deliveries: readonly DeliveryStep[]
      /** Why the delivery is not followed any further, where it ended before it was final. */
      readonly lost: string | undefined
    }

export interface SendRecord {
  readonly id: string
  /** The conversation that it was sent from. */
  readonly from: ConversationRef
  readonly text: string
  readonly startedAt: Instant
  readonly outcome: Outcome
}

/** What became of one look at a message. `passing`: it may be there the next time. */
type StatusReading =
  { readonly kind: 'read'; readonly status: string } | { readonly kind: 'lost'; readonly why: string; readonly passing: boolean }

/** A network that fails this often in a row is not coming back soon. */
const missesInARow = 5
const firstWaitMs = 250
const longestWaitMs = 15_000
const followForMs = 15 * 60_000

/** The sends of this session, each followed until its delivery is final. A send is made once: it is never repeated here. */
export class Sends {
  readonly #records = new Map<string, SendRecord>()
  readonly #changes = new Emitter<SendRecord>()
  readonly #stopped = new AbortController()
  readonly #wait: Pace['wait']

  readonly onDidChange = this.#changes.subscribe

  constructor(wait: Pace['wait']) {
    this.#wait = wait
  }

  /** The sends of a conversation, newest first. */
  of(conversation: ConversationRef): readonly SendRecord[] {
    return [...this.#records.values()].filter(({ from }) => isSameConversation(from, conversation)).reverse()
  }

  /**
   * Sends, and resolves when the platform has answered or failed to. The delivery is followed after that.
   * @param connection the one that `from` names
   */
  async send(connection: Connection, from: ConversationRef, text: string, request: OutgoingRequest): Promise<SendRecord> {
    const record = this.#put({ id: randomUUID(), from, text, startedAt: connection.now(), outcome: { kind: 'sending' } })
    const outcome = await this.#attempt(connection, request).catch((error: unknown) => {
      this.#put({ ...record, outcome: { kind: 'unknown', why: 'The extension failed while it was sending.' } })
      throw error
    })
    const answered = this.#put({ ...record, outcome })
    void this.#follow(connection, answered)
    return answered
  }

  /** Forgets the sends of a connection, and follows them no further. */
  forget(connectionId: string): void {
    for (const { id, from } of [...this.#records.values()]) if (from.connectionId === connectionId) this.#records.delete(id)
  }

  /** Stops following. */
  dispose(): void {
    this.#stopped.abort()
  }

  async #attempt(connection: Connection, request: OutgoingRequest): Promise<Outcome> {
    try {
      const sent = await connection.send(request)
      return { kind: 'accepted', at: connection.now(), ...sent, deliveries: [], lost: undefined }
    } catch (error) {
      if (error instanceof NoCredentialError) return { kind: 'refused', why: error.message }
      if (!(error instanceof PlatformError)) throw error
      const { failure } = error
      const mayHaveArrived =
        failure.kind === 'noAnswer' || failure.kind === 'unexpected' || (failure.kind === 'refused' && failure.status >= 500)
      return mayHaveArrived ? { kind: 'unknown', why: error.message } : { kind: 'refused', why: error.message }
    }
  }

  async #follow(connection: Connection, record: SendRecord): Promise<void> {
    const { outcome } = record
    if (outcome.kind !== 'accepted' || outcome.messageId === undefined) return
    const conversationId = outcome.conversationId ?? record.from.id
    let followed = outcome
    let misses = 0
    const until = connection.now() + followForMs
    for (let wait = firstWaitMs; this.#records.has(record.id) && connection.now() < until; wait = Math.min(wait * 1.5, longestWaitMs)) {
      const status = await this.#statusOf(connection, conversationId, outcome.messageId)
      misses = status.kind === 'read' ? 0 : misses + 1
      if (status.kind === 'lost' && (!status.passing || misses > missesInARow)) {
        this.#update({ ...record, outcome: { ...followed, lost: status.why } })
        return
      }
      if (status.kind === 'read') {
        const delivery = deliveryOf(status.status)
        if (followed.deliveries.at(-1)?.status !== status.status) {
          followed = { ...followed, deliveries: [...followed.deliveries, { delivery, status: status.status, at: connection.now() }] }
          this.#update({ ...record, outcome: followed })
        }
        if (isFinal(delivery)) return
      }
      try {
        await this.#wait(wait, this.#stopped.signal)
      } catch {
        return // Stopped: nobody looks any more.
      }
    }
    this.#update({ ...record, outcome: { ...followed, lost: 'It was not final after 15 minutes, and is not followed any further.' } })
  }

  async #statusOf(connection: Connection, conversationId: string, messageId: string): Promise<StatusReading> {
    try {
      return { kind: 'read', status: await connection.messageStatus(conversationId, messageId) }
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error
      const { failure } = error
      return { kind: 'lost', why: error.message, passing: failure.kind !== 'refused' || failure.status === 429 || failure.status >= 500 }
    }
  }

  #put(record: SendRecord): SendRecord {
    this.#records.set(record.id, record)
    this.#changes.fire(record)
    return record
  }

  /** Changes a record, unless it was forgotten meanwhile. */
  #update(record: SendRecord): void {
    if (this.#records.has(record.id)) this.#put(record)
  }
}
