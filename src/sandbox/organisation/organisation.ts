import type { Flow } from './flow'
import type { MessengerType } from '../conversations/messengerType'
import type { CannedResponse, ResponseLibrary } from './cannedResponse'
import type { ExternalContact } from './externalContact'
import type { Integration, SmsNumber } from './integration'
import type { LifeSettings, MessageLimits } from './life'
import type { MessagingSetting, SupportedContent, WithDefault } from './messagingConfiguration'
import type { SenderAddress } from './senders'
import type { WebDeployment, WebDeploymentConfiguration } from './webDeployment'

export { contactName, type ExternalContact } from './externalContact'
export type { SenderAddress } from './senders'
export type { WebDeployment } from './webDeployment'

/** A part of the organisation that roles can be limited to. */
export interface Division {
  readonly id: string
  readonly name: string
  readonly description: string
}

export interface User {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface Queue {
  readonly id: string
  readonly name: string
  readonly divisionId: string
  readonly memberIds: ReadonlySet<string>
  /** Members who are not working in the queue at the moment. Absent: all are. */
  readonly absentMemberIds?: ReadonlySet<string>
  /** True when an agent who leaves a conversation from this queue owes after-conversation work. */
  readonly wrapUpRequired: boolean
  /** Whether conversations that wait in it can be given to a user by hand. */
  readonly manualAssignment: boolean
  /** The sender’s address that an outbound conversation of this queue has, per channel. */
  readonly outboundAddresses: ReadonlyMap<MessengerType, string>
}

/** Whether a user is a member of the queue and works in it at the moment. */
export const hasJoined = ({ memberIds, absentMemberIds }: Queue, userId: string): boolean =>
  memberIds.has(userId) && absentMemberIds?.has(userId) !== true

/** What a conversation was about, as an agent notes it after the conversation. */
export interface WrapUpCode {
  readonly id: string
  readonly name: string
}

/** How long after its end a conversation can be continued. Source: Genesys help, messaging-threading-timeline: 0 to 72 hours per channel. */
export interface ThreadingTimeline {
  readonly id: string
  readonly defaultMinutes: number
  /** By `messengerType`, for the channels that differ from the default. */
  readonly minutes: ReadonlyMap<string, number>
}

/** What is configured in an organisation. Its conversations are apart. */
export interface Organisation {
  readonly id: string
  readonly name: string
  /** The home division: everything is in it that is in no other. */
  readonly division: Division
  /** All divisions, the home division first. */
  readonly divisions: readonly Division[]
  readonly users: readonly User[]
  readonly flows: readonly Flow[]
  readonly queues: readonly Queue[]
  readonly deployments: readonly WebDeployment[]
  readonly deploymentConfigurations: readonly WebDeploymentConfiguration[]
  readonly smsNumbers: readonly SmsNumber[]
  readonly integrations: readonly Integration[]
  /** What the numbers and integrations make: see senders.ts. */
  readonly senders: readonly SenderAddress[]
  readonly supportedContent: WithDefault<SupportedContent>
  readonly messagingSettings: WithDefault<MessagingSetting>
  readonly libraries: readonly ResponseLibrary[]
  readonly responses: readonly CannedResponse[]
  readonly contacts: readonly ExternalContact[]
  readonly threading: ThreadingTimeline
  readonly wrapUpCodes?: readonly WrapUpCode[]
  /** Where it differs from `usualLife`. */
  readonly life?: Partial<LifeSettings>
  /** None when absent. */
  readonly limits?: MessageLimits
}
