import { sources } from '../../../platform/sources'
import { answerEvidence } from '../../evidence'
import { warns, type Rule } from '../../rule'
import { answerRule } from './answerRule'

const forumText = /not in a state that allows adding messages/i

const forumConflict: Rule = {
  id: 'conflict.seed-text',
  about: 'The words are in no published source. Decide by the conversation’s state.',
  phase: 'response',
  title: '“Not in a state that allows adding messages” is not a documented error',
  confidence: 'not-documented',
  sources: [sources.openapi, sources.sdk],
  look: (attempt) =>
    forumText.test(attempt.exchange.response?.error?.message ?? '')
      ? warns(
          'This text is in no published error list, SDK or documentation. It reads like a send into a conversation that has ended or has no connected communication; what the platform really answers there is not documented.',
          'Decide by the conversation’s state, not by this text: read the conversation, and send by the route that its state allows.',
          answerEvidence(attempt)
        )
      : undefined
}

const conflict = answerRule({
  id: 'conflict.generic',
  title: 'The conversation changed, or is in another state than the request expects',
  confidence: 'documented',
  sources: [sources.openapi],
  codes: ['request.conflict'],
  with: 409,
  cause: 'The request conflicts with the current state of what it names (409 “request.conflict”).',
  remedy: 'Read the conversation again and diagnose anew. Do not repeat the send as it is.'
})

const outboundLimit = answerRule({
  id: 'org.outbound-limit',
  title: 'The organisation’s outbound messages are used up',
  confidence: 'documented',
  sources: [sources.openapi],
  codes: ['organization.outbound.usage.limit.exceeded'],
  cause: 'The organisation has sent as many outbound messages as it may.',
  remedy: 'Do not repeat it. GET /api/v2/organizations/limits/namespaces/messaging shows the limits; Genesys can raise them.'
})

const messageLimit = answerRule({
  id: 'conversation.message-limit',
  title: 'The conversation has as many messages as it may have',
  confidence: 'documented',
  sources: [sources.openapi],
  codes: ['conversation.message.limit.exceeded'],
  cause: 'The conversation’s message limit is reached. How many that is, is not documented.',
  remedy: 'End the conversation and start a new one.'
})

export const conflictRules: readonly Rule[] = [forumConflict, conflict, outboundLimit, messageLimit]
