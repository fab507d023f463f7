import { isAlive, type Conversation, type Leg, type LegOf } from '../../model/conversation'
import { known } from '../../model/fact'
import type { Instant } from '../../model/instant'
import type { Situation } from '../../model/situation'

const changeLegs = (conversation: Conversation, change: (leg: Leg) => Leg): Conversation => ({
  ...conversation,
  participants: conversation.participants.map((participant) => ({ ...participant, legs: participant.legs.map(change) }))
})

const disconnected = (leg: Leg, now: Instant): Leg =>
  isAlive(leg) ? { ...leg, state: 'disconnected', rawState: 'disconnected', disconnectedAt: now, disconnectType: 'client' } : leg

const withConversation = (situation: Situation, conversation: Conversation): Situation => ({
  ...situation,
  conversation: known(conversation, { source: 'the conversation as it would be' })
})

/** The situation once this communication is connected, and nothing else is otherwise. */
export const onceConnected = (situation: Situation, conversation: Conversation, { leg: subject }: LegOf): Situation =>
  withConversation(
    situation,
    changeLegs(conversation, (leg) =>
      leg.id === subject.id ? { ...leg, state: 'connected', rawState: 'connected', connectedAt: leg.connectedAt ?? situation.now } : leg
    )
  )

/** The situation once everybody is disconnected, which is what the operation is described to do. */
export const onceDisconnected = (situation: Situation, conversation: Conversation): Situation =>
  withConversation(situation, { ...changeLegs(conversation, (leg) => disconnected(leg, situation.now)), endedAt: situation.now })
