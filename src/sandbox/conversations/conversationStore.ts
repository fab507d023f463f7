import type { Conversation } from './conversation'
import type { MessengerType } from './messengerType'
import { customerOf, findMessage } from './reading'

/** Whom a business address writes to. Two conversations with equal recipients are with the same person on the same channel. */
export interface Recipient {
  readonly messengerType: MessengerType
  readonly businessAddress: string
  /** The external contact’s id for web messaging, where an address means nothing to the business; else the customer’s address. */
  readonly customer: string
}

const recipientOf = (conversation: Conversation): Recipient => ({
  messengerType: conversation.messengerType,
  businessAddress: conversation.businessAddress,
  customer:
    (conversation.messengerType === 'webmessaging' ? customerOf(conversation)?.externalContactId : undefined) ??
    conversation.customerAddress
})

const keyOf = ({ messengerType, businessAddress, customer }: Recipient): string => [messengerType, businessAddress, customer].join(' ')

/** That a conversation is new, or is not what it was. */
export interface ConversationChange {
  /** `undefined` for a new one. */
  readonly before: Conversation | undefined
  readonly after: Conversation
}

/** The organisation’s conversations. */
export class ConversationStore {
  readonly #listeners = new Set<(change: ConversationChange) => void>()
  readonly #removalListeners = new Set<(id: string) => void>()
  readonly #conversations = new Map<string, Conversation>()
  readonly #latestByRecipient = new Map<string, string>()

  constructor(conversations: Iterable<Conversation> = []) {
    for (const conversation of conversations) this.add(conversation)
  }

  get(id: string): Conversation | undefined {
    return this.#conversations.get(id.toLowerCase())
  }

  get size(): number {
    return this.#conversations.size
  }

  all(): Iterable<Conversation> {
    return this.#conversations.values()
  }

  /** The conversation that has this message. It is looked for: there are few who ask. */
  withMessage(messageId: string): Conversation | undefined {
    const id = messageId.toLowerCase()
    for (const conversation of this.#conversations.values()) if (findMessage(conversation, id)) return conversation
    return undefined
  }

  /** The conversation with this recipient that started last. */
  latestWith(recipient: Recipient): Conversation | undefined {
    const id = this.#latestByRecipient.get(keyOf(recipient))
    return id === undefined ? undefined : this.#conversations.get(id)
  }

  /** Tells `listener` of every change as soon as it is made, until the returned function is called. */
  onChange(listener: (change: ConversationChange) => void): () => void {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Tells `listener` of every conversation that is removed, by its id, until the returned function is called. */
  onRemove(listener: (id: string) => void): () => void {
    this.#removalListeners.add(listener)
    return () => {
      this.#removalListeners.delete(listener)
    }
  }

  /** Adds a new conversation, or puts one in the place of the one with the same id. */
  add(conversation: Conversation): void {
    const replaced = this.#conversations.get(conversation.id)
    this.#conversations.set(conversation.id, conversation)
    const key = keyOf(recipientOf(conversation))
    const before = this.#latestByRecipient.get(key)
    const latest = before === undefined ? undefined : this.#conversations.get(before)
    if (latest === undefined || latest.startTime <= conversation.startTime) this.#latestByRecipient.set(key, conversation.id)
    this.#tell({ before: replaced, after: conversation })
  }

  /** Forgets a conversation. Returns whether there was one. */
  remove(id: string): boolean {
    const conversation = this.get(id)
    if (conversation === undefined) return false
    this.#conversations.delete(conversation.id)
    const key = keyOf(recipientOf(conversation))
    if (this.#latestByRecipient.get(key) === conversation.id) {
      const [latest] = [...this.#conversations.values()]
        .filter((other) => keyOf(recipientOf(other)) === key)
        .sort((one, other) => other.startTime - one.startTime)
      if (latest) this.#latestByRecipient.set(key, latest.id)
      else this.#latestByRecipient.delete(key)
    }
    for (const listener of this.#removalListeners) listener(conversation.id)
    return true
  }

  /** Applies `transition` to the conversation as it is now if it is still there: for what happens later by itself. */
  changeLater(id: string, transition: (conversation: Conversation) => Conversation): void {
    if (this.get(id) !== undefined) this.change(id, transition)
  }

  /** Applies `transition` to the conversation as it is now, and returns what it became. */
  change(id: string, transition: (conversation: Conversation) => Conversation): Conversation {
    const before = this.get(id)
    if (before === undefined) throw new Error(`There is no conversation ${id} to change.`)
    const after = transition(before)
    this.#conversations.set(after.id, after)
    if (after !== before) this.#tell({ before, after })
    return after
  }

  #tell(change: ConversationChange): void {
    for (const listener of this.#listeners) listener(change)
  }
}
