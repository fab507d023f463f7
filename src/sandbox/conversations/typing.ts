export interface TypingEvent {
  readonly conversationId: string
  readonly by: 'customer' | 'agent'
  /** Milliseconds since 1970. */
  readonly time: number
}

/** Source: Messenger’s documented limit, second-hand: 12 typing events of agents per conversation and minute. */
const mostPerMinute = 12
const minute = 60_000

/** Who is typing. Nothing of it is kept in a conversation. */
export class TypingEvents {
  readonly #listeners = new Set<(event: TypingEvent) => void>()
  readonly #agents = new Map<string, readonly number[]>()

  onTyping(listener: (event: TypingEvent) => void): void {
    this.#listeners.add(listener)
  }

  /** Tells whoever listens. False, and nobody is told, when the agents of this conversation have typed too often in the last minute. */
  tell(event: TypingEvent): boolean {
    if (event.by === 'agent') {
      const recent = (this.#agents.get(event.conversationId) ?? []).filter((time) => time > event.time - minute)
      if (recent.length >= mostPerMinute) return false
      this.#agents.set(event.conversationId, [...recent, event.time])
    }
    for (const listener of this.#listeners) listener(event)
    return true
  }
}
