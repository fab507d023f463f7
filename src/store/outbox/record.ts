import type { OutgoingRequest } from '../../genesys/connection'
import type { Correspondent } from '../../genesys/records'
import type { Delivery } from '../../model/delivery'
import type { Instant } from '../../model/instant'
import type { ConversationRef } from '../conversationRef'
import type { Refusal } from '../failedRequest'

export interface DeliveryStep {
  readonly delivery: Delivery
  /** The platform's word. */
  readonly status: string
  readonly at: Instant
}

/** How often, and until when, the platform was read for a message. */
export interface Looks {
  readonly count: number
  readonly lastAt: Instant
}

/** It may have reached the platform, and no answer said so. */
export interface UnknownOutcome {
  readonly kind: 'unknown'
  readonly why: string
  /** After this moment it cannot have left this machine any more. */
  readonly leftUntil: Instant
  /** Absent before the first look. */
  readonly looks?: Looks | undefined
  /** What keeps it from being settled by reading; absent while it is being looked for. */
  readonly obstacle?: string | undefined
}

/** It is on the platform. */
export interface AcceptedOutcome {
  readonly kind: 'accepted'
  readonly at: Instant
  /** `answer`: the platform said so. Else it was found by reading; `likely` where another one may have been taken for it. */
  readonly by: 'answer' | 'found' | 'likely'
  readonly messageId?: string | undefined
  readonly conversationId?: string | undefined
  readonly deliveries: readonly DeliveryStep[]
  /** Why the delivery is not followed any further, where that ended before it was final. */
  readonly lost?: string | undefined
}

/** What is known of a send. */
export type Outcome =
  /** Recorded, and perhaps on its way. */
  | { readonly kind: 'prepared' }
  /** The platform said no, or it never left: nothing arrived. `answer` is absent when the platform was not asked. */
  | { readonly kind: 'refused'; readonly why: string; readonly answer?: Refusal | undefined }
  | UnknownOutcome
  | AcceptedOutcome
  /** It was looked for wherever it could be, long enough after it had left, and is not there. */
  | { readonly kind: 'absent'; readonly why: string; readonly looks: Looks }

/** What a message says, as far as it can be read back. */
export type Said =
  | { readonly kind: 'text'; readonly text: string }
  /** `text`: with its parameters filled in here, which the platform may do in another way; `values`: what they are filled in with. */
  | { readonly kind: 'template'; readonly responseId: string; readonly text: string; readonly values: readonly string[] }
  | { readonly kind: 'media'; readonly mediaIds: readonly string[]; readonly fileName: string }
  | { readonly kind: 'nothing' }

/**
 * What a send is recognised by on the platform when no answer tells its id. `before` is what was there when it left: the ids of messages, or of
 * communications where a conversation is opened, that cannot be it.
 */
export type Trace =
  /** A message on the communication of an agent. */
  | {
      readonly kind: 'agentMessage'
      readonly communicationId: string
      readonly said: Said
      readonly before: readonly string[]
    }
  /** A message of a program, in the conversation that it was sent from or in another one with the same person. */
  | {
      readonly kind: 'agentless'
      readonly who?: Correspondent | undefined
      readonly said: Said
      readonly before: readonly string[]
    }
  /** A conversation that an agent opens, who is the user with this id. */
  | {
      readonly kind: 'opening'
      readonly who?: Correspondent | undefined
      readonly userId?: string | undefined
      readonly before: readonly string[]
    }

/** A send as it is kept. It holds no token: a request names the kind of credential that it goes out with, and no more. */
export interface SendRecord {
  readonly id: string
  /** The conversation that it was sent from. */
  readonly from: ConversationRef
  /** What a person calls the one who is to receive it. */
  readonly recipient: string
  readonly text: string
  readonly request: OutgoingRequest
  readonly startedAt: Instant
  /** It does not leave after this moment, though it may have waited. */
  readonly leaveBy: Instant
  readonly trace: Trace
  readonly outcome: Outcome
}
