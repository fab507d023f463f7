import { hasPassed } from '../../genesys/traffic/pace'
import type { Connections, OpenConnection } from '../connections'
import type { ConversationRef } from '../conversationRef'
import type { Disposable } from '../emitter'
import { LiveUpdates, type LiveMeans } from './liveUpdates'

/** A view that is hidden is often shown again soon. Only after this is nothing listened to any more. */
const lingerMs = 60_000

interface Running {
  readonly of: OpenConnection
  readonly updates: LiveUpdates
  /** Calls off that it is stopped, while it lingers. */
  leaving: AbortController | undefined
}

/** Keeps those open connections true that somebody looks at: in the view, in a panel or in a document. */
export class LiveConnections implements Disposable {
  readonly #connections: Connections
  readonly #means: Omit<LiveMeans, 'onUpdates'>
  readonly #running = new Map<string, Running>()
  readonly #subscription: Disposable
  #isViewShown = false
  /** The conversations that are open, by what shows them. */
  readonly #shown = new Map<string, readonly ConversationRef[]>()

  constructor(connections: Connections, means: Omit<LiveMeans, 'onUpdates'>) {
    this.#connections = connections
    this.#means = means
    this.#subscription = connections.onDidChange((change) => {
      if (change.kind !== 'conversations') this.#settle()
    })
  }

  /** Says whether the rows of all connections can be seen. */
  showView(isShown: boolean): void {
    this.#isViewShown = isShown
    this.#settle()
  }

  /** Says which conversations are open. @param where what they are open in, for example `panels`: each says so for itself */
  show(where: string, conversations: readonly ConversationRef[]): void {
    this.#shown.set(where, conversations)
    this.#settle()
  }

  dispose(): void {
    this.#subscription.dispose()
    for (const { updates } of this.#running.values()) updates.stop()
    this.#running.clear()
  }

  #settle(): void {
    for (const [id, { of, updates }] of this.#running)
      if (this.#connections.get(id)?.conversations !== of.conversations) {
        updates.stop()
        this.#running.delete(id)
      }
    for (const open of this.#connections.all()) {
      const shown = [...this.#shown.values()].flat().filter(({ connectionId }) => connectionId === open.id)
      const running = this.#running.get(open.id)
      if (this.#isViewShown || shown.length > 0) {
        const { updates } = running === undefined ? this.#start(open) : this.#stay(running)
        updates.follow(new Set(shown.map(({ id }) => id)))
      } else if (running !== undefined) this.#leave(running)
    }
  }

  #start(of: OpenConnection): Running {
    const updates = new LiveUpdates(this.#connections, of, {
      ...this.#means,
      onUpdates: (told) => {
        this.#connections.updated(of, told)
      }
    })
    const running = { of, updates, leaving: undefined }
    this.#running.set(of.id, running)
    return running
  }

  #stay(running: Running): Running {
    running.leaving?.abort()
    running.leaving = undefined
    return running
  }

  #leave(running: Running): void {
    if (running.leaving !== undefined) return
    const leaving = new AbortController()
    running.leaving = leaving
    running.updates.follow(new Set())
    void this.#stopAfterAWhile(running, leaving.signal)
  }

  async #stopAfterAWhile({ of, updates }: Running, signal: AbortSignal): Promise<void> {
    if (!(await hasPassed(this.#means.pace, lingerMs, signal)) || this.#running.get(of.id)?.updates !== updates) return
    updates.stop()
    this.#running.delete(of.id)
    this.#connections.updated(of, undefined)
  }
}
