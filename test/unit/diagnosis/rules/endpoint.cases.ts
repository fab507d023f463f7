import { attempt } from '../../support/attempt'
import { agentless, agentSend, asking, exchangeOfSeed, outbound, refusing } from '../../support/exchange'
import { ids } from '../../support/ids'
import type { CasesByRule } from '../../support/ruleCases'

const seed = attempt(exchangeOfSeed())
const unpublished = attempt({ request: asking('POST /api/v2/diagnostics/trace', { traces: [] }) })
const conversationPath = `/api/v2/conversations/messages/${ids.conversation}`

export const endpointCases: CasesByRule = {
  'path.invented': {
    fires: [
      {
        when: 'the thread’s request is pasted',
        attempt: seed,
        severity: 'error',
        evidence: /^The request is POST \/api\/v2\/conversations\/messaging\/messages\.$/,
        remedy: /POST \/api\/v2\/conversations\/messages\/agentless when nobody is connected/
      },
      {
        when: 'the path is real and its method is not',
        attempt: attempt({ request: asking('DELETE /api/v2/conversations/messages/agentless') }),
        severity: 'error',
        evidence: /DELETE \/api\/v2\/conversations\/messages\/agentless/
      }
    ],
    silent: [
      { when: 'the operation exists', attempt: attempt({ request: agentless() }) },
      { when: 'the path is outside of messaging', attempt: unpublished },
      { when: 'the URL is not of the API', attempt: attempt({ request: asking('POST https://example.org/messages') }) },
      { when: 'there is no request', attempt: attempt({}) }
    ],
    unknown: 'needs only the request'
  },

  'path.unpublished': {
    fires: [
      {
        when: 'the path is one that Genesys’ own client uses, and no list has',
        attempt: unpublished,
        severity: 'warning',
        evidence: /POST \/api\/v2\/diagnostics\/trace/,
        remedy: /^Check method and path for a slip\./
      },
      {
        when: 'a message is sent by such a path',
        attempt: attempt({ request: asking('POST /api/v2/inbox/messages', { text: 'Hello' }) }),
        severity: 'warning',
        evidence: /inbox\/messages/,
        remedy: /POST \/api\/v2\/conversations\/messages\/agentless when nobody is connected/
      },
      {
        when: 'the path is real and its method is not',
        attempt: attempt({ request: asking('POST /api/v2/users/me') }),
        severity: 'warning',
        evidence: /POST \/api\/v2\/users\/me/
      },
      {
        when: 'it was refused: there is a word on the path still',
        attempt: attempt({ request: asking('POST /api/v2/diagnostics/trace'), response: refusing(404, 'not.found') }),
        severity: 'warning',
        cause: /nothing is documented of it/
      }
    ],
    silent: [
      { when: 'the operation exists', attempt: attempt({ request: asking('GET /api/v2/users/me') }) },
      { when: 'the path is one of messaging, which was looked into', attempt: seed },
      { when: 'the URL is not of the API', attempt: attempt({ request: asking('POST https://example.org/messages') }) }
    ],
    unknown: 'needs only the request'
  },

  'reopen.impossible': {
    fires: [
      {
        when: 'an invented path is to set a status',
        attempt: attempt({ request: asking('PATCH /api/v2/conversations/messaging/conversations/{id}', { status: 'open' }) }),
        severity: 'error',
        evidence: /PATCH \/api\/v2\/conversations\/messaging\/conversations\/\{id\}/
      },
      {
        when: 'an invented path is to add a participant',
        attempt: attempt({ request: asking(`POST /api/v2/conversations/${ids.conversation}/participants`, { purpose: 'agent' }) }),
        severity: 'error',
        evidence: /\/participants\.$/
      },
      {
        when: 'the real operation is to set another state than the end',
        attempt: attempt({ request: asking(`PATCH ${conversationPath}`, { state: 'alerting' }) }),
        severity: 'error',
        evidence: /PATCH \/api\/v2\/conversations\/messages\//
      },
      {
        when: 'the real operation is to connect the conversation again',
        attempt: attempt({ request: asking(`PATCH ${conversationPath}`, { state: 'connected' }) }),
        severity: 'error',
        evidence: /PATCH \/api\/v2\/conversations\/messages\//
      },
      {
        when: 'the thread’s send is pasted, whose author asks for it next',
        attempt: seed,
        severity: 'info',
        cause: /no “open” or “closed” status/
      }
    ],
    silent: [
      {
        when: 'a conversation is disconnected',
        attempt: attempt({ request: asking(`PATCH ${conversationPath}`, { state: 'disconnected' }) })
      },
      {
        when: 'an agent accepts the conversation',
        attempt: attempt({ request: asking(`PATCH ${conversationPath}/participants/${ids.agent}`, { state: 'connected' }) })
      },
      {
        when: 'a participant is added to a call, which can be done',
        attempt: attempt({ request: asking(`POST /api/v2/conversations/calls/${ids.conversation}/participants`, { participants: [] }) })
      },
      {
        when: 'an e-mail conversation is reconnected, which can be done',
        attempt: attempt({ request: asking(`POST /api/v2/conversations/emails/${ids.conversation}/reconnect`) })
      },
      {
        when: 'something that is no conversation gets a state',
        attempt: attempt({ request: asking(`PATCH /api/v2/users/${ids.agentUser}`, { state: 'inactive' }) })
      },
      {
        when: 'a receipt has a status',
        attempt: attempt({
          request: asking(`POST /api/v2/conversations/messages/${ids.nobody}/inbound/open/receipt`, { status: 'Delivered' })
        })
      },
      { when: 'a message is sent', attempt: attempt({ request: agentless() }) }
    ],
    unknown: 'needs only the request'
  },

  'body.unknown-fields': {
    fires: [
      {
        when: 'the thread’s request is pasted',
        attempt: seed,
        severity: 'warning',
        evidence: /^Fields of the body: from, text, conversationId\.$/,
        remedy: /The text is “textBody”\./
      },
      {
        when: 'the agent’s send has a field of agentless',
        attempt: attempt({ request: agentSend({ textBody: 'a', fromAddress: 'b' }) }),
        severity: 'warning',
        evidence: /fromAddress/,
        remedy: /^The fields are textBody, mediaIds, messagingTemplate\.$/
      }
    ],
    silent: [
      {
        when: 'another rule speaks of the field: a flag, a time, a medium',
        attempt: attempt({ request: agentless({ useExistingConversation: true, sendAt: 'x', mediaIds: ['y'] }) })
      },
      { when: 'every field is known', attempt: attempt({ request: outbound({ useExistingConversation: true }) }) },
      {
        when: 'the operation’s fields are not described here',
        attempt: attempt({ request: asking('POST /api/v2/routing/queues', { name: 'a', x: 1 }) })
      },
      { when: 'the body is no object', attempt: attempt({ request: agentSend([1]) }) },
      { when: 'there is no body', attempt: attempt({ request: { ...agentSend(), body: undefined } }) }
    ],
    unknown: 'needs only the request'
  },

  'body.malformed': {
    fires: [
      {
        when: 'the body only begins like JSON',
        attempt: attempt({ request: { ...agentless(), body: { kind: 'malformed', text: '{"a":}', why: 'Unexpected token }.' } } }),
        severity: 'error',
        cause: /it cannot be read: Unexpected token \}/
      }
    ],
    silent: [
      { when: 'the body is JSON', attempt: attempt({ request: agentless() }) },
      { when: 'the body is text', attempt: attempt({ request: { ...agentless(), body: { kind: 'text', text: 'a=b' } } }) }
    ],
    unknown: 'needs only the request'
  },

  'conversation.id': {
    fires: [
      {
        when: 'the id in the path is no UUID',
        attempt: attempt({
          request: asking('POST /api/v2/conversations/messages/my-chat/communications/my-leg/messages', { textBody: 'a' })
        }),
        severity: 'error',
        cause: /“my-chat” is no UUID/
      },
      { when: 'the id in the body is no UUID', attempt: seed, severity: 'warning', cause: /“existing-closed-conversation-id” is no UUID/ }
    ],
    silent: [
      { when: 'it is a UUID', attempt: attempt({ request: agentSend() }) },
      {
        when: 'it is a variable still',
        attempt: attempt({ request: asking('POST /api/v2/conversations/messages/${id}/communications/${leg}/messages', { textBody: 'a' }) })
      },
      { when: 'the request names no conversation', attempt: attempt({ request: agentless() }) }
    ],
    unknown: 'needs only the request'
  }
}
