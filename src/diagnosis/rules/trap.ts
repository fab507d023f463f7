import { agentlessPath, agentMessagePath } from '../../platform/messagingOperations'
import { sources } from '../../platform/sources'
import { requestEvidence } from '../evidence'
import { fails, warns, type Rule } from '../rule'

const toGuest = `To reach the customer, use POST ${agentMessagePath} while an agent is connected, or POST ${agentlessPath}.`

const internal: Rule = {
  id: 'internal.not-guest',
  phase: 'preflight',
  title: 'This never reaches the customer',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const path = attempt.exchange.request?.apiPath
    if (path === undefined || attempt.exchange.request?.method === 'GET') return undefined
    if (/\/internalmessages(?:\/|$)/.test(path))
      return fails('“internalmessages” go from agent to agent.', toGuest, requestEvidence(attempt))
    if (path.startsWith('/api/v2/chats/'))
      return fails('/api/v2/chats is the collaborate chat between users of the organisation.', toGuest, requestEvidence(attempt))
    return /\/inbound\/open(?:\/|$)/.test(path)
      ? warns(
          '“inbound/open” brings a customer’s message into the platform. It never reaches the customer.',
          toGuest,
          requestEvidence(attempt)
        )
      : undefined
  }
}

const removedChat: Rule = {
  id: 'path.removed',
  phase: 'preflight',
  title: 'Legacy web chat was removed',
  confidence: 'code',
  sources: [sources.sdk, sources.openapi],
  look: (attempt) => {
    const path = attempt.exchange.request?.apiPath
    return path !== undefined && !attempt.operation && /^\/api\/v2\/(?:conversations\/chats|webchat)(?:\/|$)/.test(path)
      ? fails(
          'The operations of legacy web chat are not in the SDK any more (262, September 2026). The OpenAPI of July 2026 still listed /conversations/chats.',
          `Move to web messaging. ${toGuest}`,
          requestEvidence(attempt)
        )
      : undefined
  }
}

const configurationOnly: Rule = {
  id: 'path.configuration-only',
  phase: 'preflight',
  title: '/conversations/messaging holds settings, not conversations',
  confidence: 'documented',
  sources: [sources.sdk, sources.openapi],
  look: (attempt) => {
    const path = attempt.exchange.request?.apiPath
    return path !== undefined && !attempt.operation && path.startsWith('/api/v2/conversations/messaging/')
      ? warns(
          'Everything under /api/v2/conversations/messaging configures messaging: integrations, settings, supported content, the threading timeline, identity resolution.',
          'Conversations and their messages are under /api/v2/conversations/messages.',
          requestEvidence(attempt)
        )
      : undefined
  }
}

const deprecatedOpen: Rule = {
  id: 'open.deprecated-inbound',
  phase: 'preflight',
  title: 'This inbound operation is deprecated',
  confidence: 'documented',
  sources: [sources.sdk],
  look: (attempt) =>
    attempt.operation?.method === 'POST' && attempt.operation.path === '/api/v2/conversations/messages/inbound/open'
      ? warns(
          'POST /api/v2/conversations/messages/inbound/open is deprecated.',
          'Use POST /api/v2/conversations/messages/{integrationId}/inbound/open/message, …/event or …/receipt.',
          requestEvidence(attempt)
        )
      : undefined
}

const howToDisconnect: Rule = {
  id: 'disconnect.how',
  phase: 'preflight',
  title: 'How a conversation is ended',
  confidence: 'documented',
  sources: [sources.models, sources.transportSdk],
  look: (attempt) =>
    attempt.intent === 'disconnect' && !attempt.operation && attempt.exchange.request?.apiPath !== undefined
      ? fails(
          'No operation of the published API ends a conversation by this path.',
          'The business ends one by PATCH /api/v2/conversations/messages/{conversationId} with {"state":"disconnected"}. A guest clears it with a Presence event “Clear” on the websocket.',
          requestEvidence(attempt)
        )
      : undefined
}

export const trapRules: readonly Rule[] = [internal, removedChat, configurationOnly, deprecatedOpen, howToDisconnect]
