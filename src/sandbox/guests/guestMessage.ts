import type { FoundMessage } from '../conversations/reading'

/** Something that was said or that happened in a session, as the guest gets to know it. */
export interface GuestMessage {
  readonly id: string
  readonly time: number
  /** From the platform’s point of view: what a guest writes is inbound. */
  readonly direction: 'Inbound' | 'Outbound'
  readonly says: Said | { readonly kind: 'presence'; readonly presence: Presence }
  readonly originator: 'Human' | 'Bot' | undefined
  /** Who wrote it on the business’s side. */
  readonly senderName: string | undefined
  readonly metadata: Readonly<Record<string, string>>
}

interface Said {
  readonly kind: 'message'
  readonly text: string
  readonly content: readonly ContentElement[]
}

/** The presence events that happen here. */
export type Presence = 'Join' | 'Disconnect' | 'Clear'

export type MediaKind = 'Image' | 'Video' | 'Audio' | 'File'

/** The elements that a guest can send. */
export type ContentElement =
  | {
      readonly contentType: 'Attachment'
      readonly attachment: {
        readonly id: string
        readonly filename: string
        readonly fileSize: number
        readonly mediaType: MediaKind
        readonly mime: string
        readonly url: string
      }
    }
  | {
      readonly contentType: 'ButtonResponse'
      readonly buttonResponse: {
        readonly type: 'Button' | 'QuickReply' | 'DatePicker' | 'ListPicker' | 'Form'
        readonly text: string
        readonly payload: string
        readonly originatingMessageId?: string | undefined
      }
    }

/** What a guest’s own message carries beside its text. */
export interface GuestExtras {
  readonly metadata: Readonly<Record<string, string>>
  readonly content: readonly ContentElement[]
}

export const noExtras: GuestExtras = { metadata: {}, content: [] }

/** A conversation’s message as its guest gets it. */
export const guestMessage = ({ participant, message }: FoundMessage, { metadata, content }: GuestExtras = noExtras): GuestMessage => {
  const inbound = participant.purpose === 'customer'
  return {
    id: message.id,
    time: message.time,
    direction: inbound ? 'Inbound' : 'Outbound',
    says: { kind: 'message', text: message.content.kind === 'text' ? message.content.text : '', content },
    originator: participant.purpose === 'botflow' || participant.purpose === 'api' ? 'Bot' : 'Human',
    senderName: inbound ? undefined : participant.name,
    metadata
  }
}

export const presenceMessage = (
  id: string,
  time: number,
  direction: GuestMessage['direction'],
  presence: Presence,
  metadata: GuestMessage['metadata'] = {}
): GuestMessage => ({
  id,
  time,
  direction,
  says: { kind: 'presence', presence },
  originator: undefined,
  senderName: undefined,
  metadata
})
