import { unknown } from '../../../model/fact'
import { hasEnded } from '../../../model/state'
import { sources } from '../../../platform/sources'
import { answerEvidence, endEvidence, legEvidence, legName } from '../../evidence'
import { cannotTell, fails, undocumented, type Rule } from '../../rule'
import { answerRule, answers } from '../answer/answerRule'
import { conversationToChange, participantToChange, partOf, userToChange } from './target'

const documented = { confidence: 'documented', sources: [sources.openapi] } as const

const disconnected: Rule = {
  ...answerRule({
    ...documented,
    id: 'parking.disconnected',
    title: 'The conversation has ended',
    codes: ['conversation.error.conversation.disconnected'],
    cause: 'The conversation is disconnected, so it can neither be parked nor be resumed, nor its recording be changed.',
    remedy: 'Follow up without an agent (POST /api/v2/conversations/messages/agentless), or wait for the customer.'
  }),
  foresee: (attempt) => {
    const conversation = conversationToChange(attempt)
    return attempt.change?.kind === 'resume' && conversation.known && hasEnded(conversation.value) === true
      ? fails(
          'The conversation has ended, so there is nothing to resume: 400 “conversation.error.conversation.disconnected”.',
          'Follow up without an agent (POST /api/v2/conversations/messages/agentless), or wait for the customer.',
          endEvidence(conversation)
        )
      : undefined
  }
}

const notActive = ['conversation.error.forbidden.not.active.participant'] as const

const notActiveParticipant: Rule = {
  ...answerRule({
    ...documented,
    id: 'not-active-participant',
    title: 'The user is not in the conversation',
    codes: notActive,
    cause: 'The user whose token was sent is not an active participant of the conversation.',
    remedy: 'Use the token of the agent who is, or assign the conversation to this user first.'
  }),
  foresee: (attempt) => {
    const conversation = conversationToChange(attempt)
    const found = participantToChange(attempt, 'resume')
    const user = userToChange(attempt)
    if (!conversation.known || !found || !user || hasEnded(conversation.value) !== false) return undefined
    if (!user.known) return cannotTell('whose token it is sent with', user, 'GET /api/v2/users/me with the token says whose it is.')
    const own = partOf(conversation.value, user.value.userId)
    if (own?.id === found.participant.id) return undefined
    const leg = found.legs.at(-1)
    const evidence = leg ? [legEvidence({ participant: found.participant, leg }, found.from)] : []
    return own
      ? undocumented(
          `${user.value.name} is in the conversation, and not as the participant that the path names. What the platform answers then is not documented.`,
          `Use ${own.id}, the participant of ${user.value.name}.`,
          evidence
        )
      : fails(
          `${user.value.name}, whose token it is sent with, is not active in the conversation: 403 “${notActive[0]}”.`,
          `Send it with the token of ${found.participant.name ?? 'the agent who has parked it'}.`,
          evidence
        )
  }
}

const unexpectedCodes = ['conversation.error.unexpected.parking.state'] as const

const unexpected: Rule = {
  id: 'parking.unexpected',
  about: 'Only a parked communication can be resumed: 400 “conversation.error.unexpected.parking.state”. Read the conversation again.',
  phase: 'response',
  title: 'The communication is not parked',
  refusedWith: unexpectedCodes,
  confidence: 'inferred',
  sources: [sources.openapi],
  look: (attempt) =>
    answers(attempt, { codes: unexpectedCodes })
      ? fails(
          'The communication was in another state than the request expects: a connected one can be parked, and a parked one be resumed.',
          'Read the conversation again.',
          answerEvidence(attempt)
        )
      : undefined,
  foresee: (attempt) => {
    const found = participantToChange(attempt, 'resume')
    const leg = found?.legs.at(-1)
    if (!found || !leg || found.legs.some(({ state }) => state === 'parked')) return undefined
    const of = { participant: found.participant, leg }
    if (leg.state === 'unrecognised')
      return cannotTell(
        'whether the communication is parked',
        unknown(`It is in a state that is not known here: “${leg.rawState}”.`),
        'Read the conversation again.'
      )
    return fails(
      `The communication of ${legName(of)} is ${leg.rawState}, and not parked: 400 “${unexpectedCodes[0]}”.`,
      leg.state === 'connected' ? 'It is connected: send the message.' : 'Accept it: PATCH the participant with {"state":"connected"}.',
      [legEvidence(of, found.from)]
    )
  }
}

/** Resuming a conversation that an agent has parked. */
export const parkingRules: readonly Rule[] = [disconnected, notActiveParticipant, unexpected]
