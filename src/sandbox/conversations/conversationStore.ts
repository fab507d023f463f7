import type { Conversation } from './conversation'
import type { MessengerType } from './messengerType'
import { customerOf } from './reading'

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

/** The organisation’s conversations: the only thing in the sandbox that changes. */
export class ConversationStore {
  readonly #conversations = new Map<string, Conversation>()
  readonly #latestByRecipient = new Map<string, string>()

  constructor(conversations: Iterable<Conversation> = []) {
    for (const conversation of conversations) this.add(conversation)
  }

  get(id: string): Conversation | undefined {
    return this.#conversations.get(id.toLowerCase())
  }

  all(): Iterable<Conversation> {
    return this.#conversations.values()
  }

  /** The conversation with this recipient that started last. */
  latestWith(recipient: Recipient): Conversation | undefined {
    const id = this.#latestByRecipient.get(keyOf(recipient))
    return id === undefined ? undefined : this.#conversations.get(id)
  }

  add(conversation: Conversation): void {
    this.#conversations.set(conversation.id, conversation)
    const key = keyOf(recipientOf(conversation))
    const before = this.#latestByRecipient.get(key)
    const latest = before === undefined ? undefined : this.#conversations.get(before)
    if (latest === undefined || latest.startTime <= conversation.startTime) this.#latestByRecipient.set(key, conversation.id)
  }

  /** Applies `transition` to the conversation as it is now, and returns what it became. Conversations are never removed. */
  change(id: string, transition: (conversation: Conversation) => Conversation): Conversation {
    const before = this.get(id)
    if (before === undefined) throw new Error(`There is no conversation ${id} to change.`)
    const after = transition(before)
    this.#conversations.set(after.id, after)
    return after
  }
}
