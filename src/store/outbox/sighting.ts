import type { Correspondent } from '../../genesys/records'
import { customerLeg, type Conversation, type LegOf } from '../../model/conversation'
import { minutes, type Instant } from '../../model/instant'
import type { MessageContent } from '../../model/messageContent'
import { leftUntil, shownBy } from './patience'
import type { SendRecord } from './record'
import { likenessOf } from './said'

/** Where and when something came to be on the platform that a send may have made. */
export interface Spot extends LegOf {
  /** A message on the communication, or the communication itself where a conversation was opened. */
  readonly made: 'message' | 'communication'
  /** What an answer would have named it by: the message’s id, or the conversation’s where one was opened. */
  readonly id: string
  readonly conversation: Conversation
  readonly at: Instant | undefined
  /** Whom the conversation was found by, where it was looked for. */
  readonly foundBy: Correspondent | undefined
}

/** Something on the platform that a send may have made. */
export interface Sighting extends Spot {
  /** `undefined` for a communication. */
  readonly content: MessageContent | undefined
}

/**
 * Whether a send may have made it. `fits`: nothing tells it from the send. `perhaps`: something differs that may differ. `far`: only a clock that is
 * badly wrong would explain its time.
 */
export type Fit = 'fits' | 'perhaps' | 'far' | 'none'

/** By how much this machine’s clock and the platform’s usually differ at most. */
const closeInTime = minutes(1)

/** By how much they may differ, unless one of them is badly wrong. */
export const clockTolerance = minutes(10)

/** When a send can have left, at the earliest. A clock that was set back while it was being sent has named a later moment before. */
const leftFrom = (send: SendRecord): Instant => Math.min(send.startedAt, leftUntil(send))

/** Whether a moment that the platform names may be after a send left. What has no time may be. */
export const mayBeSince = (at: Instant | undefined, send: SendRecord): boolean => at === undefined || at >= leftFrom(send) - clockTolerance

const timeFit = (send: SendRecord, at: Instant | undefined): Fit => {
  if (at === undefined) return 'perhaps'
  const within = (tolerance: number): boolean => at >= leftFrom(send) - tolerance && at <= shownBy(send) + tolerance
  if (within(closeInTime)) return 'fits'
  return within(clockTolerance) ? 'perhaps' : 'far'
}

const isSamePerson = (one: Correspondent | undefined, other: Correspondent): boolean =>
  one !== undefined &&
  ('contactId' in one ? 'contactId' in other && one.contactId === other.contactId : 'address' in other && one.address === other.address)

/** Whether the customer of a conversation is somebody. */
export const isWith = (conversation: Conversation, who: Correspondent | undefined): boolean => {
  const customer = customerLeg(conversation)
  if (who === undefined || !customer) return false
  const digits = (text: string | undefined): string | undefined => text?.replace(/^\+/, '')
  return 'contactId' in who
    ? customer.participant.externalContactId === who.contactId
    : [customer.leg.fromAddress, customer.leg.toAddress].some((address) => digits(address) === digits(who.address))
}

/** Whether it stands where a send would have made it. */
const isInPlace = ({ from, trace }: SendRecord, { made, conversation, participant, leg, foundBy }: Spot): boolean => {
  const isTheirs = (who: Correspondent | undefined): boolean =>
    conversation.id === from.id || (who !== undefined && isSamePerson(foundBy, who)) || isWith(conversation, who)
  switch (trace.kind) {
    case 'agentMessage':
      return made === 'message' && leg.id === trace.communicationId
    case 'agentless':
      // A program’s, and never the customer’s.
      return made === 'message' && participant.party !== 'customer' && isTheirs(trace.who)
    case 'opening':
      return made === 'communication' && participant.party === 'agent' && participant.userId === trace.userId && isTheirs(trace.who)
  }
}

/**
 * Whether a send may have made what stands there, whatever it says. What was there before is named by its id in the conversation that a send was made
 * from, and told by its time in others.
 */
export const spotFit = (send: SendRecord, spot: Spot): Fit => {
  const { from, trace } = send
  const wasThere = [spot.id, spot.leg.id].some((id) => trace.before.includes(id) && (spot.made === 'communication' || id === spot.id))
  if (wasThere || !isInPlace(send, spot)) return 'none'
  if (spot.conversation.id !== from.id && !mayBeSince(spot.at, send)) return 'none'
  const time = timeFit(send, spot.at)
  // A program’s message does not stand on an agent’s communication, as far as is documented.
  return time === 'fits' && trace.kind === 'agentless' && spot.participant.party === 'agent' ? 'perhaps' : time
}

/** Whether a send may have made it, by where and when it is and what it says. */
export const fitOf = (send: SendRecord, sighting: Sighting): Fit => {
  const fit = spotFit(send, sighting)
  if (fit === 'none' || send.trace.kind === 'opening') return fit
  switch (likenessOf(send.trace.said, sighting.content)) {
    case 'same':
      return fit
    case 'perhaps':
      return fit === 'fits' ? 'perhaps' : fit
    case 'none':
      return 'none'
  }
}
