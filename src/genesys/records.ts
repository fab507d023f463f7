import type { Conversation } from '../model/conversation'
import type { Uuid } from '../model/ids'
import { hours, type Instant } from '../model/instant'
import type { MessageContent } from '../model/messageContent'
import type { Api } from './api'
import { bodyOf } from './signIn'
import { readListing } from './wire/analytics'
import { readConversationOfMessage, readMessageContents } from './wire/messageContent'

/** The most ids that one read of messages takes. Source: text of POST /api/v2/conversations/messages/{conversationId}/messages/bulk. */
const mostMessages = 1000

/** How far back an external contact’s conversations are looked for: the longest interval that one analytics query is known to take. */
export const contactLookBackDays = 31

const contactPageSize = 25

/** Whose conversations are looked for. */
export type Correspondent = { readonly contactId: string } | { readonly address: string }

/** What is read of one organisation to be shown as it is, and to tell to which conversation something belongs. Every read rejects with `PlatformError`. */
export class Records {
  readonly #api: Api
  readonly #now: () => Instant

  constructor(api: Api, now: () => Instant) {
    this.#api = api
    this.#now = now
  }

  /** The body of GET /api/v2/conversations/messages/{conversationId}/messages/{messageId}, as the platform sends it. */
  async message(conversationId: Uuid, messageId: string, signal?: AbortSignal): Promise<unknown> {
    return bodyOf('Reading the message', await this.#api.message(conversationId, messageId, signal))
  }

  /** The body of GET /api/v2/analytics/conversations/{conversationId}/details, as the platform sends it. It lags behind. */
  async analytics(conversationId: Uuid, signal?: AbortSignal): Promise<unknown> {
    return bodyOf('Reading the analytics record', await this.#api.analyticsConversation(conversationId, signal))
  }

  /** What messages of a conversation say, by their ids. Those that the platform does not have are absent. */
  async messageContents(
    conversationId: Uuid,
    messageIds: readonly string[],
    signal?: AbortSignal
  ): Promise<ReadonlyMap<string, MessageContent>> {
    const contents = new Map<string, MessageContent>()
    for (let from = 0; from < messageIds.length; from += mostMessages) {
      const reply = await this.#api.messages(conversationId, messageIds.slice(from, from + mostMessages), signal)
      for (const [id, content] of readMessageContents(bodyOf('Reading the messages', reply))) contents.set(id, content)
    }
    return contents
  }

  /** The conversation that a message belongs to. */
  async conversationOfMessage(messageId: string, signal?: AbortSignal): Promise<Uuid> {
    return readConversationOfMessage(bodyOf('Reading the message', await this.#api.messageDetails(messageId, signal)))
  }

  /** The messaging conversations of an external contact within `contactLookBackDays`, newest first, one page. */
  async conversationsOfContact(contactId: Uuid, signal?: AbortSignal): Promise<readonly Uuid[]> {
    return (await this.conversationsWith({ contactId }, signal)).map(({ id }) => id)
  }

  /**
   * What analytics has of the messaging conversations with somebody within `contactLookBackDays`, newest first, one page. It lags behind, and how it
   * writes an address is not documented for every channel.
   */
  async conversationsWith(who: Correspondent, signal?: AbortSignal): Promise<readonly Conversation[]> {
    const now = this.#now()
    const interval = `${new Date(now - hours(24 * contactLookBackDays)).toISOString()}/${new Date(now).toISOString()}`
    const reply =
      'contactId' in who
        ? await this.#api.conversationsOfContact(who.contactId, interval, contactPageSize, signal)
        : await this.#api.conversationsOfAddress(who.address, interval, contactPageSize, signal)
    return readListing(bodyOf('Looking for the customer’s conversations', reply), now).conversations
  }
}
