import { isFailure } from '../../exchange/exchange'
import { findErrorCode } from '../../platform/errorCodes'
import { sources } from '../../platform/sources'
import type { Attempt } from '../attempt'
import { answerEvidence } from '../evidence'
import { fails, undocumented, warns, type Rule } from '../rule'

const seedText = /not in a state that allows adding messages/i

const forumConflict: Rule = {
  id: 'conflict.seed-text',
  phase: 'response',
  title: '“Not in a state that allows adding messages” is not a documented error',
  confidence: 'not-documented',
  sources: [sources.openapi, sources.sdk],
  look: (attempt) => {
    if (!seedText.test(attempt.exchange.response?.error?.message ?? '')) return undefined
    return warns(
      'This text is in no published error list, SDK or documentation. It reads like a send into a conversation that has ended or has no connected communication; what the platform really answers there is not documented.',
      'Decide by the conversation’s state, not by this text: read the conversation, and send by the route that its state allows.',
      answerEvidence(attempt)
    )
  }
}

const conflict: Rule = {
  id: 'conflict.generic',
  phase: 'response',
  title: 'The conversation changed, or is in another state than the request expects',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    attempt.exchange.response?.error?.code === 'request.conflict'
      ? fails(
          'The request conflicts with the current state of what it names (409 “request.conflict”).',
          'Read the conversation again and diagnose anew. Do not repeat the send as it is.',
          answerEvidence(attempt)
        )
      : undefined
}

const notAuthenticated: Rule = {
  id: 'auth.401',
  phase: 'response',
  title: 'Not authenticated',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const { response } = attempt.exchange
    if (response?.status !== 401 || response.error?.code === 'ip.not.authorized') return undefined
    return fails(
      response.error?.code === 'authentication.required'
        ? 'The request carries no token.'
        : 'The token is wrong, has expired, or belongs to another region.',
      'Get a new token from the login host of the organisation’s own region.',
      answerEvidence(attempt)
    )
  }
}

const notFound: Rule = {
  id: 'notfound.generic',
  phase: 'response',
  title: 'Not found',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) =>
    attempt.exchange.response?.status === 404
      ? fails(
          'The path, or what an id in it names, does not exist in this organisation.',
          'Check the path against the published API, the id, and that the token is of the same organisation and region.',
          answerEvidence(attempt)
        )
      : undefined
}

const accepted: Rule = {
  id: 'accepted.202',
  phase: 'response',
  title: 'Accepted is not delivered',
  confidence: 'documented',
  sources: [sources.agentlessGuide, sources.models],
  look: (attempt) => {
    const status = attempt.exchange.response?.status
    if (!attempt.send || status === undefined || status < 200 || status >= 300) return undefined
    return undocumented(
      'The platform has accepted the message. It is then queued, sent, and delivered or failed, which takes seconds to days.',
      'Read GET /api/v2/conversations/messages/{conversationId}/messages/{messageId}: its “status” says.',
      answerEvidence(attempt),
      'documented'
    )
  }
}

/** Rules that explain an answer in particular; the last rule speaks where none of them does. */
const particular: readonly Rule[] = [forumConflict, conflict, notAuthenticated, notFound, accepted]

const explainedElsewhere = new Set([
  'not.a.client',
  'not.a.user',
  'active.conversation',
  'existing.conversation',
  'max.length.exceeded',
  'invalid.webmessaging.text.body'
])

const isExplained = (attempt: Attempt): boolean =>
  explainedElsewhere.has(attempt.exchange.response?.error?.code ?? '') || particular.some((rule) => rule.look(attempt) !== undefined)

const otherFailure: Rule = {
  id: 'response.other',
  phase: 'response',
  title: 'The request was refused',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const { response } = attempt.exchange
    if (!response || !isFailure(response) || isExplained(attempt)) return undefined
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

export const answerRules: readonly Rule[] = [...particular, otherFailure]
