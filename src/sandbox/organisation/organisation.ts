import type { MessengerType } from '../conversations/messengerType'
import type { LifeSettings, MessageLimits } from './life'

export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface Queue {
  readonly id: string
  readonly name: string
  readonly memberIds: ReadonlySet<string>
  /** True when an agent who leaves a conversation from this queue owes after-conversation work. */
  readonly wrapUpRequired: boolean
  /** The sender’s address that an outbound conversation of this queue has, per channel. */
  readonly outboundAddresses: ReadonlyMap<MessengerType, string>
}

/** A bot flow that answers before the queue does. */
export interface Flow {
  readonly id: string
  readonly name: string
}

export interface WebDeployment {
  readonly id: string
  readonly name: string
  readonly status: 'Active' | 'Inactive'
  readonly configurationId: string
  readonly flow: Flow
  readonly created: number
}

/** An address that the organisation sends from, other than a web deployment: a phone number for SMS, else the id of the channel’s integration. */
export interface SenderAddress {
  readonly messengerType: MessengerType
  readonly address: string
  readonly name: string
  /** The bot that answers first; without one, customers wait in the organisation’s first queue. */
  readonly flow?: Flow
}

/** What a conversation was about, as an agent notes it after the conversation. */
export interface WrapUpCode {
  readonly id: string
  readonly name: string
}

export interface ExternalContact {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly type: 'Ephemeral' | 'Identified' | 'Curated'
  readonly created: number
}

/** How long after its end a conversation can be continued. Source: Genesys help, messaging-threading-timeline: 0 to 72 hours per channel. */
export interface ThreadingTimeline {
  readonly id: string
  readonly defaultMinutes: number
  readonly minutes: ReadonlyMap<MessengerType, number>
}

/** What is configured in an organisation. Its conversations are apart: they change, this does not. */
export interface Organisation {
  readonly id: string
  readonly name: string
  readonly division: { readonly id: string; readonly name: string }
  readonly users: readonly User[]
  readonly queues: readonly Queue[]
  readonly deployments: readonly WebDeployment[]
  readonly senders: readonly SenderAddress[]
  readonly contacts: readonly ExternalContact[]
  readonly threading: ThreadingTimeline
  readonly wrapUpCodes?: readonly WrapUpCode[]
  /** Where it differs from `usualLife`. */
  readonly life?: Partial<LifeSettings>
  /** None when absent. */
  readonly limits?: MessageLimits
}

export const contactName = ({ firstName, lastName }: ExternalContact): string => `${firstName} ${lastName}`
