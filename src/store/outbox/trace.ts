import type { OutgoingRequest } from '../../genesys/connection'
import type { Correspondent } from '../../genesys/records'
import { legsOf, type Conversation, type LegOf, type MessageRecord } from '../../model/conversation'
import { minutes, type Instant } from '../../model/instant'
import { outboundPath } from '../../platform/messagingOperations'
import { saidIn } from './said'
import type { Trace } from './record'

/** By how much this machine’s clock and the platform’s may differ: what is older than that before a send is none of it. */
export const clockTolerance = minutes(10)

/** Whether a moment that the platform names may be after `since` of this machine’s clock. What has no time may be. */
export const mayBeSince = (at: Instant | undefined, since: Instant): boolean => at === undefined || at >= since - clockTolerance

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const correspondentOf = ({ body }: OutgoingRequest): Correspondent | undefined => {
  const contactId = textIn(body['externalContactId'])
  if (contactId !== undefined) return { contactId }
  const address = textIn(body['toAddress'])
  return address === undefined ? undefined : { address }
}

const agentMessagePath = /\/communications\/([^/]+)\/messages$/

/** The legs on which a message of this trace would stand. An agentless one is a program’s, and never the customer’s. */
export const legsFor = (trace: Trace, conversation: Conversation): readonly LegOf[] =>
  legsOf(conversation).filter(({ participant, leg }) =>
    trace.kind === 'agentMessage' ? leg.id === trace.communicationId : participant.party !== 'customer'
  )

const messagesSince = (legs: readonly LegOf[], since: Instant): readonly MessageRecord[] =>
  legs.flatMap(({ leg }) => leg.messages.filter(({ at }) => mayBeSince(at, since)))

/**
 * What a send will be recognised by.
 * @param words what it says, in words
 * @param conversation the one that it is sent from, as it is before it leaves
 */
export const traceOf = (request: OutgoingRequest, words: string, conversation: Conversation, startedAt: Instant): Trace => {
  if (request.path === outboundPath)
    return { kind: 'opening', who: correspondentOf(request), before: legsOf(conversation).map(({ leg }) => leg.id) }
  const communicationId = agentMessagePath.exec(request.path)?.[1]
  const said = saidIn(request.body, words)
  const trace: Trace =
    communicationId === undefined
      ? { kind: 'agentless', who: correspondentOf(request), said, before: [] }
      : { kind: 'agentMessage', communicationId, said, before: [] }
  return { ...trace, before: messagesSince(legsFor(trace, conversation), startedAt).map(({ id }) => id) }
}
