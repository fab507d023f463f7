import { unknown } from '../../../model/fact'
import { sources } from '../../../platform/sources'
import { answers } from '../answer/answerRule'
import { answerEvidence, legEvidence, legName } from '../../evidence'
import { cannotTell, fails, undocumented, type Rule } from '../../rule'
import { conversationToChange, participantToChange, userToChange } from './target'

const readIt = 'Read the conversation: GET /api/v2/conversations/{conversationId} shows each participant with its communications.'

const stateUnknown: Rule = {
  id: 'change.state-unknown',
  about: 'Where the conversation stands decides whether it can be changed so, and it is not known. Read the conversation.',
  phase: 'preflight',
  title: 'Where the conversation stands decides, and it is not known',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const conversation = conversationToChange(attempt)
    return attempt.change === undefined || conversation.known
      ? undefined
      : cannotTell('where the conversation stands', conversation, readIt)
  }
}

const participantMissing: Rule = {
  id: 'change.participant-missing',
  about: 'The path names a participant that the conversation does not have. Use the id of the agent’s participant.',
  phase: 'preflight',
  title: 'The conversation has no such participant',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const { change } = attempt
    const conversation = conversationToChange(attempt)
    if (change === undefined || !('participantId' in change) || !conversation.known) return undefined
    if (change.participantId === undefined)
      return cannotTell('which participant it is about', unknown('The path has a variable there.'), readIt)
    if (participantToChange(attempt, change.kind)) return undefined
    return {
      ...fails(
        `The path names ${change.participantId}, and no participant of the conversation has this id.`,
        'Use the id of the agent’s participant, which is not the id of a communication.',
        conversation.value.participants.map(({ purpose, name, id }) => ({
          text: `Participant ${id}: ${[purpose, name].filter((part) => part !== undefined).join(' ')}.`,
          from: conversation.from.source
        }))
      ),
      refusedWith: [change.kind === 'resume' ? 'conversation.error.participant.not.found' : 'not.found']
    }
  }
}

const invalidUpdate = ['conversation.participant.update.invalid'] as const

const notAlerting: Rule = {
  id: 'accept.not-alerting',
  about:
    'Only a communication that is alerting is accepted: 400 “conversation.participant.update.invalid” for others. Read the conversation again.',
  phase: 'response',
  title: 'There is no alert to accept',
  refusedWith: invalidUpdate,
  confidence: 'not-documented',
  sources: [sources.openapi, sources.models],
  look: (attempt) =>
    answers(attempt, { codes: invalidUpdate })
      ? fails(
          'The participant was not in a state that can be changed so, or is another user’s.',
          'Read the conversation again: an alert may have been taken by somebody else, or have run out.',
          answerEvidence(attempt)
        )
      : undefined,
  foresee: (attempt) => {
    const found = participantToChange(attempt, 'accept')
    const leg = found?.legs.at(-1)
    if (!found || !leg || found.legs.some(({ state }) => state === 'alerting')) return undefined
    const of = { participant: found.participant, leg }
    return undocumented(
      `The communication of ${legName(of)} is ${leg.rawState}, and not alerting. What the platform answers to accepting it is not documented.`,
      leg.state === 'parked'
        ? 'Resume it: PATCH /api/v2/conversations/messages/{conversationId}/participants/{participantId}/parkingstate with {"state":"connected"}.'
        : 'There is nothing to accept.',
      [legEvidence(of, found.from)]
    )
  }
}

const otherUser: Rule = {
  id: 'change.other-user',
  about: 'The participant is not the part of the token’s user. Whether a user may accept or end another’s part is not documented.',
  phase: 'preflight',
  title: 'It is somebody else’s part',
  confidence: 'not-documented',
  sources: [sources.openapi, sources.models],
  look: (attempt) => {
    const found = participantToChange(attempt, 'accept', 'leave')
    const user = userToChange(attempt)
    const leg = found?.legs.at(-1)
    if (!found || !user || !leg) return undefined
    if (!user.known) return cannotTell('whose token it is sent with', user, 'GET /api/v2/users/me with the token says whose it is.')
    const { participant } = found
    if (participant.party === 'agent' && participant.userId === undefined)
      return cannotTell('which user the agent is', unknown('The record of the conversation has no user id there.'), readIt)
    if (participant.party === 'agent' && participant.userId === user.value.userId) return undefined
    const of = { participant, leg }
    return {
      ...undocumented(
        `It is the part of ${participant.party === 'customer' ? 'the customer' : legName(of)}, and the token is of ${user.value.name}. Whether a user may change another’s part is not documented.`,
        `Send it with the token of ${participant.party === 'agent' ? (participant.name ?? 'that agent') : 'the agent, for the agent’s own part'}.`,
        [legEvidence(of, found.from)]
      ),
      refusedWith: attempt.change?.kind === 'accept' ? invalidUpdate : 'not-documented'
    }
  }
}

const clientToken: Rule = {
  id: 'change.client-token',
  about: 'The operation is described for an agent. Whether it takes a client’s token is not documented. Send it with the user’s.',
  phase: 'preflight',
  title: 'A client’s token on a change of the conversation',
  refusedWith: 'not-documented',
  confidence: 'not-documented',
  sources: [sources.openapi],
  look: ({ change, credential }) => {
    if (change === undefined) return undefined
    const remedy = 'Send it with the token of the user who is, or is to be, the agent (authorization code with PKCE).'
    if (!credential.known) return cannotTell('which kind of token it is sent with', credential, remedy)
    return credential.value === 'client'
      ? undocumented('It is sent with a client’s token. Whether the operation takes one is not documented.', remedy)
      : undefined
  }
}

/** Changes of where a conversation stands, and of a participant’s part in it. */
export const participantChangeRules: readonly Rule[] = [stateUnknown, participantMissing, notAlerting, otherUser, clientToken]
