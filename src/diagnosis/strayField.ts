import type { Send } from './send'

/** A field of a body that the operation does not take, and what its writer was after. */
export type StrayField =
  /** The flag of the other operation that reuses a conversation, and the name that it has here. */
  | { readonly kind: 'swappedFlag'; readonly right: string }
  /** A time to send at. */
  | { readonly kind: 'time' }
  /** A file or a picture. */
  | { readonly kind: 'media' }
  | { readonly kind: 'other' }

const agentlessFlag = 'useExistingActiveConversation'
const outboundFlag = 'useExistingConversation'

/** What the platform may answer to such a field: that it does is documented of no send, and it may as well pass the field over. */
export const strayFieldCodes = ['invalid.property'] as const

/** What a field is that `send` does not take. One rule speaks of each kind, so that nothing is said twice. */
export const strayFieldOf = (field: string, send: Send | undefined): StrayField => {
  if (send?.kind === 'outbound' && field === agentlessFlag) return { kind: 'swappedFlag', right: outboundFlag }
  if (send?.kind !== 'agentless') return { kind: 'other' }
  if (field === outboundFlag) return { kind: 'swappedFlag', right: agentlessFlag }
  if (/^(?:time|timestamp|messageTime|sendAt|scheduled\w*|date)$/i.test(field)) return { kind: 'time' }
  return { kind: /^(?:mediaIds?|media|attachments?|content)$/i.test(field) ? 'media' : 'other' }
}
