import { sources } from '../../../platform/sources'
import { legEvidence } from '../../evidence'
import { fails, type Rule } from '../../rule'
import { participantToChange } from '../change/target'
import { answerRule } from './answerRule'

const documented = { confidence: 'documented', sources: [sources.openapi] } as const

const noActiveCodes = ['conversation.error.participant.no.active.conversations'] as const

/** Answers that say that a conversation, or a part of it, is in another state than the operation needs. */
export const stateRules: readonly Rule[] = [
  answerRule({
    ...documented,
    id: 'transfer.not-connected',
    title: 'Only a connected conversation can be transferred',
    codes: ['conversations.error.transfer.not.connected'],
    cause: 'The participant’s communication is not connected.',
    remedy: 'Accept the conversation first; an ended one cannot be transferred.'
  }),
  answerRule({
    ...documented,
    id: 'patch.comm-state',
    title: 'A communication can only be disconnected',
    codes: ['communication.state.required'],
    cause: 'The only state that a communication takes is “disconnected”.',
    remedy: 'To accept an alerting conversation, PATCH the participant with {"state":"connected"}. Nothing re-opens one that has ended.'
  }),
  {
    ...answerRule({
      ...documented,
      id: 'participant.no-active',
      title: 'The participant has left',
      codes: noActiveCodes,
      cause: 'The participant has no communication that is active any more.',
      remedy: 'Read the conversation: if it has ended, follow up without an agent (POST /api/v2/conversations/messages/agentless).'
    }),
    foresee: (attempt) => {
      const found = participantToChange(attempt, 'accept', 'leave')
      const leg = found?.participant.legs.at(-1)
      if (!found || found.legs.length > 0) return undefined
      return fails(
        `The participant has no communication that is active any more: 400 “${noActiveCodes[0]}”.`,
        'If the conversation has ended, follow up without an agent (POST /api/v2/conversations/messages/agentless).',
        leg ? [legEvidence({ participant: found.participant, leg }, found.from)] : []
      )
    }
  }
]
