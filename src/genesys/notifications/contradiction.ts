import { legsOf, type Conversation, type Leg, type LegState, type Participant } from '../../model/conversation'
import { deliveryOf, type Delivery } from '../../model/delivery'

/** How far a communication has come. One that was parked can be connected again; nothing says which of the two is newer. */
const stages: Readonly<Record<LegState, number>> = { alerting: 0, connected: 1, parked: 1, unrecognised: 1, disconnected: 2 }

/** How far a message has come. */
const steps: Readonly<Record<Delivery, number>> = {
  unrecognised: 0,
  queued: 0,
  sent: 1,
  failed: 2,
  delivered: 2,
  received: 2,
  read: 3,
  removed: 4
}

const stepOf = (status: string | undefined): number => (status === undefined ? 0 : steps[deliveryOf(status)])

const isParking = (one: Leg, other: Leg): boolean => one.state !== other.state && (one.state === 'parked' || other.state === 'parked')

/** Whether a participant goes by another name than before, or owes after-conversation work again. Both can be, and both can be old. */
const isOtherPerson = (now: Participant | undefined, before: Participant): boolean =>
  now !== undefined &&
  (now.externalContactId !== before.externalContactId ||
    (before.name !== undefined && now.name !== before.name) ||
    (now.wrapUpPending && !before.wrapUpPending && now.legs.at(-1)?.state === before.legs.at(-1)?.state))

/**
 * Whether what was told can be older than what was known. Events carry no number and no time of their own, but a conversation only ever goes on: nobody
 * who was in it and no message is gone, no communication comes back, no delivery is undone. What breaks that came late.
 */
export const contradicts = (told: Conversation, known: Conversation): boolean => {
  const participants = new Map(told.participants.map((participant) => [participant.id, participant]))
  const statuses = new Map<string, string | undefined>()
  for (const { leg } of legsOf(told)) for (const { id, status } of leg.messages) statuses.set(id, status)
  return known.participants.some((participant) => {
    const { id, legs } = participant
    const now = participants.get(id)?.legs.at(-1)
    const before = legs.at(-1)
    if (before === undefined) return false
    if (now === undefined || stages[now.state] < stages[before.state] || isParking(now, before)) return true
    if (isOtherPerson(participants.get(id), participant)) return true
    return legs.some(({ messages }) =>
      messages.some((message) => !statuses.has(message.id) || stepOf(statuses.get(message.id)) < stepOf(message.status))
    )
  })
}
