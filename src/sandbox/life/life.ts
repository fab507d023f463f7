import type { Conversation } from '../conversations/conversation'
import { waitingIn } from '../routing/offer'
import type { World } from '../world'
import { isParked, pendingOf, type Pending } from './pending'

const delayOf = (now: number, { due }: Pending): number => ('after' in due ? due.after : Math.max(0, due.at - now))

/**
 * What happens by itself in the world’s conversations. Each waits from the moment at which its occasion is first seen; when the occasion
 * passes, so does the wait. A conversation that was there before waits for nothing until it changes, so that a scenario stays as it was opened;
 * only what is parked until a certain time resumes then.
 */
export class Life {
  readonly #waiting = new Map<string, Map<string, () => void>>()
  readonly #world: World
  readonly #stopListening: readonly (() => void)[]

  constructor(world: World) {
    this.#world = world
    this.#stopListening = [
      world.conversations.onChange(({ after }) => {
        this.#look(after)
      }),
      world.conversations.onRemove((id) => {
        this.#callOff(id)
      })
    ]
    for (const conversation of world.conversations.all()) if (isParked(conversation)) this.#look(conversation)
    world.routingStatuses.onChange(() => {
      this.#lookAtQueues()
    })
  }

  /** Calls off all that waits. */
  stop(): void {
    for (const stop of this.#stopListening) stop()
    for (const id of [...this.#waiting.keys()]) this.#callOff(id)
  }

  #callOff(id: string): void {
    for (const cancel of this.#waiting.get(id)?.values() ?? []) cancel()
    this.#waiting.delete(id)
  }

  #look(conversation: Conversation): void {
    const pending = pendingOf(this.#world, conversation)
    const before = this.#waiting.get(conversation.id) ?? new Map<string, () => void>()
    const after = new Map<string, () => void>()
    for (const one of pending) after.set(one.occasion, before.get(one.occasion) ?? this.#wait(conversation.id, one))
    for (const [occasion, cancel] of before) if (!after.has(occasion)) cancel()
    if (after.size === 0) this.#waiting.delete(conversation.id)
    else this.#waiting.set(conversation.id, after)
  }

  #wait(conversationId: string, pending: Pending): () => void {
    const { clock } = this.#world
    return clock.after(delayOf(clock.now(), pending), () => {
      this.#waiting.get(conversationId)?.delete(pending.occasion)
      pending.happen()
    })
  }

  /** Somebody may be there now for those who wait. */
  #lookAtQueues(): void {
    for (const id of [...this.#waiting.keys()]) {
      const conversation = this.#world.conversations.get(id)
      if (conversation && waitingIn(conversation)) this.#look(conversation)
    }
  }
}
