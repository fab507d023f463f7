import type { FilledTemplate } from '../organisation/templates'
import type { MessengerType } from './messengerType'

/** All times are milliseconds since 1970, UTC. Conversations are values: a change makes a new one (transitions.ts). */
export interface Conversation {
  readonly id: string
  readonly messengerType: MessengerType
  readonly originatingDirection: Direction
  readonly startTime: number
  /** Where the customer writes to: a phone number, an integration’s id or a web deployment’s id. */
  readonly businessAddress: string
  /** Where the business writes to: a phone number, or an id that means nothing outside the channel. */
  readonly customerAddress: string
  readonly participants: readonly Participant[]
  /** A program’s own mark. */
  readonly externalTag?: string
  /** What was last asked of the recording; nothing is recorded here. */
  readonly recordingState?: 'ACTIVE' | 'PAUSED'
  /** The user who listens in without being seen. */
  readonly monitoredBy?: string
}

export type Direction = 'inbound' | 'outbound'

interface ParticipantBase {
  readonly id: string
  readonly name: string
  readonly legs: readonly Leg[]
  /** What programs noted on the participant; absent while nothing is. */
  readonly attributes?: Readonly<Record<string, string>>
}

export interface Customer extends ParticipantBase {
  readonly purpose: 'customer'
  readonly externalContactId: string | undefined
}

export interface BotFlow extends ParticipantBase {
  readonly purpose: 'botflow'
  readonly flowId: string
}

/** The queue: the platform’s word for it is `acd`. */
export interface Acd extends ParticipantBase {
  readonly purpose: 'acd'
  readonly queueId: string
  /** The agent to whom it is offered first, if available: the one whom the customer talked to before. */
  readonly preferredUserId?: string
}

export interface Agent extends ParticipantBase {
  readonly purpose: 'agent'
  readonly userId: string
  readonly queueId: string
  readonly wrapUpRequired: boolean
  readonly wrapUp: WrapUp
}

/** Who sends without an agent. */
export interface Api extends ParticipantBase {
  readonly purpose: 'api'
}

export type Participant = Customer | BotFlow | Acd | Agent | Api
export type BusinessParticipant = Exclude<Participant, Customer>

/** After-conversation work. */
export type WrapUp =
  | { readonly kind: 'notDone' }
  | {
      readonly kind: 'done'
      readonly code: string
      readonly name: string | undefined
      readonly notes: string | undefined
      readonly time: number
    }
  | { readonly kind: 'skipped'; readonly time: number }

/** A communication: one party’s connection. */
export interface Leg {
  readonly id: string
  readonly direction: Direction
  readonly startTime: number
  readonly state: LegState
  /** The customer’s leg that a leg of the business talks to. A customer’s own leg has none stored: see `peerOf`. */
  readonly peerId: string | undefined
  /** The messages that this party sent. */
  readonly messages: readonly Message[]
}

export type LegState =
  | { readonly name: 'alerting' }
  | { readonly name: 'connected'; readonly connectedTime: number }
  | { readonly name: 'parked'; readonly connectedTime: number; readonly parkTime: number; readonly resumeTime: number | undefined }
  | {
      readonly name: 'disconnected'
      readonly connectedTime: number | undefined
      readonly disconnectedTime: number
      readonly disconnectType: DisconnectType
    }
  /** A state that the published lists do not have, so that programs meet one. */
  | { readonly name: 'unlisted'; readonly raw: string; readonly connectedTime: number }

/** The part of `Message.disconnectType` that happens here. */
export type DisconnectType = 'client' | 'peer' | 'transfer' | 'transfer.noanswer' | 'system' | 'inactivity' | 'session.expired'

export interface Message {
  readonly id: string
  readonly time: number
  readonly content: MessageContent
  readonly status: MessageStatus
  /** Why it could not be delivered. */
  readonly failure: DeliveryFailure | undefined
}

export interface DeliveryFailure {
  /** As `errorInfo.code` has it. */
  readonly code: string
  readonly words: string
}

export type MessageContent =
  | { readonly kind: 'text'; readonly text: string }
  | Template
  | { readonly kind: 'attachments'; readonly text: string | undefined; readonly attachments: readonly Attachment[] }
  | ButtonResponse

/** A canned response, with its places filled in. */
export interface Template {
  readonly kind: 'template'
  readonly responseId: string
  readonly filled: FilledTemplate
}

export interface Attachment {
  readonly mediaType: 'Image' | 'Video' | 'Audio' | 'File' | 'Link'
  readonly url: string
  readonly mime: string | undefined
  readonly filename: string | undefined
}

/** The customer chose something from a structured message. */
export interface ButtonResponse {
  readonly kind: 'buttonResponse'
  readonly text: string
  readonly payload: string
  readonly originatingMessageId: string
}

/** The part of `MessageData.status` that happens here: `failed` does not. */
export type MessageStatus = 'received' | 'queued' | 'sent' | 'published' | 'delivery-success' | 'read' | 'delivery-failed' | 'removed'
