import type { Clock } from '../clock'
import type { Conversation } from '../conversations/conversation'
import type { ConversationStore } from '../conversations/conversationStore'
import { customerOf, lastDisconnect, messagesOf } from '../conversations/reading'
import type { ExternalContact } from './externalContact'
import type { OrganisationStore } from './organisationStore'

const day = 24 * 60 * 60 * 1000

/** How long a contact that nobody has written down stays after the last interaction. Source: Genesys help, external contacts. */
export const observedContactLife = 60 * day

const lastInteractionIn = (conversation: Conversation): number =>
  Math.max(conversation.startTime, lastDisconnect(conversation) ?? 0, messagesOf(conversation).at(-1)?.message.time ?? 0)

/**
 * Takes ephemeral and identified contacts out of the organisation when they have had no interaction for 60 days. Looks again when the next one
 * is due, and once a day at least.
 */
export const expireContacts = (organisation: OrganisationStore, conversations: ConversationStore, clock: Clock): void => {
  const lastInteraction = new Map<string, number>()
  const note = (conversation: Conversation, time: number): void => {
    const id = customerOf(conversation)?.externalContactId
    if (id !== undefined) lastInteraction.set(id, Math.max(time, lastInteraction.get(id) ?? 0))
  }
  for (const conversation of conversations.all()) note(conversation, lastInteractionIn(conversation))
  conversations.onChange(({ after }) => {
    note(after, clock.now())
  })

  const expiryOf = ({ id, type, created }: ExternalContact): number =>
    type === 'Curated' ? Number.POSITIVE_INFINITY : Math.max(created, lastInteraction.get(id) ?? 0) + observedContactLife

  const look = (): void => {
    const now = clock.now()
    const { contacts } = organisation.current
    if (contacts.some((contact) => expiryOf(contact) <= now)) {
      organisation.change((before) => ({ ...before, contacts: before.contacts.filter((contact) => expiryOf(contact) > now) }))
    }
    const next = organisation.current.contacts.reduce((soonest, contact) => Math.min(soonest, expiryOf(contact)), now + day)
    clock.after(next - now, look)
  }
  look()
}
