// What the platform says over the guest websocket. Source: schema of the public Java client (web-messaging-sdk-java 18.1.0), and the frames that
// Genesys’ mobile SDK decodes (genesys-messenger-transport-mobile-sdk).
import type { GuestMessage } from '../guestMessage'
import type { GuestErrorCode } from './guestError'

export interface AllowedMedia {
  readonly inbound: { readonly fileTypes: readonly { readonly type: string }[]; readonly maxFileSizeKB: number }
}

export interface SessionResponse {
  readonly connected: boolean
  readonly newSession: boolean
  readonly readOnly: boolean
  readonly clearedExistingSession: boolean
  readonly allowedMedia: AllowedMedia
  readonly blockedExtensions: readonly string[]
  readonly maxCustomDataBytes: number
  readonly durationSeconds: number
  /** In seconds since 1970. */
  readonly expirationDate: number
}

/** A message or an event of a conversation. */
export interface StructuredMessage {
  readonly type: 'Text' | 'Structured' | 'Event'
  readonly direction: GuestMessage['direction']
  readonly id: string
  readonly text?: string
  readonly content?: readonly unknown[]
  readonly events?: readonly StructuredEvent[]
  readonly channel?: { readonly time: string; readonly type: 'Private'; readonly messageId: string; readonly from?: Recipient }
  readonly metadata: Readonly<Record<string, string>>
  readonly originatingEntity?: 'Human' | 'Bot'
}

export type StructuredEvent =
  | { readonly eventType: 'Presence'; readonly presence: { readonly type: string } }
  | { readonly eventType: 'Typing'; readonly typing: { readonly type: 'On'; readonly duration: number } }

interface Recipient {
  readonly nickname: string
}

interface NamedError {
  readonly name: string
  readonly message: string
  readonly errorCode: GuestErrorCode
  readonly errorMessage: string
}

/** `class` and `body`, which belong together. */
type Content =
  | { readonly class: 'SessionResponse'; readonly body: SessionResponse }
  | { readonly class: 'StructuredMessage'; readonly body: StructuredMessage }
  | { readonly class: 'JwtResponse'; readonly body: { readonly jwt: string; readonly exp: number } }
  | {
      readonly class: 'GetConfigurationResponse'
      readonly body: {
        readonly allowedMedia: AllowedMedia
        readonly blockedExtensions: readonly string[]
        readonly maxCustomDataBytes: number
        readonly messageRoutingEnabled: boolean
        readonly sessionDurationSeconds: number
      }
    }
  | {
      readonly class: 'PresignedUrlResponse'
      readonly body: {
        readonly attachmentId: string
        readonly headers: Readonly<Record<string, string>>
        readonly url: string
        readonly fileName: string
        readonly fileSize: number
        readonly fileType: string
      }
    }
  | { readonly class: 'AttachmentDeletedResponse'; readonly body: { readonly attachmentId: string } }
  | {
      readonly class: 'UploadSuccessEvent'
      readonly body: { readonly attachmentId: string; readonly downloadUrl: string; readonly timestamp: string }
    }
  | {
      readonly class: 'UploadFailureEvent'
      readonly body: {
        readonly attachmentId: string
        readonly errorCode: GuestErrorCode
        readonly errorMessage: string
        readonly timestamp: string
      }
    }
  | {
      readonly class: 'GenerateUrlError'
      readonly body: NamedError & { readonly attachmentId: string; readonly timestamp: string }
    }
  | { readonly class: 'TooManyRequestsErrorMessage'; readonly body: NamedError & { readonly retryAfter: number } }
  | { readonly class: 'string'; readonly body: string }
  | {
      readonly class: 'SessionExpiredEvent' | 'SessionClearedEvent' | 'ConnectionClosedEvent'
      readonly body: Readonly<Record<string, never>>
    }

/** A frame is a `response` to a request, or a `message` that nobody asked for. */
export type Frame = Content & { readonly type: 'response' | 'message'; readonly code: number; readonly tracingId?: string }

export const response = (content: Content): Frame => ({ type: 'response', code: 200, ...content })

export const notice = (content: Content): Frame => ({ type: 'message', code: 200, ...content })

/** The refusal of a request: the reason as a text. */
export const refusal = (code: number, reason: string): Frame => ({ type: 'response', class: 'string', code, body: reason })

/** The same frame with the id that the request gave. */
export const traced = (frame: Frame, tracingId: string | undefined): Frame => (tracingId === undefined ? frame : { ...frame, tracingId })

const isStructured = ({ says }: GuestMessage): boolean =>
  says.kind === 'message' && says.content.some(({ contentType }) => contentType === 'ButtonResponse')

/** A message or event of the history, as a frame has it. */
export const structuredMessage = (message: GuestMessage): StructuredMessage => {
  const { id, direction, says, senderName, metadata, originator } = message
  return {
    ...(says.kind === 'presence'
      ? { type: 'Event', events: [{ eventType: 'Presence', presence: { type: says.presence } }] }
      : { type: isStructured(message) ? 'Structured' : 'Text', text: says.text, content: says.content }),
    direction,
    id,
    channel: {
      time: new Date(message.time).toISOString(),
      type: 'Private',
      messageId: id,
      ...(senderName === undefined ? {} : { from: { nickname: senderName } })
    },
    metadata,
    ...(originator === undefined ? {} : { originatingEntity: originator })
  }
}
