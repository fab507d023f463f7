import type { Conversation, LegOf } from '../../model/conversation'
import type { Known } from '../../model/fact'
import type { ConversationState } from '../../model/state'
import type { Attempt } from '../attempt'
import { legBrief, legEvidence } from '../evidence'
import { fails, type Observation } from '../rule'

/** A conversation that somebody wants to send into, and its state. */
export interface Target {
  readonly conversation: Known<Conversation>
  readonly state: ConversationState
}

const isMeantToSend = ({ operation, intent }: Attempt): boolean =>
  operation === undefined && (intent === 'send' || intent === 'reopen' || intent === 'addParticipant')

/** The conversation, for a send on an agent’s communication, and for one by an endpoint that does not exist, which was meant to be such a send. */
export const targetOf = (attempt: Attempt): Target | undefined => {
  const { send, situation, state } = attempt
  if (send?.kind !== 'agentMessage' && !isMeantToSend(attempt)) return undefined
  return situation.conversation.known && state.known ? { conversation: situation.conversation, state: state.value } : undefined
}

/** The send fails, and this leg shows it. */
export const failsByLeg = ({ conversation }: Target, leg: LegOf, title: string, cause: string, remedy: string): Observation => ({
  ...fails(cause, remedy, [legEvidence(leg, conversation.from.source)]),
  brief: `${title}. ${legBrief(leg)}`
})
