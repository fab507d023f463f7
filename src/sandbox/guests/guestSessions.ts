import type { Conversation } from '../conversations/conversation'
import { customerOf } from '../conversations/reading'
import type { GuestSession } from './guestSession'

const contactKey = (deploymentId: string, externalContactId: string): string => `${deploymentId} ${externalContactId}`

/** The sessions by what finds them: the guest’s token, and the conversations that the guest has. */
export class GuestSessions {
  readonly #sessions = new Map<string, GuestSession>()
  readonly #tokenByAddress = new Map<string, string>()
  readonly #tokenByContact = new Map<string, string>()

  get(token: string): GuestSession | undefined {
    return this.#sessions.get(token)
  }

  /** The session whose guest is the customer of this conversation: by address, else by external contact. */
  of(conversation: Conversation): GuestSession | undefined {
    const contactId = customerOf(conversation)?.externalContactId
    const token =
      this.#tokenByAddress.get(conversation.customerAddress) ??
      (contactId === undefined ? undefined : this.#tokenByContact.get(contactKey(conversation.businessAddress, contactId)))
    return token === undefined ? undefined : this.#sessions.get(token)
  }

  /** Adds a session, or puts one in the place of the one with the same token. */
  put(session: GuestSession): GuestSession {
    const before = this.#sessions.get(session.token)
    if (before) this.#tokenByAddress.delete(before.customerAddress)
    this.#sessions.set(session.token, session)
    this.#tokenByAddress.set(session.customerAddress, session.token)
    if (session.externalContactId !== undefined) {
      this.#tokenByContact.set(contactKey(session.deploymentId, session.externalContactId), session.token)
    }
    return session
  }

  /** Applies `change` to the session as it is now; nothing happens when it is not there any more. */
  change(token: string, change: (session: GuestSession) => GuestSession): GuestSession | undefined {
    const session = this.#sessions.get(token)
    return session && this.put(change(session))
  }

  forget({ token, customerAddress, deploymentId, externalContactId }: GuestSession): void {
    this.#sessions.delete(token)
    this.#tokenByAddress.delete(customerAddress)
    if (externalContactId !== undefined) this.#tokenByContact.delete(contactKey(deploymentId, externalContactId))
  }
}
