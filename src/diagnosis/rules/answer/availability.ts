import { isFailure } from '../../../exchange/exchange'
import { findErrorCode } from '../../../platform/errorCodes'
import { sources } from '../../../platform/sources'
import { answerEvidence } from '../../evidence'
import { fails, pending, undocumented, type Rule } from '../../rule'
import { answers } from './answerRule'

const limitCodes = ['too.many.requests', 'too.many.requests.retry.after'] as const

const limited: Rule = {
  id: 'rate.429',
  about: 'Too many requests. Wait as long as Retry-After says.',
  phase: 'response',
  title: 'Too many requests',
  refusedWith: limitCodes,
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    if (!answers(attempt, { codes: limitCodes, status: 429 })) return undefined
    const wait = attempt.exchange.response?.retryAfter
    return fails(
      'The token, the application, the user or the organisation has sent too many requests. The request was not carried out.',
      wait === undefined
        ? 'Wait as many seconds as the header Retry-After says, and send it again.'
        : `Wait ${wait} seconds, as Retry-After says, and send it again.`,
      answerEvidence(attempt)
    )
  }
}

const unknownOutcomeCodes = [
  'client.timeout',
  'internal.server.error',
  'service.unavailable',
  'authentication.request.timeout',
  'request.timeout'
] as const

const unknownOutcome: Rule = {
  id: 'unknown-outcome',
  about: 'After a timeout or a 5xx the message may have been accepted. Read the conversation before you send again.',
  phase: 'response',
  title: 'It is not known whether the message was accepted',
  refusedWith: unknownOutcomeCodes,
  confidence: 'inferred',
  sources: [sources.openapi],
  look: (attempt) => {
    if (!answers(attempt, { codes: unknownOutcomeCodes, status: [408, 500, 502, 503, 504] })) return undefined
    return attempt.send === undefined && attempt.exchange.request !== undefined
      ? fails(
          'The platform failed, or took too long.',
          'A read can be sent again after a while. Before anything else is, read what it would change.',
          answerEvidence(attempt)
        )
      : fails(
          'The platform failed, or took too long, and the message may have been accepted all the same. There is no idempotency key.',
          'Read the conversation’s messages before you send it again: GET /api/v2/conversations/{conversationId}.',
          answerEvidence(attempt)
        )
  }
}

const accepted: Rule = {
  id: 'accepted.202',
  about: 'A 2xx is not delivery. Read the message’s status.',
  phase: 'response',
  title: 'Accepted is not delivered',
  confidence: 'documented',
  sources: [sources.agentlessGuide, sources.models],
  look: (attempt) => {
    const { response } = attempt.exchange
    if (!attempt.send || attempt.send.kind === 'outbound' || !response || isFailure(response)) return undefined
    return pending(
      'The platform has accepted the message. It is then queued, sent, and delivered or failed, which takes seconds to days.',
      'Read GET /api/v2/conversations/messages/{conversationId}/messages/{messageId}: its “status” says. A data action does not even show whether the answer was 200 or 202.',
      answerEvidence(attempt)
    )
  }
}

const otherFailure: Rule = {
  id: 'response.other',
  about: 'An answer that no other rule explains, by its documented meaning where there is one.',
  phase: 'response',
  title: 'The request was refused',
  confidence: 'documented',
  sources: [sources.openapi],
  otherwise: true,
  look: (attempt) => {
    const { response } = attempt.exchange
    if (!response || !isFailure(response)) return undefined
    const code = response.error?.code
    const documented = code === undefined ? undefined : findErrorCode(response.status, code)
    return documented
      ? fails(documented.meaning, 'Correct what the message names, and try again.', answerEvidence(attempt))
      : undocumented(
          code === undefined
            ? 'The answer carries no error code.'
            : `The code “${code}” is not among those that the published API lists for messaging.`,
          'The correlation id lets Genesys support find this very request.',
          answerEvidence(attempt)
        )
  }
}

/** The last one speaks when no other rule has explained the answer: it stands at the end of the list. */
export const availabilityRules: readonly Rule[] = [limited, unknownOutcome, accepted]
export const lastAnswerRules: readonly Rule[] = [otherFailure]
