import { hasPassed, type Pace } from '../genesys/traffic/pace'
import { needsSignIn, type Connections, type KnownConnection } from './connections'
import type { Disposable } from './emitter'

/**
 * So long is waited between two that are told. VS Code shows three notifications of those that come within 800 ms; what is more it puts unseen into its
 * notification centre. Source: its `notificationsToasts.ts`, `SPAM_PROTECTION`.
 */
const betweenMs = 1_000

const isSignedOut = ({ facts, standing }: KnownConnection): boolean => !facts.isSandbox && needsSignIn(standing)

/**
 * Tells once that a connection has signed somebody out, however many requests are refused, until it works again. Several, as after a night in which all
 * sessions have ended, are told one after the other.
 */
export class SignedOuts implements Disposable {
  readonly #connections: Connections
  readonly #pace: Pick<Pace, 'wait'>
  readonly #tell: (known: KnownConnection) => void
  readonly #subscription: Disposable
  readonly #stopped = new AbortController()
  /** By their ids: those of which nothing more is to be said. */
  readonly #told = new Set<string>()
  readonly #due = new Set<string>()
  #isTelling = false

  constructor(connections: Connections, pace: Pick<Pace, 'wait'>, tell: (known: KnownConnection) => void) {
    this.#connections = connections
    this.#pace = pace
    this.#tell = tell
    this.#subscription = connections.onDidChange((change) => {
      const known = change.kind === 'connection' ? connections.find(change.id) : undefined
      if (known) this.#look(known)
    })
  }

  /** The person signs out by themselves: there is nothing to tell. */
  expect(id: string): void {
    this.#told.add(id)
    this.#due.delete(id)
  }

  dispose(): void {
    this.#subscription.dispose()
    this.#stopped.abort()
  }

  #look(known: KnownConnection): void {
    const { id } = known.facts
    if (!isSignedOut(known)) {
      // Not while it is being opened: what comes of that is not known yet.
      if (known.standing.kind === 'open') this.#told.delete(id)
      return
    }
    if (this.#told.has(id)) return
    this.#told.add(id)
    this.#due.add(id)
    if (!this.#isTelling) void this.#tellDue()
  }

  async #tellDue(): Promise<void> {
    this.#isTelling = true
    for (const id of this.#due) {
      this.#due.delete(id)
      const known = this.#connections.find(id)
      // Somebody may have signed in meanwhile, or removed it.
      if (!known || !isSignedOut(known)) continue
      this.#tell(known)
      if (!(await hasPassed(this.#pace, betweenMs, this.#stopped.signal))) return
    }
    this.#isTelling = false
  }
}
