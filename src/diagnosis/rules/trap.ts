import { agentlessPath, agentMessagePath } from '../../platform/messagingOperations'
import { findNameTrap } from '../../platform/nameTraps'
import { findRemovedEndpoint } from '../../platform/removedEndpoints'
import { sources } from '../../platform/sources'
import { requestEvidence } from '../evidence'
import { fails, warns, type Rule } from '../rule'

const toGuest = `To reach the customer, use POST ${agentMessagePath} while an agent is connected, or POST ${agentlessPath}.`

/** Below these paths nothing is ever said to a customer. */
const neverToCustomer =
  /\/internalmessages(?:\/|$)|^\/api\/v2\/chats\/|\/inbound\/open(?:\/|$)|^\/api\/v2\/webmessaging\/deployments\/[^/]+\/pushdevices\//

const internal: Rule = {
  id: 'internal.not-guest',
  about: 'The operation serves agents, users or the platform’s own side. Use a send operation to reach the customer.',
  phase: 'preflight',
  title: 'This never reaches the customer',
  confidence: 'documented',
  sources: [sources.openapi],
  look: (attempt) => {
    const { request } = attempt.exchange
    if (request?.apiPath === undefined || request.method === 'GET' || !neverToCustomer.test(request.apiPath)) return undefined
    const trap = findNameTrap(request.apiPath)
    if (!trap) return undefined
    // Bringing a customer's message in is what inbound operations are for: a word of caution is enough.
    return (request.apiPath.includes('/inbound/open') ? warns : fails)(trap.is, toGuest, requestEvidence(attempt))
  }
}

const removed: Rule = {
  id: 'path.removed',
  about: 'The endpoint was real and is gone. Move to web messaging.',
  phase: 'preflight',
  title: 'This endpoint was removed',
  refusedWith: ['not.found'],
  confidence: 'code',
  sources: [sources.sdk, sources.openapi],
  look: (attempt) => {
    const path = attempt.exchange.request?.apiPath
    const endpoint = path === undefined || attempt.operation ? undefined : findRemovedEndpoint(path)
    return endpoint && fails(`${endpoint.was} ${endpoint.gone}`, `${endpoint.instead} ${toGuest}`, requestEvidence(attempt))
  }
}

const configurationOnly: Rule = {
  id: 'path.configuration-only',
  about: 'Everything under /conversations/messaging configures messaging. Conversations are under /conversations/messages.',
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

const howToDisconnect: Rule = {
  id: 'disconnect.how',
  about: 'No operation ends a conversation by this path. PATCH the conversation with “disconnected”.',
  phase: 'preflight',
  title: 'How a conversation is ended',
  refusedWith: ['not.found'],
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

export const trapRules: readonly Rule[] = [internal, removed, configurationOnly, howToDisconnect]
