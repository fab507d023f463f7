import { sources } from '../../../platform/sources'
import type { Rule } from '../../rule'
import { answerRule } from './answerRule'

const documented = { confidence: 'documented', sources: [sources.openapi] } as const

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
  answerRule({
    ...documented,
    id: 'participant.no-active',
    title: 'The participant has left',
    codes: ['conversation.error.participant.no.active.conversations'],
    cause: 'The participant has no communication that is active any more.',
    remedy: 'Read the conversation: if it has ended, follow up without an agent (POST /api/v2/conversations/messages/agentless).'
  }),
  answerRule({
    ...documented,
    id: 'parking.disconnected',
    title: 'The conversation has ended',
    codes: ['conversation.error.conversation.disconnected'],
    cause: 'The conversation is disconnected, so it can neither be parked nor be resumed, nor its recording be changed.',
    remedy: 'Follow up without an agent (POST /api/v2/conversations/messages/agentless), or wait for the customer.'
  }),
  answerRule({
    ...documented,
    id: 'not-active-participant',
    title: 'The user is not in the conversation',
    codes: ['conversation.error.forbidden.not.active.participant'],
    cause: 'The user whose token was sent is not an active participant of the conversation.',
    remedy: 'Use the token of the agent who is, or assign the conversation to this user first.'
  })
]
